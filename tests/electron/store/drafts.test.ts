import { hkdfSync } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Random } from '../../../core/basics/random.ts';
import { takeBackKeyOf } from '../../../electron/store/draft-keys.ts';
import { openDrafts } from '../../../electron/store/drafts.ts';
import { systemRandom } from '../../../node/random.ts';
import { expectOk } from '../../expect-ok.ts';
import { CHEAP_KEYS, newestOf, someCode } from '../test-home.ts';
import { EPOCH, bytes, draftsIn, newPlace, reopened, savedDraft } from './drafts-in.ts';
import { standingEpochs } from './standing-epochs.ts';

test('a draft is what was saved since it was last written anew, in order, however often it is reopened', async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constantFrom('save', 'compact'), snapshot: fc.uint8Array({ maxLength: 300 }) }),
    fc.constant({ kind: 'reopen' } as const),
    fc.constant({ kind: 'wait' } as const),
  );
  const place = newPlace();
  await fc.assert(
    fc.asyncProperty(fc.uint8Array(), fc.array(step, { maxLength: 12 }), async (first, steps) => {
      const drafts = draftsIn(place);
      const code = someCode();
      let draft = expectOk(await drafts.create(code, first));
      let kept = [first];
      for (const each of steps) {
        if (each.kind === 'wait') {
          await nextTurn();
          continue;
        }
        if (!('snapshot' in each)) {
          draft.close();
          const opened = expectOk(await drafts.open(code));
          expect([opened.contents, opened.hadTornTail]).toEqual([kept, false]);
          ({ draft } = opened);
          continue;
        }
        expectOk(each.kind === 'save' ? draft.save(each.snapshot) : draft.compact(each.snapshot));
        kept = each.kind === 'save' ? [...kept, each.snapshot] : [each.snapshot];
      }
      draft.close();
      const opened = expectOk(await draftsIn(place).open(code));
      expect(opened.contents).toEqual(kept);
      expectOk(opened.draft.delete());
    }),
    { numRuns: 40 },
  );
  expect(readdirSync(place.folder)).toEqual([]);
});

test('another code finds nothing, not even one that differs in a single digit', async () => {
  const place = newPlace();
  const { code } = await savedDraft(place, ['mine']);
  const noSuchCode = { ok: false, error: { kind: 'noSuchCode' } } as const;
  const other = `${code.slice(0, 15)}${code.endsWith('8') ? '1' : '8'}` as typeof code;
  expect(await draftsIn(place).open(other)).toMatchObject(noSuchCode);
  expect(await draftsIn(place).open(someCode())).toMatchObject(noSuchCode);
  expect(await reopened(place, code)).toEqual({ snapshot: 'mine', hadTornTail: false });
});

test('a code that no draft has comes with the key that takes a letter back, the same at every try', async () => {
  const place = newPlace();
  const code = someCode();
  const key = await draftsIn(place).takeBackKey(code);
  expect(key).toHaveLength(32);
  expect(await draftsIn(place).open(code)).toEqual({ ok: false, error: { kind: 'noSuchCode', takeBackKey: key } });
  expect(await draftsIn(place).takeBackKey(someCode())).not.toEqual(key);
  expect(key).not.toEqual(takeBackKeyOf(new Uint8Array(32)));
});

test('the key of a stretched code is HKDF-SHA256 without salt, as docs/bundle-format.md says', () => {
  const expected = hkdfSync('sha256', new Uint8Array(32).fill(1), new Uint8Array(), 'matu take back v1', 32);
  expect(takeBackKeyOf(new Uint8Array(32).fill(1))).toEqual(new Uint8Array(expected));
});

test('a draft opens under its own epoch only, and under every live one', async () => {
  const place = newPlace();
  const { code } = await savedDraft(place, ['mine']);
  const keys = { salt: new Uint8Array(32), log2N: 1 };
  const options = { ...place, keys, random: systemRandom, policy: CHEAP_KEYS };
  const next = { number: 2, secret: new Uint8Array(32).fill(2) };
  const without = expectOk(openDrafts({ ...options, epochs: standingEpochs(next) }));
  expect(await without.open(code)).toMatchObject({ ok: false, error: { kind: 'noSuchCode' } });
  const both = expectOk(openDrafts({ ...options, epochs: standingEpochs(next, EPOCH) }));
  expect(newestOf(expectOk(await both.open(code)))).toBe('mine');
});

test('neither the answers nor the code stand in the files or their names', async () => {
  const place = newPlace();
  const { code, path } = await savedDraft(place, ['a canary that sings', 'a canary that sings twice']);
  const file = readFileSync(path);
  for (const encoding of ['utf8', 'utf16le', 'base64', 'hex'] as const) {
    expect(file.includes(Buffer.from('canary').toString(encoding))).toBe(false);
  }
  expect(file.includes(code) || path.includes(code)).toBe(false);
});

test('a last frame that is cut at any byte, or zero from any byte on, gives the snapshot before it', async () => {
  const place = newPlace();
  const { code, path, lengths } = await savedDraft(place, ['one', 'two', 'three']);
  const whole = readFileSync(path);
  const [, goodBytes = 0, end = 0] = lengths;
  for (let cut = goodBytes + 1; cut < end; cut += 1) {
    for (const torn of [whole.subarray(0, cut), Buffer.concat([whole.subarray(0, cut), Buffer.alloc(end - cut)])]) {
      if (torn.equals(whole)) continue;
      writeFileSync(path, torn);
      expect(await reopened(place, code)).toEqual({ snapshot: 'two', hadTornTail: true });
      expect(readFileSync(path).equals(whole.subarray(0, goodBytes))).toBe(true);
    }
  }
  expect(await reopened(place, code)).toEqual({ snapshot: 'two', hadTornTail: false });
});

test('a torn tail is kept in quarantine, the draft goes on, and deleting it deletes the tail too', async () => {
  const place = newPlace();
  const { code, path, lengths } = await savedDraft(place, ['one', 'two']);
  writeFileSync(path, readFileSync(path).subarray(0, -1));
  const { draft } = expectOk(await draftsIn(place).open(code));
  const kept = readdirSync(place.quarantine);
  expect(kept).toHaveLength(1);
  expect(readFileSync(join(place.quarantine, kept[0] ?? ''))).toHaveLength((lengths[1] ?? 0) - (lengths[0] ?? 0) - 1);
  expectOk(draft.save(bytes('three')));
  draft.close();
  expect(await reopened(place, code)).toEqual({ snapshot: 'three', hadTornTail: false });
  const again = expectOk(await draftsIn(place).open(code));
  expectOk(again.draft.delete());
  expect([readdirSync(place.folder), readdirSync(place.quarantine)]).toEqual([[], []]);
});

test('a flipped bit before the last frame quarantines the draft, and nothing acknowledged is cut off unseen', async () => {
  const place = newPlace();
  const { code, path, lengths } = await savedDraft(place, ['one', 'two', 'three']);
  const whole = readFileSync(path);
  const [, lastFrame = 0] = lengths;
  for (let index = 0; index < whole.length; index += 1) {
    const flipped = Buffer.from(whole.map((byte, at) => (at === index ? byte ^ (1 << (index % 8)) : byte)));
    writeFileSync(path, flipped);
    if (index >= lastFrame) {
      expect(await reopened(place, code)).toEqual({ snapshot: 'two', hadTornTail: true });
      continue;
    }
    expect(await draftsIn(place).open(code)).toEqual({ ok: false, error: { kind: 'damaged' } });
    expect(readdirSync(place.folder)).toEqual([]);
  }
  const damaged = readdirSync(place.quarantine).filter((name) => name.startsWith('damaged-'));
  expect(damaged).toHaveLength(lastFrame);
  expect(readFileSync(join(place.quarantine, damaged[0] ?? ''))).toHaveLength(whole.length);
});

test('frames cannot be left out, doubled, exchanged or brought in from another draft', async () => {
  const place = newPlace();
  const mine = await savedDraft(place, ['one', 'two', 'six', 'ten']);
  const whole = readFileSync(mine.path);
  const frame = (number: number) => whole.subarray(mine.lengths[number - 2], mine.lengths[number - 1]);
  const start = whole.subarray(0, mine.lengths[0]);
  const otherPlace = newPlace();
  const other = await savedDraft(otherPlace, ['one', 'two']);
  const foreign = readFileSync(other.path).subarray(other.lengths[0]);
  const damaged = [
    [start, frame(3), frame(4)],
    [start, frame(3), frame(2)],
    [start, frame(2), frame(2), frame(3)],
    [start, foreign, frame(2), frame(3)],
    [frame(2), frame(3)],
  ];
  for (const parts of damaged) {
    writeFileSync(mine.path, Buffer.concat(parts));
    expect(await draftsIn(place).open(mine.code)).toEqual({ ok: false, error: { kind: 'damaged' } });
  }
  writeFileSync(mine.path, Buffer.concat([start, foreign]));
  expect(await reopened(place, mine.code)).toEqual({ snapshot: 'one', hadTornTail: true });
});

test('compacting leaves nothing of the earlier saves in the file', async () => {
  const place = newPlace();
  const { code, path, lengths } = await savedDraft(place, ['one', 'two', 'three']);
  const before = readFileSync(path);
  const { draft } = expectOk(await draftsIn(place).open(code));
  expectOk(draft.compact(bytes('two')));
  draft.close();
  const after = readFileSync(path);
  expect(after).toHaveLength(lengths[0] ?? 0);
  // Ten bytes: a frame's length and number, eight bytes together, are rightly the same.
  for (let start = 8; start + 10 <= before.length; start += 1) {
    expect(after.includes(before.subarray(start, start + 10))).toBe(false);
  }
});

test('a draft is open once, and closing it wipes its keys and ends its saving', async () => {
  const place = newPlace();
  const drawn: Uint8Array[] = [];
  const random: Random = {
    bytes: (length) => {
      const fresh = systemRandom.bytes(length);
      if (length === 32) drawn.push(fresh);
      return fresh;
    },
  };
  const drafts = draftsIn(place, { random });
  const code = someCode();
  const draft = expectOk(await drafts.create(code, bytes('one')));
  expect(await drafts.open(code)).toEqual({ ok: false, error: { kind: 'alreadyOpen' } });
  expectOk(draft.compact(bytes('two')));
  draft.close();
  draft.close();
  expect(drawn).toHaveLength(2);
  expect(drawn.flatMap((key) => [...key]).every((byte) => byte === 0)).toBe(true);
  const closed = { ok: false, error: { kind: 'closed' } };
  expect([draft.save(bytes('x')), draft.compact(bytes('x')), draft.delete()]).toEqual([closed, closed, closed]);
  expect(newestOf(expectOk(await drafts.open(code)))).toBe('two');
});

test('a file that a stop left unfinished is moved away at the start', () => {
  const place = newPlace();
  writeFileSync(join(place.folder, 'ab.draft.0011.tmp'), 'half');
  draftsIn(place);
  expect(readdirSync(place.folder)).toEqual([]);
  expect(readdirSync(place.quarantine)[0]).toMatch(/^unfinished-ab\.draft/);
});
