import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { protocol, type Session } from 'electron';
import type { Sound } from '../speech/speech-desk.ts';
import { personOfPicture } from '../staff/picture-path.ts';
import { soundResponse } from './sound-response.ts';

/** The only origin that exists for a window. */
export const APP_ORIGIN = 'app://kiosk';

/** The window of the texts. */
export const TEXTS_PAGE = '/translations.html';

/** Shows the kiosk's screens to whoever words them, in a frame without a preload: it has no channel of its own. */
export const PREVIEW_PAGE = '/preview.html';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];
const CONTENT_SECURITY_POLICY = [...DIRECTIVES, "frame-ancestors 'none'"].join('; ');
const FRAMING_POLICY = `${CONTENT_SECURITY_POLICY}; frame-src 'self'`;
const FRAMED_POLICY = [...DIRECTIVES, "frame-ancestors 'self'"].join('; ');

/** What a window gets from the kiosk behind it. */
export interface KioskParts {
  /** Every pictogram as a symbol of one SVG element. */
  readonly pictogramSheet: () => Promise<string>;
  /** A sound that was just made, by its token; see SpeechDesk. */
  readonly sound: (token: string) => Promise<Sound | null>;
  /** The picture of somebody of the house, as a JPEG. */
  readonly picture: (person: number) => Promise<Uint8Array | null>;
}

/** Where a window's files come from. */
export interface AppFiles {
  /** The one page that this window may show, such as `/index.html`. */
  readonly page: `/${string}.html`;
  /** The one page that may stand in a frame of it; null where none may. */
  readonly framed: `/${string}.html` | null;
  /** The built renderer: the pages and what they load. */
  readonly rendererFolder: string;
  /** The pictograms of the program's own content, for a page that is asked for before the kiosk is there. */
  readonly pictogramFile: string;
  /** Null as long as there is none. */
  readonly kiosk: () => KioskParts | null;
}

/** Must run before the program is ready: a scheme's rights are fixed then. Players expect `stream`. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, stream: true } }]);
}

/** Serves app://kiosk to one session. Nothing is cached, nothing outside the three sources is reachable. */
export function serveApp(session: Session, files: AppFiles): void {
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.host !== 'kiosk') return new Response(null, { status: 404 });
    if (url.pathname === files.page || url.pathname === files.framed)
      return new Response(await page(url.pathname, files), { headers: pageHeaders(url.pathname, files) });
    const sound = await findSound(url, files);
    if (sound !== null) return soundResponse(sound, request.headers.get('Range'), SAFETY_HEADERS);
    const picture = await findPicture(url, files);
    if (picture !== null) return new Response(new Uint8Array(picture), { headers: headers('image/jpeg') });
    const found = findAsset(url, files.rendererFolder);
    if (found === null) return new Response(null, { status: 404 });
    return new Response(found.bytes, { headers: headers(found.mediaType) });
  });
}

interface Found {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
}

// One folder level of plain names is all that the build makes; anything else is not ours.
const ASSET_PATH = /^\/assets\/([A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.(?:js|css|woff2))$/;
const SOUND_PATH = /^\/speech\/([0-9a-f]{32})$/;

async function findSound(url: URL, { kiosk }: AppFiles): Promise<Sound | null> {
  const token = SOUND_PATH.exec(url.pathname)?.[1];
  return token === undefined ? null : ((await kiosk()?.sound(token)) ?? null);
}

async function findPicture(url: URL, { kiosk }: AppFiles): Promise<Uint8Array | null> {
  const person = personOfPicture(url.pathname);
  return person === null ? null : ((await kiosk()?.picture(person)) ?? null);
}

// Read at once, as the page is: a hand-over to another thread and back takes longer than these files.
function findAsset(url: URL, rendererFolder: string): Found | null {
  const name = ASSET_PATH.exec(url.pathname)?.[1];
  const mediaType = MEDIA_TYPES[extname(url.pathname)];
  if (name === undefined || mediaType === undefined) return null;
  try {
    return { bytes: new Uint8Array(readFileSync(join(rendererFolder, 'assets', name))), mediaType };
  } catch {
    // A file that the build did not make is simply not there; the window shows that it is missing.
    return null;
  }
}

/**
 * A page, with every pictogram as a symbol in the page itself: as files of their own, each one would cost the screen it is
 * on a wait.
 */
async function page(path: string, { rendererFolder, pictogramFile, kiosk }: AppFiles): Promise<string> {
  const empty = readFileSync(join(rendererFolder, path), 'utf8');
  // No pictogram stands in the window of the texts, but in the screens that are shown in its frame.
  if (path === TEXTS_PAGE) return empty;
  const sheet = (await kiosk()?.pictogramSheet()) ?? readFileSync(pictogramFile, 'utf8');
  return empty.replace('<body>', (body) => `${body}${sheet}`);
}

const SAFETY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
};

function headers(mediaType: string): Record<string, string> {
  return { ...SAFETY_HEADERS, 'Content-Type': mediaType };
}

/** A page may frame, or be framed, only where a window has a page for it. */
function pageHeaders(path: string, { framed }: AppFiles): Record<string, string> {
  const own = headers('text/html; charset=utf-8');
  if (framed === null) return own;
  return { ...own, 'Content-Security-Policy': path === framed ? FRAMED_POLICY : FRAMING_POLICY };
}
