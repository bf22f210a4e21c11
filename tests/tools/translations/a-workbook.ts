import { strToU8, zipSync } from 'fflate';
import { escapeXml } from '../../../electron/translation/exchange/xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A cell as a spreadsheet program writes it, or the words of one. */
export type RawCell = string | { readonly xml: string };

/** A sheet with rows of cells, as a spreadsheet program writes it. */
export function sheetWith(...rows: readonly (readonly RawCell[])[]): string {
  const cell = (each: RawCell): string =>
    typeof each === 'string' ? `<c t="inlineStr"><is><t>${escapeXml(each)}</t></is></c>` : each.xml;
  const all = rows.map((row) => `<row>${row.map(cell).join('')}</row>`);
  return `<worksheet xmlns="${MAIN}"><sheetData>${all.join('')}</sheetData></worksheet>`;
}

/** A workbook with such sheets, and words in a part of their own. */
export function workbookWith({
  sheets,
  strings,
}: {
  readonly sheets: readonly string[];
  readonly strings?: string;
}): Uint8Array {
  const parts = sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, strToU8(sheet)] as const);
  const shared = strings === undefined ? [] : ([['xl/sharedStrings.xml', strToU8(strings)]] as const);
  return zipSync(Object.fromEntries([...parts, ...shared]));
}
