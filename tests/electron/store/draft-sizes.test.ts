import { readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  MOST_DRAFT_BYTES,
  makeFrame,
  newDraftFileKey,
  outlineOf,
  readFrames,
} from '../../../electron/store/draft-frames.ts';
import { openDrafts } from '../../../electron/store/drafts.ts';
import { systemRandom } from '../../../node/random.ts';
import { expectOk } from '../../expect-ok.ts';
import { soon } from '../../faults/soon.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { CHEAP_KEYS, someCode } from '../test-home.ts';
import { standingEpochs } from './standing-epochs.ts';

const MARKER_BYTES = 8;
const EPOCH = { number: 1, secret: new Uint8Array(32).fill(1) } as const;

function somePlace() {
  const place = { folder: temporaryFolder(), quarantine: temporaryFolder() };
  const keys = { salt: new Uint8Array(32), log2N: 1 };
  const epochs = standingEpochs(EPOCH);
  const drafts = expectOk(openDrafts({ ...place, keys, epochs, random: systemRandom, policy: CHEAP_KEYS }));
  return { ...place, drafts, path: () => join(place.folder, readdirSync(place.folder)[0] ?? '') };
}

/** As many beginnings of frames as fit: each tells a length, over all that follows or over as little as a frame has. */
function fullOfMarkers(marker: Uint8Array, { sizeBytes, isLong }: { sizeBytes: number; isLong: boolean }): Uint8Array {
  const file = Buffer.alloc(sizeBytes);
  const step = MARKER_BYTES + 4;
  for (let start = 0; start + step + 64 < sizeBytes; start += step) {
    file.set(marker, start);
    file.writeUInt32BE(isLong ? sizeBytes - start - 44 : 16, start + MARKER_BYTES);
  }
  return file;
}

test.each([{ isLong: true }, { isLong: false }])(
  'the largest draft, made of nothing but beginnings of frames, is found damaged at once (%o)',
  async ({ isLong }) => {
    const fileKey = newDraftFileKey(new Uint8Array(32).fill(7), systemRandom);
    const frame = makeFrame(fileKey, { number: 1, content: new Uint8Array(100) }, systemRandom);
    const start = Buffer.concat([fileKey.header, frame]);
    const sizeBytes = MOST_DRAFT_BYTES - start.length;
    const marker = fileKey.header.subarray(-MARKER_BYTES);
    const file = Buffer.concat([start, fullOfMarkers(marker, { sizeBytes, isLong })]);
    expect(await soon(() => readFrames(fileKey, file))).toEqual({ kind: 'damaged' });
    expect(await soon(() => outlineOf(file))).toBe('damaged');
  },
);

test('a file larger than any draft is set aside unread', async () => {
  const { drafts, path, quarantine } = somePlace();
  const code = someCode();
  expectOk(await drafts.create(code, Buffer.from('one'))).close();
  truncateSync(path(), 3 * 1024 ** 3);
  expect(await drafts.open(code)).toEqual({ ok: false, error: { kind: 'damaged' } });
  expect(readdirSync(quarantine)).toHaveLength(1);
});

test('a draft that would become too large is written anew, and goes on with its last save', async () => {
  const { drafts, path } = somePlace();
  const code = someCode();
  const draft = expectOk(await drafts.create(code, Buffer.from('one')));
  const snapshot = (letter: string) => Buffer.alloc(MOST_DRAFT_BYTES / 4, letter);
  const sizes = ['a', 'b', 'c', 'd', 'e'].map((letter) => {
    expectOk(draft.save(snapshot(letter)));
    return statSync(path()).size;
  });
  draft.close();
  expect(sizes.map((size) => Math.trunc(size / (MOST_DRAFT_BYTES / 4)))).toEqual([1, 2, 3, 1, 2]);
  const again = expectOk(await drafts.open(code));
  again.draft.close();
  expect(snapshot('e').equals(again.contents.at(-1) ?? new Uint8Array())).toBe(true);
  expect(readFileSync(path()).length).toBe(sizes.at(-1));
});

test('a bad frame with another bad one behind it is damage, and no torn tail', async () => {
  const { drafts, path, quarantine } = somePlace();
  const code = someCode();
  const draft = expectOk(await drafts.create(code, Buffer.from('one')));
  const lengths = ['two', 'six'].map((text) => {
    const { size } = statSync(path());
    expectOk(draft.save(Buffer.from(text)));
    return size;
  });
  draft.close();
  const file = readFileSync(path());
  for (const start of lengths) file.writeUInt8(file.readUInt8(start + 60) ^ 1, start + 60);
  writeFileSync(path(), file);
  expect(await drafts.open(code)).toEqual({ ok: false, error: { kind: 'damaged' } });
  expect(readdirSync(quarantine)).toHaveLength(1);
});
