import { inflateRawSync, inflateSync, constants } from 'node:zlib';

/** Streams within streams are opened this deep. */
const DEEPEST = 2;
const MOST_INFLATED_BYTES = 64 * 1024 * 1024;
const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);
const ZIP_ENTRY = Buffer.from('PK\x03\x04', 'latin1');
const ZIP_ENTRY_BYTES = 30;

/** A marker word that was found, and how it was written there. */
export interface FoundMarker {
  readonly marker: string;
  readonly how: string;
}

/**
 * Finds marker words in bytes: in UTF-8, UTF-16 of both orders, base64 at every alignment, hexadecimal, and all these
 * inside gzip, zlib, zip and raw deflate streams.
 */
export function findMarkers(bytes: Buffer, markers: readonly string[], depth = 0): readonly FoundMarker[] {
  const plain = plainIn(bytes, searchFor(markers));
  if (depth >= DEEPEST) return plain;
  const packed = [...inflatedIn(bytes)].flatMap(([how, inner]) =>
    findMarkers(inner, markers, depth + 1).map((found) => ({ ...found, how: `${how}, ${found.how}` })),
  );
  return [...plain, ...packed];
}

/** A marker word in one of its forms. */
interface Form extends FoundMarker {
  readonly bytes: Buffer;
}

/** All forms of some words, by the two bytes that they begin with: each place of many megabytes is looked at once. */
interface Search {
  readonly forms: readonly Form[];
  readonly byStart: ReadonlyMap<number, readonly Form[]>;
  readonly isStart: Uint8Array;
}

const searches = new WeakMap<readonly string[], Search>();

function searchFor(markers: readonly string[]): Search {
  const search = searches.get(markers) ?? newSearch(markers);
  searches.set(markers, search);
  return search;
}

function newSearch(markers: readonly string[]): Search {
  const forms = markers.flatMap((marker) => formsOf(marker).map(([how, bytes]) => ({ marker, how, bytes })));
  const byStart = grouped(forms);
  const isStart = new Uint8Array(2 ** 16);
  for (const start of byStart.keys()) isStart[start] = 1;
  return { forms, byStart, isStart };
}

function grouped(forms: readonly Form[]): ReadonlyMap<number, readonly Form[]> {
  const byStart = new Map<number, Form[]>();
  for (const form of forms) {
    const start = form.bytes.readUInt16LE(0);
    byStart.set(start, [...(byStart.get(start) ?? []), form]);
  }
  return byStart;
}

function plainIn(bytes: Buffer, { forms, byStart, isStart }: Search): readonly FoundMarker[] {
  const found = new Set<Form>();
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    const start = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    if (isStart[start] === 0) continue;
    for (const form of byStart.get(start) ?? []) if (standsAt(bytes, at, form.bytes)) found.add(form);
  }
  return forms.filter((form) => found.has(form)).map(({ marker, how }) => ({ marker, how }));
}

function standsAt(bytes: Buffer, at: number, wanted: Buffer): boolean {
  for (let place = 0; place < wanted.length; place += 1) if (bytes[at + place] !== wanted[place]) return false;
  return true;
}

/** The ways in which a word may be written, each as the bytes to look for. */
function formsOf(word: string): readonly (readonly [how: string, form: Buffer])[] {
  const utf8 = Buffer.from(word, 'utf8');
  const utf16 = Buffer.from(word, 'utf16le');
  const hex = utf8.toString('hex');
  return [
    ['UTF-8', utf8],
    ['UTF-16LE', utf16],
    ['UTF-16BE', Buffer.from(utf16).swap16()],
    ['hexadecimal', Buffer.from(hex)],
    ['hexadecimal', Buffer.from(hex.toUpperCase())],
    ...[0, 1, 2].flatMap((before) => base64Forms(utf8, before, 'base64 of UTF-8')),
    ...[0, 1, 2].flatMap((before) => base64Forms(utf16, before, 'base64 of UTF-16LE')),
  ];
}

/** The characters of base64 that stand for these bytes alone, with so many others before them, in both alphabets. */
function base64Forms(bytes: Buffer, before: number, how: string): readonly (readonly [how: string, form: Buffer])[] {
  const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
  const inner = text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  const inUrls = inner.replaceAll('+', '-').replaceAll('/', '_');
  return [...new Set([inner, inUrls])].map((form) => [how, Buffer.from(form)] as const);
}

/** Whatever in the bytes can be inflated. A stream without a header is looked for at the beginning only. */
function* inflatedIn(bytes: Buffer): Generator<readonly [how: string, inner: Buffer]> {
  for (const start of placesOf(bytes, GZIP)) {
    yield* inflated('gzip', inflateRawSync, bytes.subarray(start + gzipHeaderBytes(bytes.subarray(start))));
  }
  for (const start of zlibHeaders(bytes)) yield* inflated('zlib', inflateSync, bytes.subarray(start));
  for (const start of placesOf(bytes, ZIP_ENTRY)) {
    if (start + ZIP_ENTRY_BYTES > bytes.length) continue;
    const names = bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    yield* inflated('zip', inflateRawSync, bytes.subarray(start + ZIP_ENTRY_BYTES + names));
  }
  yield* inflated('deflate', inflateRawSync, bytes);
}

type Inflate = typeof inflateRawSync;

function* inflated(how: string, inflate: Inflate, bytes: Buffer): Generator<readonly [how: string, inner: Buffer]> {
  try {
    // A stream may have been cut short: what is there of it counts.
    const inner = inflate(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_INFLATED_BYTES });
    if (inner.length > 0) yield [how, inner];
  } catch {
    // Bytes that only looked like a stream.
  }
}

/** RFC 1952. The header is passed by hand, because Node takes nothing that has other bytes behind its end. */
function gzipHeaderBytes(bytes: Buffer): number {
  const flags = bytes[3] ?? 0;
  let end = 10;
  if ((flags & 0x04) !== 0 && end + 2 <= bytes.length) end += 2 + bytes.readUInt16LE(end);
  for (const text of [0x08, 0x10]) if ((flags & text) !== 0) end = bytes.indexOf(0, end) + 1;
  return (flags & 0x02) === 0 ? end : end + 2;
}

/** Where a zlib stream may begin: method 8, a window of at most 32 KiB, no dictionary, and a check that fits. */
function* zlibHeaders(bytes: Buffer): Generator<number> {
  for (let place = 0; place + 1 < bytes.length; place += 1) {
    const method = bytes[place] ?? 0;
    if ((method & 0x0f) !== 8 || method > 0x78) continue;
    const flags = bytes[place + 1] ?? 0;
    if ((flags & 0x20) === 0 && (method * 256 + flags) % 31 === 0) yield place;
  }
}

function* placesOf(bytes: Buffer, wanted: Buffer): Generator<number> {
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) yield at;
}
