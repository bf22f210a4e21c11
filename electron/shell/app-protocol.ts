import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { protocol, type Session } from 'electron';
import { toUtf8 } from '../../core/basics/utf8.ts';
import type { Sound } from '../speech/speech-desk.ts';
import { soundResponse } from './sound-response.ts';

/** The only origin that exists for a window. */
export const APP_ORIGIN = 'app://kiosk';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Where a window's files come from. */
export interface AppFiles {
  /** The built renderer: index.html and what it loads. */
  readonly rendererFolder: string;
  /** Every pictogram as a symbol of one SVG element. */
  readonly pictogramSheet: () => string;
  /** A sound that was just made, by its token; see SpeechDesk. */
  readonly sound: (token: string) => Sound | null;
}

/** Must run before the program is ready: a scheme's rights are fixed then. Players expect `stream`. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, stream: true } }]);
}

/** Serves app://kiosk to one session. Nothing is cached, nothing outside the three sources is reachable. */
export function serveApp(session: Session, files: AppFiles): void {
  session.protocol.handle('app', async (request) => {
    if (request.method !== 'GET') return new Response(null, { status: 404 });
    const url = new URL(request.url);
    const sound = findSound(url, files);
    if (sound !== null) return soundResponse(sound, request.headers.get('Range'), SAFETY_HEADERS);
    const found = await find(url, files);
    if (found === null) return new Response(null, { status: 404 });
    return new Response(found.bytes, { headers: headers(found.mediaType) });
  });
}

interface Found {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
}

// One folder level of plain names is all that the build makes; anything else is not ours.
const RENDERER_PATH = /^\/(index\.html|assets\/[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.(?:js|css|woff2))$/;
const SOUND_PATH = /^\/speech\/([0-9a-f]{32})$/;

function findSound(url: URL, files: AppFiles): Sound | null {
  const token = url.host === 'kiosk' ? SOUND_PATH.exec(url.pathname)?.[1] : undefined;
  return token === undefined ? null : files.sound(token);
}

async function find(url: URL, files: AppFiles): Promise<Found | null> {
  if (url.host !== 'kiosk') return null;
  const path = RENDERER_PATH.exec(url.pathname)?.[1];
  const mediaType = MEDIA_TYPES[extname(url.pathname)];
  if (mediaType === undefined) return null;
  const bytes = await rendererFile(files.rendererFolder, path);
  if (bytes === null) return null;
  return { bytes: new Uint8Array(path === 'index.html' ? withPictograms(bytes, files) : bytes), mediaType };
}

/** Every pictogram as a symbol in the page itself: as files of their own, each one would cost the screen it is on a wait. */
function withPictograms(page: Uint8Array, files: AppFiles): Uint8Array {
  return toUtf8(
    Buffer.from(page)
      .toString('utf8')
      .replace('<body>', (body) => `${body}${files.pictogramSheet()}`),
  );
}

async function rendererFile(folder: string, path: string | undefined): Promise<Uint8Array | null> {
  if (path === undefined) return null;
  try {
    return await readFile(join(folder, ...path.split('/')));
  } catch {
    // A file that the build did not make is simply not there; the window shows that it is missing.
    return null;
  }
}

const SAFETY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
};

function headers(mediaType: string): Record<string, string> {
  return { ...SAFETY_HEADERS, 'Content-Type': mediaType };
}
