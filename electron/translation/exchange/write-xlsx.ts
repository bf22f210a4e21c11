import { zipSync } from 'fflate';
import type { LanguageTag } from '../../../core/basics/language.ts';
import { toUtf8 } from '../../../core/basics/utf8.ts';
import { writeFingerprint, type ExportedText } from './translation-file.ts';
import { COLUMNS, headingOf } from './xlsx-columns.ts';
import { escapeXml } from './xml.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** The oldest day that a ZIP file can say, so that the same texts give the same bytes. */
const PACKED_ON = new Date(1980, 0, 1);

const STYLE = { words: 0, heading: 1 } as const;

/**
 * Writes texts as a workbook with one sheet. Every cell is a string in a cell that is formatted as text: nothing is worked
 * out when it is opened, nor when somebody types `=` there. The same texts give the same bytes.
 */
export function writeXlsx(tag: LanguageTag, texts: readonly ExportedText[]): Uint8Array {
  const parts = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relationships({ type: 'officeDocument', target: 'xl/workbook.xml' }),
    'xl/workbook.xml': workbook(tag),
    'xl/_rels/workbook.xml.rels': relationships(
      { type: 'worksheet', target: 'worksheets/sheet1.xml' },
      { type: 'styles', target: 'styles.xml' },
    ),
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': sheet(tag, texts),
  };
  const files = Object.entries(parts).map(([name, xml]) => [name, toUtf8(HEAD + xml)] as const);
  return zipSync(Object.fromEntries(files), { mtime: PACKED_ON });
}

const contentTypes =
  `<Types xmlns="${PACKAGE}/content-types">` +
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/>` +
  `</Types>`;

interface Relationship {
  readonly type: string;
  readonly target: string;
}

function relationships(...all: readonly Relationship[]): string {
  const each = all.map(
    ({ type, target }, index) => `<Relationship Id="r${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function workbook(tag: LanguageTag): string {
  const sheets = `<sheets><sheet name="Matu ${tag}" sheetId="1" r:id="r1"/></sheets>`;
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${sheets}</workbook>`;
}

/** Number format 49 is "text": what is typed into such a cell stays as it was typed. */
const styles =
  `<styleSheet xmlns="${MAIN}">` +
  `<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
  `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
  `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
  `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
  `<cellXfs count="2">${[0, 1].map(textFormat).join('')}</cellXfs>` +
  `</styleSheet>`;

function textFormat(fontId: number): string {
  const format = `numFmtId="49" fontId="${fontId}" fillId="0" borderId="0" xfId="0" quotePrefix="1"`;
  const alignment = '<alignment vertical="top" wrapText="1"/>';
  return `<xf ${format} applyNumberFormat="1" applyFont="1" applyAlignment="1">${alignment}</xf>`;
}

function sheet(tag: LanguageTag, texts: readonly ExportedText[]): string {
  const columns = COLUMNS.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" style="0" customWidth="1"/>`,
  );
  const rows = [
    row({ number: 1, style: STYLE.heading, cells: COLUMNS.map(({ name }) => headingOf(name, tag)) }),
    ...texts.map((text, index) => row({ number: index + 2, style: STYLE.words, cells: cellsOf(text) })),
  ];
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>';
  return `<worksheet xmlns="${MAIN}">${frozen}<cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function cellsOf({ key, danish, text, status, place, fingerprint }: ExportedText): readonly string[] {
  return [key, danish, text ?? '', status, place, writeFingerprint(fingerprint)];
}

interface Row {
  readonly number: number;
  readonly style: number;
  readonly cells: readonly string[];
}

function row({ number, style, cells }: Row): string {
  const written = cells.map((text, index) => {
    const place = `${String.fromCharCode('A'.charCodeAt(0) + index)}${number}`;
    return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;
  });
  return `<row r="${number}">${written.join('')}</row>`;
}

/** Spreadsheets read `_x0041_` as the letter A, wherever it stands: its first underscore is written so itself. */
function cellText(text: string): string {
  return escapeXml(text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'));
}
