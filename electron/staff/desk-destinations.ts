import { isAbsolute } from 'node:path';
import type { Clock } from '../../core/basics/clock.ts';
import { parseUrl } from '../../core/basics/parse-url.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import type { StaffPerson } from '../../core/staff/person.ts';
import type { DeskReplies, GivenDestination, ShownDestination } from '../../ipc/desk-contract.ts';
import { carryAndTell } from '../outbox/carry.ts';
import { settingsFrom } from '../outbox/destination-words.ts';
import { destinationFor } from '../outbox/destinations-of.ts';
import { withTimeLimits } from '../outbox/time-limits.ts';
import {
  destinationSettingsSchema,
  MOST_DESTINATIONS,
  withDestination,
  withoutDestination,
  type Credential,
  type DestinationSettings,
} from '../store/destination-settings.ts';
import type { Custody, Home } from '../store/home.ts';

/** What destinations are set with. */
export interface DeskDestinationsOptions {
  readonly home: Pick<Home, 'state' | 'audit'>;
  readonly custody: Pick<Custody, 'outbox' | 'receipts'>;
  readonly clock: Clock;
}

type Who = Pick<StaffPerson, 'id'>;

/** Where sealed intakes go by themselves, as an administrator sets it. What lets the kiosk in is never shown again. */
export class DeskDestinationsKeeper {
  readonly #options: DeskDestinationsOptions;

  constructor(options: DeskDestinationsOptions) {
    this.#options = options;
  }

  show(): readonly ShownDestination[] {
    return this.#settings.map((each) => ({ name: each.name, kind: each.kind, where: whereOf(each) }));
  }

  /** Brings everything that waits there, with the head; when that went well the kiosk goes on with it by itself. */
  async add({ id }: Who, given: GivenDestination): Promise<DeskReplies['desk.addDestination']> {
    const read = readGiven(given);
    if (!read.ok) return read;
    const settings = read.value;
    const others = this.#settings.filter(({ name }) => name !== settings.name);
    if (others.length === MOST_DESTINATIONS) return fail({ kind: 'tooMany' });
    const credential = credentialOf(settings.name, given);
    const { home, custody, clock } = this.#options;
    const { outbox, receipts } = custody;
    const destination = withTimeLimits(destinationFor(settings, credential));
    const carried = await carryAndTell({
      ...{ outbox, receipts, destination, clock, audit: home.audit, alwaysWithHead: true },
    });
    if (!carried.ok) return fail({ kind: carried.error.kind });
    const kept = home.state.change((content) => withDestination(content, settings, credential));
    if (!kept.ok) return fail({ kind: 'notSaved' });
    home.audit.record({ event: 'settingsChanged', person: id });
    return ok(this.show());
  }

  /** Reaches it, and writes nothing. */
  async try(name: string): Promise<DeskReplies['desk.tryDestination']> {
    const { content } = this.#options.home.state;
    const settings = this.#settings.find((each) => each.name === name);
    if (settings === undefined) return fail({ kind: 'noDestination' });
    const credential = content.credentials.find(({ destination }) => destination === name) ?? null;
    const opened = await withTimeLimits(destinationFor(settings, credential)).open();
    if (!opened.ok) return fail({ kind: opened.error.kind });
    await opened.value.close();
    return ok(null);
  }

  /** Nothing goes there any more, and what let the kiosk in is removed. */
  remove({ id }: Who, name: string): DeskReplies['desk.removeDestination'] {
    const { home } = this.#options;
    if (withoutDestination(home.state.content, name) === null) return fail({ kind: 'noDestination' });
    const changed = home.state.change((content) => withoutDestination(content, name) ?? content);
    if (!changed.ok) return fail({ kind: 'notSaved' });
    home.audit.record({ event: 'settingsChanged', person: id });
    return ok(this.show());
  }

  get #settings(): readonly DestinationSettings[] {
    return this.#options.home.state.content.settings.destinations;
  }
}

/** Where a destination is, without anything that lets somebody in. */
function whereOf(settings: DestinationSettings): string {
  switch (settings.kind) {
    case 'folder':
      return settings.folder;
    case 'webdav': {
      const { protocol, host, pathname } = new URL(settings.url);
      return `${protocol}//${host}${pathname}`;
    }
    case 'sftp':
      return `sftp://${settings.host}:${settings.port}/${settings.folder.replace(/^\//, '')}`;
  }
}

/** Which field a person has to look at again. */
const FAULTS: Readonly<Record<string, string>> = {
  name: 'badName',
  url: 'httpsOnly',
  user: 'noUser',
  hostKey: 'badHostKey',
};

function readGiven({ name, to, user, hostKey }: GivenDestination): Result<DestinationSettings, { kind: string }> {
  const url = /^(?:https?|sftp):\/\//.test(to) ? parseUrl(to) : null;
  if (url === null && !isAbsolute(to)) return fail({ kind: 'badAddress' });
  // A password that stands in an address would be shown with it.
  if (url !== null && url.password !== '') return fail({ kind: 'passwordInAddress' });
  const words = settingsFrom(to, { name, user: user ?? undefined, hostKey: hostKey ?? undefined });
  const settings = destinationSettingsSchema.safeParse(words);
  if (settings.success) return ok(settings.data);
  const [first] = settings.error.issues;
  return fail({ kind: FAULTS[String(first?.path[0])] ?? 'badAddress' });
}

function credentialOf(destination: string, { password, privateKey }: GivenDestination): Credential | null {
  return password === null && privateKey === null ? null : { destination, password, privateKey };
}
