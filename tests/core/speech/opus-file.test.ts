import { crc32 } from 'node:zlib';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fail, ok } from '../../../core/basics/result.ts';
import { readOggPages, writeOggPage, type OggPage } from '../../../core/speech/ogg-page.ts';
import { checkOpusFile, MAX_RECORDING_BYTES, writeOpusFile } from '../../../core/speech/opus-file.ts';
import { expectOk } from '../../expect-ok.ts';

/** A packet of 20 ms, by its first byte; the others are any. */
const packetOf = (length: number, fill = 7): Uint8Array => {
  const packet = new Uint8Array(length).fill(fill);
  packet[0] = 31 << 3;
  return packet;
};
const FRAME = 960;
const PRE_SKIP = 312;
const second = Array.from({ length: 51 }, () => packetOf(80));
const file = (): Uint8Array => writeOpusFile({ packets: second, preSkip: PRE_SKIP, samples: 48_000 }, 1);

/** The file again, with its pages changed and its sums right. */
function changed(change: (page: OggPage, index: number) => Partial<OggPage>, bytes = file()): Uint8Array {
  const pages = readOggPages(bytes) ?? [];
  return Buffer.concat(pages.map((page, index) => writeOggPage({ ...page, ...change(page, index) })));
}

const only = (index: number, change: Partial<OggPage>) => changed((_, at) => (at === index ? change : {}));

test('what was written is a file of one stream that lasts as long as the sound', () => {
  expect(checkOpusFile(file())).toEqual(ok({ durationMs: 1000 }));
  const pages = readOggPages(file()) ?? [];
  expect(pages.map(({ packets, granule, sequence }) => [packets.length, granule, sequence])).toEqual([
    [1, 0, 0],
    [1, 0, 1],
    [50, 48_000, 2],
    [1, 48_312, 3],
  ]);
  expect(pages.map(({ isFirst, isLast }) => [isFirst, isLast])).toEqual([
    [true, false],
    [false, false],
    [false, false],
    [false, true],
  ]);
});

test('the sum of a page is Ogg’s', () => {
  // The CRC-32 of everybody else, of mirrored bits: 0x4f676753… of an empty first page, worked out by libogg.
  const page = writeOggPage({ isFirst: true, isLast: false, granule: 0, serial: 0, sequence: 0, packets: [] });
  const mirrored = (byte: number): number =>
    Number.parseInt(byte.toString(2).padStart(8, '0').split('').reverse().join(''), 2);
  const zeroed = page.slice();
  zeroed.fill(0, 22, 26);
  // Ogg begins with 0 and turns nothing round: the sum of a file that begins with the turned first word is the same.
  const begun = zeroed.map((byte, index) => mirrored(index < 4 ? byte ^ 0xff : byte));
  const sum = (crc32(begun) ^ 0xffffffff) >>> 0;
  const bits = sum.toString(2).padStart(32, '0').split('').reverse().join('');
  expect(new DataView(page.buffer).getUint32(22, true)).toBe(Number.parseInt(bits, 2));
});

test('any packets come back from the pages that hold them', () => {
  const packets = fc.array(fc.uint8Array({ maxLength: 700 }), { maxLength: 60 });
  fc.assert(
    fc.property(packets, fc.nat(), fc.nat(), (own, serial, granule) => {
      const page = { isFirst: false, isLast: true, granule, serial, sequence: 5, packets: own };
      expect(readOggPages(writeOggPage(page))).toEqual([page]);
    }),
  );
});

test('any sound is written so that it lasts as long, in pages that have room for it', () => {
  const sizes = fc.array(fc.integer({ min: 2, max: 1275 }), { minLength: 2, maxLength: 200 });
  fc.assert(
    fc.property(sizes, fc.nat(FRAME - 1), fc.nat(0xffff_ffff), (lengths, cut, serial) => {
      const packets = lengths.map((length) => packetOf(length));
      const samples = packets.length * FRAME - PRE_SKIP - cut;
      const bytes = writeOpusFile({ packets, preSkip: PRE_SKIP, samples }, serial);
      expect(checkOpusFile(bytes)).toEqual(ok({ durationMs: Math.round(samples / 48) }));
    }),
  );
});

test('packets wholly behind the sound are left out', () => {
  const bytes = writeOpusFile({ packets: second, preSkip: PRE_SKIP, samples: FRAME }, 1);
  expect(readOggPages(bytes)?.[2]?.packets).toHaveLength(2);
});

test.each([
  ['SILK, 60 ms', 3 << 3, 60],
  ['hybrid, 20 ms', 13 << 3, 20],
  ['CELT, 2.5 ms twice', (16 << 3) + 1, 5],
  ['CELT, 20 ms twice', (19 << 3) + 2, 40],
  ['SILK, 20 ms three times', (1 << 3) + 3, 60],
])('a packet of %s lasts as long as it says', (_, first, lastsMs) => {
  const packet = Uint8Array.of(first, 3);
  const bytes = writeOpusFile({ packets: [packet], preSkip: 0, samples: lastsMs * 48 }, 1);
  expect(checkOpusFile(bytes)).toEqual(ok({ durationMs: lastsMs }));
});

test('what cannot be written is a mistake of the program', () => {
  const sound = { packets: second, preSkip: PRE_SKIP, samples: 51 * FRAME };
  expect(() => writeOpusFile(sound, 1)).toThrow('less than was said');
  expect(() => writeOpusFile({ ...sound, packets: [new Uint8Array()] }, 1)).toThrow('not Opus');
  const page = { isFirst: false, isLast: true, granule: 0, serial: 1, sequence: 5, packets: [packetOf(70_000)] };
  expect(() => writeOggPage(page)).toThrow('no room');
});

test('a file is the same in whatever bytes it comes, and is not touched', () => {
  const bytes = Buffer.from(file());
  expect(checkOpusFile(bytes)).toEqual(ok({ durationMs: 1000 }));
  expect(bytes.equals(file())).toBe(true);
});

test.each([
  ['nothing', new Uint8Array()],
  ['a few letters', Buffer.from('OggS')],
  ['one byte too few', file().slice(0, -1)],
  ['one byte too many', Buffer.concat([file(), Uint8Array.of(0)])],
  ['another form of page', file().with(4, 1)],
  ['a page that goes on with another', file().with(5, 1)],
  ['a position of years', file().with(13, 1)],
  ['a page cut off in its list', file().slice(0, 27)],
  ['headers without sound', file().slice(0, 47 + 28 + 20)],
  ['a head of two channels', only(0, { packets: [headWith(9, 2)] })],
  ['a head with a gain', only(0, { packets: [headWith(16, 1)] })],
  ['a head that is too short', only(0, { packets: [Buffer.from('OpusHead')] })],
  ['two heads', changed(({ packets }, at) => (at === 0 ? { packets: [...packets, ...packets] } : {}))],
  ['a head that is somewhere', only(0, { granule: 1 })],
  ['tags of somebody else', only(1, { packets: [Buffer.from('OpusTags\u0004\0\0\0Meta\0\0\0\0')] })],
  ['longer tags', only(1, { packets: [Buffer.from('OpusTags')] })],
  ['tags that are somewhere', only(1, { granule: 1 })],
  ['two tags', changed(({ packets }, at) => (at === 1 ? { packets: [...packets, ...packets] } : {}))],
  ['a second beginning', only(2, { isFirst: true })],
  ['no beginning', only(0, { isFirst: false })],
  ['an early end', only(2, { isLast: true })],
  ['no end', only(3, { isLast: false })],
  ['another stream in it', only(2, { serial: 2 })],
  ['a page that is missing', only(2, { sequence: 3 })],
  ['a page without a packet', only(2, { packets: [] })],
  ['an empty packet', only(2, { packets: [new Uint8Array()] })],
  ['a packet longer than any', only(2, { packets: [Uint8Array.of((3 << 3) + 3, 3)] })],
  ['a packet that does not say its frames', only(2, { packets: [Uint8Array.of(3)] })],
  ['a packet without a frame', only(2, { packets: [Uint8Array.of(3, 0)] })],
  ['a position that the packets do not reach', only(2, { granule: 47_999 })],
  ['an end behind the packets', only(3, { granule: 51 * FRAME + 1 })],
  ['an end before the last packet', only(3, { granule: 50 * FRAME })],
  ['no more than what is skipped', writeOpusFile({ packets: second, preSkip: PRE_SKIP, samples: 0 }, 1)],
])('%s is no recording', (_, bytes) => {
  expect(checkOpusFile(bytes)).toEqual(fail({ kind: 'notOpus' }));
});

test('a file in which any one byte was changed is no recording, or it is the same', () => {
  const whole = file();
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const byte = whole[at] ?? 0;
      expect(checkOpusFile(whole.with(at, byte ^ flip)).ok).toBe(false);
    }),
  );
});

test('what is too large or too long is refused as such', () => {
  expect(checkOpusFile(new Uint8Array(MAX_RECORDING_BYTES + 1))).toEqual(fail({ kind: 'tooLarge' }));
  const minutes = { packets: Array.from({ length: 3100 }, () => packetOf(80)), preSkip: 0, samples: 61 * 48_000 };
  expect(checkOpusFile(writeOpusFile(minutes, 1))).toEqual(fail({ kind: 'tooLong' }));
  expect(expectOk(checkOpusFile(writeOpusFile({ ...minutes, samples: 60 * 48_000 }, 1))).durationMs).toBe(60_000);
});

function headWith(at: number, value: number): Uint8Array {
  const head = readOggPages(file())?.[0]?.packets[0] ?? new Uint8Array();
  return head.with(at, value);
}
