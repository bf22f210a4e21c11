import { strToU8, zipSync } from 'fflate';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readXlsx } from '../../../electron/translation/exchange/read-xlsx.ts';
import { wordsForFile } from '../../../tools/translations/words.ts';
import { readXliff } from '../../../electron/translation/exchange/xliff-file.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { freshHome, translations } from './a-home.ts';
import { sheetWith, workbookWith } from './a-workbook.ts';

const XLIFF = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">';
const FILE = '<file original="matu" datatype="plaintext" source-language="da" target-language="sv">';
const END = '<body/></file></xliff>';

const lolEntities = Array.from(
  { length: 9 },
  (_, index) => `<!ENTITY lol${index + 1} "${`&lol${index};`.repeat(10)}">`,
).join('');

test.each<[string, string | Uint8Array, string]>([
  ['a bomb of entities', `<!DOCTYPE x [<!ENTITY lol0 "lol">${lolEntities}]><xliff>&lol9;</xliff>`, 'doctype'],
  ['a file of this machine', `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff>&a;</xliff>`, 'doctype'],
  ['a document of somebody else', `<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">${XLIFF}${FILE}${END}`, 'doctype'],
  ['parameter entities', '<!DOCTYPE x [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]><x/>', 'doctype'],
  ['an entity of nowhere', `${XLIFF}${FILE.replace('matu', '&lol;')}${END}`, 'badXml'],
  ['an end too early', `${XLIFF}${FILE}<body>`, 'badXml'],
  ['a hundred thousand elements in each other', '<a>'.repeat(100_000), 'badXml'],
  [
    'ten thousand attributes',
    `<x ${Array.from({ length: 10_000 }, (_, index) => `a${index}=""`).join(' ')}/>`,
    'badXml',
  ],
  ['an attribute twice', `${XLIFF}<file a="1" a="2"/></xliff>`, 'badXml'],
  ['nothing', '', 'badXml'],
  ['a zero byte', `${XLIFF}\0</xliff>`, 'badXml'],
  ['another encoding', Buffer.from(`\uFEFF${XLIFF}${FILE}${END}`, 'utf16le'), 'notUtf8'],
  ['XLIFF 2', `<xliff version="2.0" srcLang="da" trgLang="sv"/>`, 'noXliff'],
  ['a page', '<html><body>Göm</body></html>', 'noXliff'],
  ['no language', `${XLIFF}<file original="matu">${END}`, 'noLanguage'],
  ['another source', `${XLIFF}${FILE.replace('"da"', '"en"')}${END}`, 'noLanguage'],
  ['a language that is none', `${XLIFF}${FILE.replace('"sv"', '"xx"')}${END}`, 'noLanguage'],
  ['two languages', `${XLIFF}${FILE}<body/></file>${FILE.replace('"sv"', '"kl"')}${END}`, 'noLanguage'],
  ['no file in it', `${XLIFF}</xliff>`, 'noLanguage'],
])('XLIFF with %s is refused whole', (_, content, kind) => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  expect(readXliff(bytes)).toMatchObject({ ok: false, error: { kind } });
});

const NULLS = new Uint8Array(9 * 1024 * 1024);
const HEADINGS = ['key', 'words (sv)', 'fingerprint'];

/** A workbook whose list of parts says that a part unpacks to fewer bytes than it does. */
function lyingZip(): Uint8Array {
  const bytes = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(1024 * 1024).fill(0x20) });
  const list = Buffer.from(bytes).lastIndexOf('PK\u0001\u0002', undefined, 'latin1');
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(list + 24, 16, true);
  return bytes;
}

test.each<[string, Uint8Array, string]>([
  ['a bomb in one part', zipSync({ 'xl/a.xml': NULLS, 'xl/b.xml': NULLS, 'xl/worksheets/c.xml': NULLS }), 'tooLarge'],
  [
    'more parts than any workbook has',
    zipSync(Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`xl/${index}.xml`, new Uint8Array()]))),
    'tooLarge',
  ],
  ['a part that is larger than it says', lyingZip(), 'badXml'],
  ['a macro', zipSync({ 'xl/vbaProject.bin': strToU8('Sub Auto_Open()') }), 'macros'],
  ['a macro sheet', zipSync({ 'xl/macrosheets/sheet1.xml': strToU8('<x/>') }), 'macros'],
  ['an embedded object', zipSync({ 'xl/embeddings/oleObject1.bin': strToU8('MZ') }), 'macros'],
  ['a control', zipSync({ 'xl/activeX/activeX1.xml': strToU8('<x/>') }), 'macros'],
  ['a password, or from an old program', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'encrypted'],
  ['no ZIP file in it', strToU8('key;words\nkiosk.hide;Göm'), 'badZip'],
  ['nothing', new Uint8Array(), 'badZip'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'badZip'],
  ['its second half gone', workbookWith({ sheets: [sheetWith(HEADINGS)] }).subarray(0, 200), 'badZip'],
  ['no sheet', zipSync({ 'word/document.xml': strToU8('<x/>') }), 'noColumns'],
  ['other headings', workbookWith({ sheets: [sheetWith(['key', 'text'])] }), 'noColumns'],
  ['a language that is none', workbookWith({ sheets: [sheetWith(['key', 'words (xx)'])] }), 'noColumns'],
  [
    'sheets of two languages',
    workbookWith({ sheets: [sheetWith(HEADINGS), sheetWith(['key', 'words (kl)'])] }),
    'noLanguage',
  ],
  [
    'a document type',
    workbookWith({ sheets: ['<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'] }),
    'doctype',
  ],
  [
    'a document type in its words',
    workbookWith({ sheets: [sheetWith(HEADINGS)], strings: '<!DOCTYPE x><sst/>' }),
    'doctype',
  ],
])('XLSX with %s is refused whole', (_, bytes, kind) => {
  expect(readXlsx(bytes)).toMatchObject({ ok: false, error: { kind } });
});

test.each([
  ['tooLarge', 'Export anew'],
  ['notUtf8', 'Save it so'],
  ['doctype', 'Export anew'],
  ['noXliff', 'save it as that'],
  ['noColumns', 'Put them back'],
  ['noLanguage', 'more than one'],
  ['badZip', 'Ask for it again'],
  ['encrypted', 'without a password'],
  ['macros', 'Save it as .xlsx without'],
] as const)('whoever brings a file of the kind %s is told what to do', (kind, words) => {
  expect(wordsForFile('one.xlf', { kind })).toContain(words);
});

test('a command line with a bad file ends with 2, says what to do, and changes nothing', async () => {
  const home = freshHome();
  const file = join(temporaryFolder(), 'back.xlf');
  const tries: readonly (readonly [string | Uint8Array, string])[] = [
    ['<!DOCTYPE x><x/>', 'has a document type'],
    ['<x>\n<y>\n</x>', 'it breaks off in line 3'],
    [zipSync({ 'xl/vbaProject.bin': strToU8('') }), 'holds something that could run'],
    [strToU8('key;words'), 'is neither XLIFF nor XLSX'],
    [new Uint8Array(8 * 1024 * 1024 + 1), 'is larger than any file of texts'],
  ];
  for (const [content, words] of tries) {
    writeFileSync(file, content);
    const refused = await translations('import', '--home', home, file, '--json');
    expect(refused).toMatchObject({ code: 2, said: [] });
    expect(refused.complained).toContain(words);
  }
});
