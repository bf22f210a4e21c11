import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fail } from '../../../core/basics/result.ts';
import type { TextRow } from '../../../core/translation/text-row.ts';
import { openEditions } from '../../../electron/translation/home-editions.ts';
import { TextsKeeper } from '../../../electron/translation/texts-keeper.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { SHIPPED_FILES } from '../content/shipped-content.ts';

const KEY = 'kiosk.hide';
const NOW_MS = 1_795_000_000_000;
const AUTHOR = { name: 'Aviâja' };
const TRANSLATOR = { name: 'Malik', reviewer: 'translator' } as const;
const WORKER = { name: 'Inuk', reviewer: 'treatmentWorker' } as const;

function keeperIn(folder: string): TextsKeeper {
  return new TextsKeeper({
    open: () => openEditions(folder, SHIPPED_FILES),
    catalogues: () => [{ [KEY]: 'Skjul nu' }],
    guarded: () => new Set([KEY]),
    clock: { nowMs: () => NOW_MS },
    today: () => '2026-11-23',
  });
}

function madeKeeper(): { readonly keeper: TextsKeeper; readonly folder: string } {
  const folder = temporaryFolder();
  return { keeper: keeperIn(folder), folder };
}

const rowOf = (keeper: TextsKeeper, key = KEY): TextRow | undefined =>
  (JSON.parse(expectOk(keeper.rows())) as readonly TextRow[]).find((row) => row.key === key);

test('every text stands in every language that has it, with its room and whether it is guarded', () => {
  const { keeper } = madeKeeper();
  const row = rowOf(keeper);
  expect(row).toMatchObject({ isGuarded: true, room: 8 });
  expect(Object.keys(row?.cells ?? {}).toSorted()).toEqual(['da', 'kl', 'sv']);
  // The desks do not speak Greenlandic.
  expect(Object.keys(rowOf(keeper, 'desk.title')?.cells ?? {})).toEqual(['da', 'sv']);
});

test('words are a draft by their author until a translator and a treatment worker have approved them', () => {
  const { keeper, folder } = madeKeeper();
  const place = { tag: 'kl', key: KEY } as const;
  const before = expectOk(keeper.show(place));
  const worded = expectOk(keeper.word({ ...place, text: 'Matuuk' }, AUTHOR));
  expect(worded).toMatchObject({ text: 'Matuuk', status: 'draft', author: 'Aviâja', programWords: before.text });
  expect(worded.history).toEqual([{ text: 'Matuuk', by: 'Aviâja', atMs: NOW_MS }]);
  const seen = { text: 'Matuuk', danish: worded.danish };
  expect(keeper.judge({ ...place, seen }, { ...AUTHOR, reviewer: 'translator' })).toEqual(fail({ kind: 'ownWords' }));
  expect(keeper.judge({ ...place, seen }, { name: 'Naja', reviewer: null })).toEqual(fail({ kind: 'noRole' }));
  expect(keeper.judge({ ...place, seen: { ...seen, text: 'x' } }, WORKER)).toEqual(fail({ kind: 'otherWords' }));
  expect(expectOk(keeper.judge({ ...place, seen }, TRANSLATOR)).status).toBe('reviewed');
  expect(keeper.judge({ ...place, seen }, TRANSLATOR)).toEqual(fail({ kind: 'judgedAlready' }));
  expect(expectOk(keeper.judge({ ...place, seen }, WORKER))).toMatchObject({
    status: 'approved',
    reviews: [
      { role: 'translator', by: 'Malik', on: '2026-11-23' },
      { role: 'treatmentWorker', by: 'Inuk', on: '2026-11-23' },
    ],
  });
  // It stands on the disk, for whoever opens it next.
  expect(expectOk(keeperIn(folder).show(place))).toMatchObject({ text: 'Matuuk', status: 'approved' });
});

test('words as they once were are taken up again, as a draft', () => {
  const { keeper } = madeKeeper();
  const place = { tag: 'sv', key: KEY } as const;
  const { programWords } = expectOk(keeper.show(place));
  expectOk(keeper.word({ ...place, text: 'Dölj allt' }, AUTHOR));
  const back = expectOk(keeper.word({ ...place, text: programWords ?? '' }, TRANSLATOR));
  expect(back).toMatchObject({ text: programWords, status: 'draft', author: 'Malik' });
  expect(back.history).toHaveLength(2);
});

test('after a change the text alone is put together anew, in every language that it touches', () => {
  const { keeper, folder } = madeKeeper();
  rowOf(keeper);
  expectOk(keeper.word({ tag: 'kl-tunumiit', key: KEY, text: 'Matuuk' }, AUTHOR));
  expectOk(keeper.word({ tag: 'da', key: KEY, text: 'Skjul det hele' }, AUTHOR));
  const cells = expectOk(keeper.cells(KEY));
  expect(cells['kl-tunumiit']).toMatchObject({ text: 'Matuuk', isSourceChanged: true });
  expect(cells).toEqual(rowOf(keeper)?.cells);
  expect(cells).toEqual(rowOf(keeperIn(folder))?.cells);
  expect(expectOk(keeper.cells('kiosk.none'))).toEqual({});
});

test('changed Danish words set the others back', () => {
  const { keeper } = madeKeeper();
  expect(rowOf(keeper)?.cells.kl?.isSourceChanged).toBe(false);
  const worded = expectOk(keeper.word({ tag: 'kl', key: KEY, text: 'Matuuk' }, AUTHOR));
  const seen = { text: 'Matuuk', danish: worded.danish };
  expectOk(keeper.judge({ tag: 'kl', key: KEY, seen }, TRANSLATOR));
  expectOk(keeper.word({ tag: 'da', key: KEY, text: 'Skjul det hele' }, AUTHOR));
  expect(rowOf(keeper)?.cells.kl).toMatchObject({ status: 'draft', isSourceChanged: true });
  expect(keeper.judge({ tag: 'kl', key: KEY, seen }, WORKER)).toEqual(fail({ kind: 'otherWords' }));
});

test('what is no text of ours, or not fit for a screen, is refused with the reason', () => {
  const { keeper } = madeKeeper();
  expect(keeper.show({ tag: 'da', key: 'kiosk.none' })).toEqual(fail({ kind: 'unknownKey' }));
  expect(keeper.word({ tag: 'da', key: 'kiosk.none', text: 'x' }, AUTHOR)).toEqual(fail({ kind: 'unknownKey' }));
  expect(keeper.judge({ tag: 'da', key: 'kiosk.none', seen: { text: 'x', danish: 'x' } }, WORKER)).toEqual(
    fail({ kind: 'unknownKey' }),
  );
  const text = expectOk(keeper.show({ tag: 'da', key: KEY })).text ?? '';
  expect(keeper.word({ tag: 'da', key: KEY, text }, AUTHOR)).toEqual(fail({ kind: 'unchanged' }));
  expect(keeper.word({ tag: 'da', key: KEY, text: '  ' }, AUTHOR)).toEqual(fail({ kind: 'refused', reason: 'empty' }));
});

test('a damaged file is said and left as it is', () => {
  const { keeper, folder } = madeKeeper();
  expectOk(keeper.word({ tag: 'kl', key: KEY, text: 'Matuuk' }, AUTHOR));
  const path = join(folder, 'kl.jsonl');
  const damaged = readFileSync(path, 'utf8').replace('Matuuk', 'Matuum');
  writeFileSync(path, damaged);
  const other = keeperIn(folder);
  expect(other.rows()).toEqual(fail({ kind: 'damaged' }));
  expect(other.show({ tag: 'kl', key: KEY })).toEqual(fail({ kind: 'damaged' }));
  expect(readFileSync(path, 'utf8')).toBe(damaged);
});

test('content that cannot be read is said', () => {
  const keeper = new TextsKeeper({
    open: () => fail({ kind: 'notRead' }),
    catalogues: () => [],
    guarded: () => new Set(),
    clock: { nowMs: () => NOW_MS },
    today: () => '2026-11-23',
  });
  expect(keeper.rows()).toEqual(fail({ kind: 'notRead' }));
  expect(keeper.add('kl', [])).toEqual(fail({ kind: 'notRead' }));
});
