import { fail, ok, type Result } from '../basics/result.ts';
import { toUtf8 } from '../basics/utf8.ts';
import { MOST_SEGMENTS, readOggPages, segmentsOf, writeOggPage, type OggPage } from './ogg-page.ts';
import { durationOf, LONGEST_TAKE_MS, SAMPLES_PER_SECOND } from './voice-take.ts';

/** How large a recording may be, in bytes: a minute at twice the rate at which voices are kept. */
export const MAX_RECORDING_BYTES = 500 * 1024;

/** What an encoder made of some sound. */
export interface OpusSound {
  readonly packets: readonly Uint8Array[];
  /** Samples at the beginning that the decoder needs and nobody hears. */
  readonly preSkip: number;
  /** How many samples are heard. */
  readonly samples: number;
}

/** Why a file is no recording of ours. */
export type OpusFileProblem = { readonly kind: 'tooLarge' | 'notOpus' | 'tooLong' };

const HEAD = toUtf8('OpusHead');
const TAGS = toUtf8('OpusTags');
/** Says which program wrote it, and nothing else: whose voice it is stands beside it. */
const VENDOR = toUtf8('Matu');
const HEAD_BYTES = 19;
/** A page a second, as others write it. */
const PAGE_SAMPLES = SAMPLES_PER_SECOND;
const LONGEST_PACKET = 5760;

/**
 * Writes Opus packets of one channel as an Ogg file. What the encoder added behind the sound is cut off by the last
 * page's position. Source: RFC 7845
 *
 * @param serial tells streams apart; any number of 32 bits
 * @throws when the packets are not Opus, or hold less than was said
 */
export function writeOpusFile({ packets, preSkip, samples }: OpusSound, serial: number): Uint8Array<ArrayBuffer> {
  const end = preSkip + samples;
  const pages = [[headPacket(preSkip)], [tagsPacket()]].map((own, sequence) =>
    writeOggPage({ isFirst: sequence === 0, isLast: false, granule: 0, serial, sequence, packets: own }),
  );
  const sound = pagesOf(packets, end);
  for (const [index, { packets: own, endsAt }] of sound.entries()) {
    const isLast = index === sound.length - 1;
    if (isLast && endsAt < end) throw new Error('The packets hold less than was said');
    const granule = Math.min(endsAt, end);
    pages.push(writeOggPage({ isFirst: false, isLast, granule, serial, sequence: index + 2, packets: own }));
  }
  return joined(pages);
}

/** The packets of a page, and the sample behind them. */
interface SoundPage {
  readonly packets: readonly Uint8Array[];
  readonly endsAt: number;
}

function pagesOf(packets: readonly Uint8Array[], end: number): readonly SoundPage[] {
  const pages: SoundPage[] = [];
  let own: Uint8Array[] = [];
  let startsAt = 0;
  let at = 0;
  const turn = (): void => {
    pages.push({ packets: own, endsAt: at });
    own = [];
    startsAt = at;
  };
  for (const packet of packets) {
    if (at >= end) break;
    const samples = packetSamples(packet);
    if (samples === null) throw new Error('A packet is not Opus');
    const segments = [...own, packet].reduce((sum, each) => sum + segmentsOf(each), 0);
    if (own.length > 0 && (at + samples - startsAt > PAGE_SAMPLES || segments > MOST_SEGMENTS)) turn();
    own.push(packet);
    at += samples;
  }
  turn();
  return pages;
}

/**
 * Checks that a file is one recording as `writeOpusFile` writes it, from the first byte to the last: one stream of one
 * channel, whole, at most a minute. What its packets say is for a decoder, in a window that may do nothing.
 */
export function checkOpusFile(bytes: Uint8Array): Result<{ readonly durationMs: number }, OpusFileProblem> {
  if (bytes.length > MAX_RECORDING_BYTES) return fail({ kind: 'tooLarge' });
  const pages = readOggPages(bytes) ?? [];
  const [head, tags, ...sound] = pages;
  const preSkip = head === undefined ? null : preSkipOf(head);
  const samples = samplesOf(sound);
  const isWhole = tags !== undefined && areTags(tags) && pages.every((page, index) => isInPlace(page, index, pages));
  if (preSkip === null || samples === null || !isWhole || samples <= preSkip) return fail({ kind: 'notOpus' });
  const durationMs = durationOf(samples - preSkip);
  return durationMs > LONGEST_TAKE_MS ? fail({ kind: 'tooLong' }) : ok({ durationMs });
}

function isInPlace({ isFirst, isLast, serial, sequence }: OggPage, index: number, pages: readonly OggPage[]): boolean {
  return (
    isFirst === (index === 0) &&
    isLast === (index === pages.length - 1) &&
    serial === pages[0]?.serial &&
    sequence === index
  );
}

function preSkipOf({ packets, granule }: OggPage): number | null {
  const [packet] = packets;
  if (packets.length !== 1 || packet?.length !== HEAD_BYTES || granule !== 0) return null;
  const preSkip = new DataView(packet.buffer, packet.byteOffset).getUint16(10, true);
  return headPacket(preSkip).every((byte, index) => packet[index] === byte) ? preSkip : null;
}

function areTags({ packets, granule }: OggPage): boolean {
  const [packet] = packets;
  const own = tagsPacket();
  return granule === 0 && packets.length === 1 && packet?.length === own.length && own.every((b, i) => packet[i] === b);
}

/** How many samples the pages of sound hold; null where one says something else than its packets. */
function samplesOf(pages: readonly OggPage[]): number | null {
  let at = 0;
  for (const [index, { packets, granule }] of pages.entries()) {
    const lengths = packets.map(packetSamples);
    for (const samples of lengths) {
      if (samples === null) return null;
      at += samples;
    }
    const last = lengths.at(-1) ?? null;
    if (last === null) return null;
    const isLast = index === pages.length - 1;
    // Only what the encoder added behind the sound is cut off: less than a packet, in the last page.
    if (isLast ? granule > at || granule <= at - last : granule !== at) return null;
    if (isLast) return granule;
  }
  return null;
}

function headPacket(preSkip: number): Uint8Array {
  const packet = new Uint8Array(HEAD_BYTES);
  packet.set(HEAD);
  const view = new DataView(packet.buffer);
  view.setUint8(8, 1);
  view.setUint8(9, 1);
  view.setUint16(10, preSkip, true);
  view.setUint32(12, SAMPLES_PER_SECOND, true);
  return packet;
}

function tagsPacket(): Uint8Array {
  const packet = new Uint8Array(TAGS.length + 4 + VENDOR.length + 4);
  packet.set(TAGS);
  new DataView(packet.buffer).setUint32(TAGS.length, VENDOR.length, true);
  packet.set(VENDOR, TAGS.length + 4);
  return packet;
}

/** Samples of a frame by the configuration of a packet. Source: RFC 6716, section 3.1 */
function frameSamples(configuration: number): number {
  if (configuration >= 16) return 120 << (configuration & 3);
  if (configuration >= 12) return 480 << (configuration & 1);
  const step = configuration & 3;
  return step === 0 ? 480 : 960 * step;
}

/** One frame, two, or as many as the second byte says. */
function framesOf(code: number, packet: Uint8Array): number {
  if (code === 3) return (packet[1] ?? 0) & 0x3f;
  return code === 0 ? 1 : 2;
}

/** How many samples a packet holds; null for what cannot be one. */
function packetSamples(packet: Uint8Array): number | null {
  const [first] = packet;
  if (first === undefined) return null;
  const samples = framesOf(first & 3, packet) * frameSamples(first >> 3);
  return samples > 0 && samples <= LONGEST_PACKET ? samples : null;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
