import { expect, test } from 'vitest';
import type { CarriedFile, Destination, OpenDestination, ReadBack } from '../../../electron/outbox/destination.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { expectOk } from '../../expect-ok.ts';

/** A destination for one test, and a way to its files past it. */
export interface Ground {
  readonly destination: Destination;
  readonly readBack: ReadBack;
  /** What stands under a name; null for nothing. */
  readonly look: (fileName: string) => Buffer | null;
  readonly names: () => readonly string[];
  /** Puts something there as somebody else would. */
  readonly plant: (fileName: string, bytes: Uint8Array) => void;
  /** Takes the whole folder away. */
  readonly takeAway: () => void;
}

const NAME = '0123456789abcdef0123456789abcdef.age';
const modifiedAt = new Date(Date.UTC(2026, 2, 4, 6));
// Longer than any one packet or block.
const BYTES = new Uint8Array(Buffer.alloc(100_001, 'a sealed file, say; '));

const file = (bytes: Uint8Array = BYTES): CarriedFile => ({ fileName: NAME, bytes, modifiedAt });

/** What every destination does, whatever it is; `lay` makes one for each test. */
export function destinationSuite(kind: string, lay: () => Promise<Ground>): void {
  const opened = async (): Promise<Ground & { readonly place: OpenDestination }> => {
    const ground = await lay();
    return { ...ground, place: expectOk(await ground.destination.open()) };
  };

  test(`${kind}: a file is there whole under its name alone, and was read back`, async () => {
    const { place, readBack, look, names } = await opened();
    expect(await place.put(file())).toEqual({ ok: true, value: readBack });
    expect(look(NAME)?.equals(BYTES)).toBe(true);
    expect(names()).toEqual([NAME]);
    await place.close();
  });

  test(`${kind}: the same file once more changes nothing`, async () => {
    const { place, readBack, names } = await opened();
    expectOk(await place.put(file()));
    expect(await place.put(file())).toEqual({ ok: true, value: readBack });
    expect(names()).toEqual([NAME]);
    await place.close();
  });

  test(`${kind}: other bytes under the name are left alone`, async () => {
    const { place, look, plant, names } = await opened();
    plant(NAME, Buffer.from('somebody else’s'));
    expect(await place.put(file())).toEqual({ ok: false, error: { kind: 'taken', fileName: NAME } });
    expect(look(NAME)?.toString()).toBe('somebody else’s');
    expect(names()).toEqual([NAME]);
    await place.close();
  });

  test(`${kind}: the beginning of a file, or nothing of it, is made whole`, async () => {
    for (const length of [0, 40_000]) {
      const { place, look, plant, names } = await opened();
      plant(NAME, BYTES.subarray(0, length));
      expectOk(await place.put(file()));
      expect(look(NAME)?.equals(BYTES)).toBe(true);
      expect(names()).toEqual([NAME]);
      await place.close();
    }
  });

  test(`${kind}: what a stop left half is in nobody’s way`, async () => {
    const { place, look, plant } = await opened();
    plant(`${NAME}.part`, Buffer.alloc(200_000, 'x'));
    expectOk(await place.put(file()));
    expect(look(NAME)?.equals(BYTES)).toBe(true);
    await place.close();
  });

  test(`${kind}: a head takes the place of the older one`, async () => {
    const { place, look, names } = await opened();
    expectOk(await place.replace(file(Buffer.from('an older head, and a longer one'))));
    expectOk(await place.replace(file(Buffer.from('a new head'))));
    expect(look(NAME)?.toString()).toBe('a new head');
    expect(names()).toEqual([NAME]);
    await place.close();
  });

  test(`${kind}: only the very file is removed`, async () => {
    const { place, look, plant } = await opened();
    const sha256 = nodeHasher.sha256(BYTES);
    expectOk(await place.remove({ fileName: NAME, sha256 }));
    plant(NAME, Buffer.from('somebody else’s'));
    expectOk(await place.remove({ fileName: NAME, sha256 }));
    expect(look(NAME)?.toString()).toBe('somebody else’s');
    plant(NAME, BYTES);
    expectOk(await place.remove({ fileName: NAME, sha256 }));
    expect(look(NAME)).toBeNull();
    await place.close();
  });

  test(`${kind}: what the centre laid down is listed and fetched`, async () => {
    const { place, plant } = await opened();
    plant('receipt-1.json', Buffer.from('{}'));
    plant('receipt-1.json.minisig', Buffer.from('signed'));
    expect(expectOk(await place.list()).toSorted()).toEqual(['receipt-1.json', 'receipt-1.json.minisig']);
    expect(Buffer.from(expectOk(await place.fetch('receipt-1.json', 10))).toString()).toBe('{}');
    await place.close();
  });

  test(`${kind}: a file that is too large, or not there, is told apart`, async () => {
    const { place, plant } = await opened();
    plant('receipt-1.json', Buffer.alloc(11));
    expect(await place.fetch('receipt-1.json', 10)).toEqual({
      ok: false,
      error: { kind: 'tooLarge', fileName: 'receipt-1.json' },
    });
    expect(await place.fetch('receipt-2.json', 10)).toEqual({
      ok: false,
      error: { kind: 'noFile', fileName: 'receipt-2.json' },
    });
    await place.close();
  });

  test(`${kind}: a folder that is not there is told, at first and in the middle`, async () => {
    const { place, destination, takeAway } = await opened();
    takeAway();
    expect(await place.put(file())).toEqual({ ok: false, error: { kind: 'folderMissing' } });
    await place.close();
    expect(await destination.open()).toEqual({ ok: false, error: { kind: 'folderMissing' } });
  });
}
