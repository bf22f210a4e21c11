/** A page of an Ogg stream. Source: RFC 3533, "The Ogg page format" */
export interface OggPage {
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** In samples; where the stream has come to at the end of the page. */
  readonly granule: number;
  readonly serial: number;
  readonly sequence: number;
  /** Whole packets: what Matu writes, and takes, has none that goes on in another page. */
  readonly packets: readonly Uint8Array[];
}

const CAPTURE = [0x4f, 0x67, 0x67, 0x53] as const;
const HEADER_BYTES = 27;
const CHECKSUM_AT = 22;
const FIRST = 2;
const LAST = 4;
/** A segment of so many bytes is not the last of its packet. */
const FULL_SEGMENT = 255;
/** As many segments stand in one page. */
export const MOST_SEGMENTS = 255;

/** How many segments a packet takes. */
export function segmentsOf(packet: Uint8Array): number {
  return Math.floor(packet.length / FULL_SEGMENT) + 1;
}

/**
 * Writes a page.
 *
 * @throws when the packets have no room in one page
 */
export function writeOggPage({
  isFirst,
  isLast,
  granule,
  serial,
  sequence,
  packets,
}: OggPage): Uint8Array<ArrayBuffer> {
  const segments = packets.flatMap((packet) => [
    ...Array.from({ length: segmentsOf(packet) - 1 }, () => FULL_SEGMENT),
    packet.length % FULL_SEGMENT,
  ]);
  if (segments.length > MOST_SEGMENTS) throw new Error('The packets have no room in one page');
  const header = HEADER_BYTES + segments.length;
  const page = new Uint8Array(header + packets.reduce((sum, { length }) => sum + length, 0));
  const view = new DataView(page.buffer);
  page.set(CAPTURE);
  page[5] = (isFirst ? FIRST : 0) + (isLast ? LAST : 0);
  view.setBigUint64(6, BigInt(granule), true);
  view.setUint32(14, serial, true);
  view.setUint32(18, sequence, true);
  page[26] = segments.length;
  page.set(segments, HEADER_BYTES);
  let at = header;
  for (const packet of packets) {
    page.set(packet, at);
    at += packet.length;
  }
  view.setUint32(CHECKSUM_AT, checksum(page), true);
  return page;
}

/**
 * Reads all pages of a file.
 *
 * @returns null where it is not made of whole pages of whole packets, or was damaged
 */
export function readOggPages(bytes: Uint8Array): readonly OggPage[] | null {
  const pages: OggPage[] = [];
  for (let at = 0; at < bytes.length;) {
    const read = readPage(bytes.subarray(at));
    if (read === null) return null;
    pages.push(read.page);
    at += read.length;
  }
  return pages;
}

function readPage(bytes: Uint8Array): { readonly page: OggPage; readonly length: number } | null {
  if (bytes.length < HEADER_BYTES || !CAPTURE.every((byte, index) => bytes[index] === byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const version = view.getUint8(4);
  const kind = view.getUint8(5);
  const granule = view.getBigUint64(6, true);
  // A page that goes on with the packet of another has the lowest bit, and 48 bits are days.
  if (version !== 0 || (kind & ~(FIRST | LAST)) !== 0 || granule >> 48n !== 0n) return null;
  const segments = bytes.subarray(HEADER_BYTES, HEADER_BYTES + view.getUint8(26));
  const header = HEADER_BYTES + view.getUint8(26);
  const length = header + segments.reduce((sum, size) => sum + size, 0);
  if (bytes.length < length || segments.at(-1) === FULL_SEGMENT) return null;
  // A copy, whatever kind of bytes these are: a Buffer's slice is none.
  const page = new Uint8Array(bytes.subarray(0, length));
  page.fill(0, CHECKSUM_AT, CHECKSUM_AT + 4);
  if (checksum(page) !== view.getUint32(CHECKSUM_AT, true)) return null;
  return {
    page: {
      isFirst: (kind & FIRST) !== 0,
      isLast: (kind & LAST) !== 0,
      granule: Number(granule),
      serial: view.getUint32(14, true),
      sequence: view.getUint32(18, true),
      packets: packetsOf(page.subarray(header), segments),
    },
    length,
  };
}

function packetsOf(body: Uint8Array, segments: Uint8Array): readonly Uint8Array[] {
  const packets: Uint8Array[] = [];
  let start = 0;
  let end = 0;
  for (const size of segments) {
    end += size;
    if (size === FULL_SEGMENT) continue;
    packets.push(body.slice(start, end));
    start = end;
  }
  return packets;
}

/** Ogg's own: the polynomial of CRC-32, neither reflected nor inverted. */
const TABLE = new DataView(new ArrayBuffer(1024));
for (let index = 0; index < 256; index += 1) {
  let sum = index << 24;
  for (let bit = 0; bit < 8; bit += 1) sum = (sum << 1) ^ (sum < 0 ? 0x04c11db7 : 0);
  TABLE.setInt32(4 * index, sum);
}

function checksum(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => ((sum << 8) ^ TABLE.getInt32(4 * ((sum >>> 24) ^ byte))) >>> 0, 0);
}
