import type { Sound } from '../speech/speech-desk.ts';

/**
 * Answers a player that asks for a sound, or for a part of it: players ask for parts, and stay silent without them.
 *
 * @param range the request's Range header, or null
 */
export function soundResponse(
  { bytes, mediaType }: Sound,
  range: string | null,
  headers: Readonly<Record<string, string>>,
): Response {
  const whole = { ...headers, 'Content-Type': mediaType, 'Accept-Ranges': 'bytes' };
  const part = range === null ? null : wantedPart(range, bytes.length);
  if (part === null) {
    return new Response(new Uint8Array(bytes), { headers: { ...whole, 'Content-Length': String(bytes.length) } });
  }
  const { first, last } = part;
  return new Response(new Uint8Array(bytes.subarray(first, last + 1)), {
    status: 206,
    headers: {
      ...whole,
      'Content-Length': String(last + 1 - first),
      'Content-Range': `bytes ${first}-${last}/${bytes.length}`,
    },
  });
}

/** Reads `bytes=first-last` or `bytes=first-`; null for anything else, which is answered with the whole. */
function wantedPart(range: string, size: number): { readonly first: number; readonly last: number } | null {
  const [, from, to] = /^bytes=(\d{1,10})-(\d{0,10})$/.exec(range) ?? [];
  if (from === undefined) return null;
  const first = Number(from);
  const last = to === undefined || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return first <= last ? { first, last } : null;
}
