import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readXlsx } from '../../../electron/translation/exchange/read-xlsx.ts';
import { writeXlsx } from '../../../electron/translation/exchange/write-xlsx.ts';
import { readXliff } from '../../../electron/translation/exchange/xliff-file.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { exportedTexts, swedish, take } from './a-file.ts';
import { sheetWith, workbookWith, type RawCell } from './a-workbook.ts';
import { ATTACKS } from './attacks.ts';

const PRINT = `${'a'.repeat(16)} ${'b'.repeat(16)}`;
const fingerprint = { source: 'a'.repeat(16), target: 'b'.repeat(16) };
const HEADINGS = ['Key', 'words (sv)', 'fingerprint (do not change)'];

/** What comes back of one cell with words. */
function wordsOf(cell: RawCell, strings?: string) {
  const sheets = [sheetWith(HEADINGS, ['kiosk.hide', cell, PRINT])];
  const [text] = expectOk(readXlsx(workbookWith(strings === undefined ? { sheets } : { sheets, strings }))).texts;
  return text;
}

const SHARED =
  '<sst><si><t>Annat</t></si><si><r><t xml:space="preserve">Göm </t></r><r><rPr><b/></rPr><t>det</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si></sst>';

test.each<[string, RawCell, string, string | null]>([
  ['a string of its own', 'Göm', 'Göm', null],
  ['a shared string with bold words', { xml: '<c t="s"><v>1</v></c>' }, 'Göm det', null],
  ['a shared string that is not there', { xml: '<c t="s"><v>9</v></c>' }, '', null],
  ['a string value', { xml: '<c t="str"><v>G_x00F6_m</v></c>' }, 'Göm', null],
  ['nothing', { xml: '<c s="1"/>' }, '', null],
  ['a number', { xml: '<c><v>42</v></c>' }, '', 'notText'],
  ['a day', { xml: '<c t="d"><v>2026-11-23</v></c>' }, '', 'notText'],
  ['yes or no', { xml: '<c t="b"><v>1</v></c>' }, '', 'notText'],
  ['an error', { xml: '<c t="e"><v>#REF!</v></c>' }, '', 'notText'],
  ['a formula with words', { xml: '<c t="str"><f>HYPERLINK("http://x")</f><v>Göm</v></c>' }, '', 'formula'],
  ['a formula without a value', { xml: '<c><f>1+1</f></c>' }, '', 'formula'],
])('of a cell with %s the words come back, or why not', (_, cell, text, problem) => {
  expect(wordsOf(cell, SHARED)).toEqual({ key: 'kiosk.hide', text, fingerprint, problem });
});

test('columns may be moved, added and left out, rows left empty, and sheets added', () => {
  const moved = sheetWith(
    ['note', 'words (sv)', 'key'],
    [
      { xml: '<c r="C2" t="inlineStr"><is><t>kiosk.hide</t></is></c>' },
      { xml: '<c r="B2" t="inlineStr"><is><t>Göm</t></is></c>' },
    ],
    [],
    ['', '', ''],
    [{ xml: '<c r="ZZZ5" t="inlineStr"><is><t>far away</t></is></c>' }],
    ['a note', 'Nästa', 'kiosk.next'],
  );
  const back = expectOk(readXlsx(workbookWith({ sheets: [sheetWith(['my notes']), moved, sheetWith()] })));
  expect(back.tag).toBe('sv');
  expect(back.texts.map(({ key, text, fingerprint: print }) => [key, text, print])).toEqual([
    ['kiosk.hide', 'Göm', null],
    ['kiosk.next', 'Nästa', null],
  ]);
});

test.each<[string, string, string, string | null]>([
  ['words', 'Göm', 'Göm', null],
  ['a stretch that its program marked', '<mrk mtype="seg" mid="1">Göm</mrk> det', 'Göm det', null],
  ['a character section', '<![CDATA[<b>Göm</b>]]>', '<b>Göm</b>', null],
  ['an element', 'Göm<x id="1"/>', 'Göm', 'markup'],
  ['an element around its words', '<g id="1">Göm</g>', 'Göm', 'markup'],
])('of a target with %s the words come back, or why not', (_, target, text, problem) => {
  const unit = `<trans-unit id="kiosk.hide" extradata="${PRINT}"><source>Skjul <x/></source><target>${target}</target><alt-trans><target>Annat<x/></target></alt-trans></trans-unit>`;
  const file = `<file source-language="da" target-language="sv"><header><note>x</note></header><body><group>${unit}</group></body></file>`;
  const back = readXliff(Buffer.from(`\uFEFF<xliff version="1.2">${file}</xliff>`));
  expect(expectOk(back).texts).toEqual([{ key: 'kiosk.hide', text, fingerprint, problem }]);
});

test('a unit without a key, words or fingerprint is told as that', () => {
  const body = '<body><trans-unit><source>Skjul</source></trans-unit></body>';
  const back = readXliff(
    Buffer.from(`<xliff version="1.2"><file source-language="da" target-language="kl">${body}</file></xliff>`),
  );
  expect(expectOk(back).texts).toEqual([{ key: '', text: '', fingerprint: null, problem: null }]);
});

const OFFICE = spawnSync('soffice', ['--version']).error === undefined;

test.skipIf(!OFFICE)(
  'LibreOffice opens an exported workbook, works nothing out in it, and saves every word as it was',
  () => {
    // LibreOffice itself saves an escaped underscore of a text as one that stands for another character.
    const isSavedWell = (words: string): boolean => !words.includes('_x005F_');
    const shown = ATTACKS.filter(([words, outcome]) => outcome === 'shown' && isSavedWell(words)).map(
      ([words]) => words,
    );
    const texts = Object.fromEntries(shown.map((words, index) => [`kiosk.attack-${index}`, words]));
    const edition = swedish(texts, texts);
    const folder = temporaryFolder();
    const file = join(folder, 'sv.xlsx');
    writeFileSync(file, writeXlsx('sv', exportedTexts(edition)));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const convert = ['--headless', profile, '--convert-to', 'xlsx', '--outdir', join(folder, 'saved'), file];
    // A first start makes the profile, and may end behind that.
    spawnSync('soffice', ['--headless', profile, '--terminate_after_init'], { timeout: 60_000 });
    execFileSync('soffice', convert, { stdio: 'ignore', timeout: 60_000 });
    const saved = readFileSync(join(folder, 'saved', 'sv.xlsx'));
    const sheet = strFromU8(unzipSync(saved)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('<c ');
    expect(sheet).not.toMatch(/<f[ >]/);
    const { taken, unchanged, refused } = take(edition, expectOk(readXlsx(saved)));
    expect([unchanged, taken, refused]).toEqual([shown.length, [], []]);
  },
  150_000,
);

test.runIf(!OFFICE)('LibreOffice is not installed here: that it opens an exported workbook was not tested', () => {
  expect(OFFICE).toBe(false);
});
