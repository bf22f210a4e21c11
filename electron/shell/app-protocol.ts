import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { protocol, type Session } from 'electron';

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
  readonly pictogram: (name: string) => Uint8Array | null;
}

/** Must run before the program is ready: a scheme's rights are fixed then. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
}

/** Serves app://kiosk to one session. Nothing is cached, nothing outside the two sources is reachable. */
export function serveApp(session: Session, files: AppFiles): void {
  session.protocol.handle('app', async (request) => {
    const found = request.method === 'GET' ? await find(new URL(request.url), files) : null;
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
const PICTOGRAM_PATH = /^\/pictograms\/([a-z0-9-]+)\.svg$/;

async function find(url: URL, files: AppFiles): Promise<Found | null> {
  if (url.host !== 'kiosk') return null;
  const pictogram = PICTOGRAM_PATH.exec(url.pathname)?.[1];
  const path = RENDERER_PATH.exec(url.pathname)?.[1];
  const mediaType = MEDIA_TYPES[extname(url.pathname)];
  if (mediaType === undefined) return null;
  const bytes = pictogram !== undefined ? files.pictogram(pictogram) : await rendererFile(files.rendererFolder, path);
  return bytes === null ? null : { bytes: new Uint8Array(bytes), mediaType };
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

function headers(mediaType: string): Record<string, string> {
  return {
    'Content-Type': mediaType,
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
  };
}
