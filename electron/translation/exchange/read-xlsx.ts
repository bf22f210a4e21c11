import { fail, ok, type Result } from '../../../core/basics/result.ts';
import type { FormatProblem, ReturnedText } from '../../../core/translation/returned-texts.ts';
import { readFingerprint, type FileProblem, type ReturnedFile } from './translation-file.ts';
import { findColumns, type FoundColumns } from './xlsx-columns.ts';
import { unpackXlsx, type XlsxParts } from './xlsx-parts.ts';
import { readXml, type XmlElement } from './xml.ts';

/** A cell as far as its words go. */
interface Cell {
  readonly text: string;
  readonly problem: Extract<FormatProblem, 'formula' | 'notText'> | null;
}

const EMPTY: Cell = { text: '', problem: null };
const SHARED_STRINGS = 'xl/sharedstrings.xml';
/** A row that says it stands further to the right holds nothing of ours. */
const MOST_COLUMNS = 100;

/** Reads texts back from a workbook: of every sheet that has the headings of ours in its first row. */
export function readXlsx(bytes: Uint8Array): Result<ReturnedFile, FileProblem> {
  const parts = unpackXlsx(bytes);
  if (!parts.ok) return parts;
  const strings = sharedStrings(parts.value);
  if (!strings.ok) return strings;
  const sheets: ReturnedFile[] = [];
  for (const part of sheetsOf(parts.value)) {
    const rows = rowsOf(part, strings.value);
    if (!rows.ok) return rows;
    const [headings = [], ...others] = rows.value;
    const columns = findColumns(headings.map(({ text }) => text));
    if (columns !== null) sheets.push({ tag: columns.tag, texts: textsIn(others, columns) });
  }
  const [first, ...others] = sheets;
  if (first === undefined) return fail({ kind: 'noColumns' });
  if (others.some(({ tag }) => tag !== first.tag)) return fail({ kind: 'noLanguage' });
  return ok({ tag: first.tag, texts: sheets.flatMap(({ texts }) => texts) });
}

function sheetsOf(parts: XlsxParts): readonly Uint8Array[] {
  const sheets = [...parts].filter(([name]) => name !== SHARED_STRINGS);
  return sheets.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, part]) => part);
}

function textsIn(rows: readonly (readonly Cell[])[], columns: FoundColumns): readonly ReturnedText[] {
  const filled = rows.filter((row) => row.some(({ text, problem }) => text !== '' || problem !== null));
  return filled.map((row) => {
    const cell = (column: number | null): Cell => (column === null ? EMPTY : (row[column] ?? EMPTY));
    const { text, problem } = cell(columns.words);
    return {
      key: cell(columns.key).text,
      text,
      fingerprint: readFingerprint(cell(columns.fingerprint).text),
      problem,
    };
  });
}

/** Words that stand in several cells are kept in a part of their own, each once. */
function sharedStrings(parts: XlsxParts): Result<readonly string[], FileProblem> {
  const part = parts.get(SHARED_STRINGS);
  if (part === undefined) return ok([]);
  const strings: string[] = [];
  let words = '';
  const read = readXml(part, {
    open: ({ name }) => {
      if (name === 'si') words = '';
    },
    text: (text, path) => {
      if (isShown(path)) words += text;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescaped(words));
    },
  });
  return read.ok ? ok(strings) : read;
}

/** Whether a place holds words of a cell, and not how they are pronounced. */
function isShown(path: readonly string[]): boolean {
  return path.at(-1) === 't' && !path.includes('rPh');
}

/** Spreadsheets write what XML cannot hold as `_x0001_`. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** A cell as far as it has been read. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  value: string;
  words: string;
  isFormula: boolean;
}

function rowsOf(part: Uint8Array, strings: readonly string[]): Result<readonly (readonly Cell[])[], FileProblem> {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let cell: OpenCell | null = null;
  const read = readXml(part, {
    open: (element) => {
      if (element.name === 'row') row = [];
      else if (element.name === 'c') cell = opened(element, row.length);
      else if (element.name === 'f' && cell !== null) cell.isFormula = true;
    },
    text: (text, path) => {
      if (cell === null) return;
      if (isShown(path)) cell.words += text;
      else if (path.at(-1) === 'v') cell.value += text;
    },
    close: (name) => {
      if (name === 'row') rows.push(row);
      if (name !== 'c' || cell === null) return;
      if (cell.column < MOST_COLUMNS) put(row, cell.column, cellOf(cell, strings));
      cell = null;
    },
  });
  return read.ok ? ok(rows) : read;
}

function put(row: Cell[], column: number, cell: Cell): void {
  while (row.length < column) row.push(EMPTY);
  row[column] = cell;
}

/** @param next the column of a cell that does not say where it stands: the one behind the last */
function opened({ attributes }: XmlElement, next: number): OpenCell {
  const letters = /^[A-Z]+/.exec(attributes['r'] ?? '')?.[0] ?? '';
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const isPlaced = letters !== '';
  return { column: isPlaced ? column : next, type: attributes['t'] ?? 'n', value: '', words: '', isFormula: false };
}

function cellOf({ type, value, words, isFormula }: OpenCell, strings: readonly string[]): Cell {
  if (isFormula) return { text: '', problem: 'formula' };
  if (type === 'inlineStr') return { text: unescaped(words), problem: null };
  if (value === '') return EMPTY;
  if (type === 's') return { text: strings[Number(value)] ?? '', problem: null };
  if (type === 'str') return { text: unescaped(value), problem: null };
  return { text: '', problem: 'notText' };
}
