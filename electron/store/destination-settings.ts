import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

/** How many a house has at most. */
export const MOST_DESTINATIONS = 5;
const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** How a destination is called on this kiosk, and by which its credentials are found. */
const nameField = z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/);
const userField = z.string().min(1).max(200);

const folderSchema = z.strictObject({
  kind: z.literal('folder'),
  name: nameField,
  /** A stick, a drive or a network folder that the system has mounted. */
  folder: z.string().min(1),
});

const webDavSchema = z
  .strictObject({
    kind: z.literal('webdav'),
    name: nameField,
    /** Of the folder. */
    url: z.url({ protocol: /^https?$/ }),
    /** Null where nobody is asked for a password. */
    user: userField.nullable(),
  })
  // What is sealed stays sealed on the way, but a password would be read by everybody there.
  .refine(({ url, user }) => user === null || url.startsWith('https:') || LOOPBACK.has(new URL(url).hostname), {
    path: ['url'],
    message: 'A password goes over https only',
  });

const sftpSchema = z.strictObject({
  kind: z.literal('sftp'),
  name: nameField,
  host: z.string().min(1).max(255),
  port: z.int().min(1).max(65_535).default(22),
  user: userField,
  /** On the server; relative to where the user begins there. */
  folder: z.string().min(1),
  /** The server's host key, as `ssh-keygen -lf` writes it: `SHA256:` and 43 characters. No other server gets anything. */
  hostKey: z.string().regex(/^SHA256:[A-Za-z0-9+/]{43}$/),
});

/** One place where a kiosk brings sealed intakes to by itself. */
export const destinationSettingsSchema = z.discriminatedUnion('kind', [folderSchema, webDavSchema, sftpSchema]);

/** In the order in which they are tried. */
export const destinationsSchema = z
  .array(destinationSettingsSchema)
  .max(MOST_DESTINATIONS)
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'Each destination has its own name')
  .readonly();

/**
 * What lets a kiosk into a destination. It stands in the state only, which is closed with the device secret, and apart
 * from the settings, which are shown to staff.
 */
const credentialSchema = z.strictObject({
  destination: nameField,
  /** Of the user, or of the private key where there is one. */
  password: z.string().max(1000).nullable(),
  /** An OpenSSH private key as its file has it; null where a password is enough. */
  privateKey: z.string().max(20_000).nullable().default(null),
});

export const credentialsSchema = z.array(credentialSchema).max(MOST_DESTINATIONS).readonly();

export type DestinationSettings = z.infer<typeof destinationSettingsSchema>;
export type Credential = z.infer<typeof credentialSchema>;

/**
 * Sets the destinations. What lets the kiosk in stays for those only that go on unchanged: another server under the same
 * name must not get it.
 */
export function withDestinations<T extends Remembered>(content: T, destinations: readonly DestinationSettings[]): T {
  const { settings, credentials } = content;
  const goesOn = ({ destination }: Credential): boolean => {
    const after = destinations.find(({ name }) => name === destination);
    return (
      after !== undefined &&
      isDeepStrictEqual(
        after,
        settings.destinations.find(({ name }) => name === destination),
      )
    );
  };
  return { ...content, settings: { ...settings, destinations }, credentials: credentials.filter(goesOn) };
}

/** Sets one destination, in place of the one of its name or behind the others, with what lets the kiosk in. */
export function withDestination<T extends Remembered>(
  content: T,
  settings: DestinationSettings,
  credential: Credential | null,
): T {
  const { name } = settings;
  const others = content.settings.destinations.filter((each) => each.name !== name);
  const changed = withDestinations(content, [...others, settings]);
  const credentials = changed.credentials.filter(({ destination }) => destination !== name);
  return { ...changed, credentials: credential === null ? credentials : [...credentials, credential] };
}

/** Forgets one destination and what lets the kiosk in there; null where there is none of that name. */
export function withoutDestination<T extends Remembered>(content: T, name: string): T | null {
  const { destinations } = content.settings;
  const left = destinations.filter((each) => each.name !== name);
  return left.length === destinations.length ? null : withDestinations(content, left);
}

/** Drops what lets the kiosk into a place that its settings do not name any more. */
export function withoutStrayCredentials<T extends Remembered>(content: T): T {
  return withDestinations(content, content.settings.destinations);
}

interface Remembered {
  readonly settings: { readonly destinations: readonly DestinationSettings[] };
  readonly credentials: readonly Credential[];
}
