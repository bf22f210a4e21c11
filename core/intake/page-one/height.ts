import type { PageOne, PageOneBlock, PageOneEntry, PageOneFlag, PageOnePart } from './model.ts';
import { COLUMN_PX, LABEL_SHARE, SHEET } from './style.ts';
import { linesOf, textWidth, type CountLines } from './text-width.ts';

/**
 * How the page is set. `rows`: label and answer side by side; `lines`: each answer begins a line; `run`: answers follow
 * each other in lines.
 */
export interface Step {
  readonly form: 'rows' | 'lines' | 'run';
  readonly sizePx: number;
}

/** A step and the room that it has. Widths and heights here are in units of the size of the type (em). */
interface Setting {
  readonly form: Step['form'];
  readonly line: number;
  readonly spaceAbove: number;
  readonly sheet: number;
  readonly column: number;
  readonly pixel: number;
  readonly countLines: CountLines;
}

// As style.ts says them.
const LINE = { rows: 1.27, lines: 1.22, run: 1.18 } as const;
const SPACE_ABOVE = { rows: 0.7, lines: 0.7, run: 0.4 } as const;
const FLAG_PADDING = { rows: 0.28, lines: 0.28, run: 0.2 } as const;
const ROW_PADDING = 0.32;
const LINE_PADDING = 0.16;
const LINE_INDENT = 0.8;
const LOUD_PADDING = 0.6;
const GAP = 0.7;
const HEADING = 1.4;
const LEVEL_WIDTH = 5.6;

/** As long as the note in any language that own words are continued. */
const CONTINUED = '→ qupperneq 2 ··';

/** Bold type is wider than what textWidth knows. */
const BOLD = 1.08;

/** Browsers balance columns by trying, not by the best of all places, and a letter may be wider than it should be. */
const SLACK = 1.02;

/**
 * How high the page becomes, worked out as a browser would set it. A browser with another font may set it differently;
 * then the page runs on to a second sheet, and nothing is lost.
 *
 * @param countLines whoever tries several steps gives the same `lineCounter` to all of them
 * @returns pixels of CSS, 96 to the inch
 */
export function heightOf(page: PageOne, step: Step, countLines: CountLines = linesOf): number {
  const setting = settingOf(step, countLines);
  const contact = page.blocks.filter(({ name }) => name === 'contact');
  const others = page.blocks.filter(({ name }) => name !== 'contact');
  const heights = [
    headHeight(page, setting),
    flagsHeight(page, setting),
    ...contact.map(
      (block) => setting.spaceAbove + HEADING + inTwoColumns(pieces(block, setting)) + 0.4 + setting.pixel,
    ),
    inTwoColumns(others.flatMap((block) => piecesWithHeading(block, setting))) * SLACK,
    footHeight(page, setting),
  ];
  return sum(heights) * step.sizePx;
}

function settingOf({ form, sizePx }: Step, countLines: CountLines): Setting {
  return {
    form,
    line: LINE[form],
    spaceAbove: SPACE_ABOVE[form],
    sheet: SHEET.widthPx / sizePx,
    column: COLUMN_PX / sizePx,
    pixel: 1 / sizePx,
    countLines,
  };
}

function headHeight({ number, dayOf14, strip, notes }: PageOne, { line, sheet, pixel, countLines }: Setting): number {
  const beside = (textWidth(number) + textWidth(dayOf14?.value ?? '')) * 1.5 * BOLD + 4;
  const width = sum(strip.map(({ label, value }) => Math.max(textWidth(label), textWidth(value)) + 1.6));
  const rows = Math.ceil(width / Math.max(sheet - beside, 1));
  const head = Math.max(rows * 2 * line, line + 1.8) + 0.4 + 2 * pixel;
  return notes.length === 0 ? head : head + countLines(notes.join(' '), sheet / BOLD) * line + 0.6 + pixel;
}

function flagsHeight({ flags, calls, noFlags }: PageOne, { form, line, sheet, pixel, countLines }: Setting): number {
  const room = (at: string): number => sheet - LEVEL_WIDTH - 2 * GAP - textWidth(at);
  const flagLines = flags.map((flag) => countLines(flagWords(flag), room(flag.at) / BOLD));
  const callLines = calls.map(({ words, at }) => countLines(words, room(at)));
  const lines = [...(flags.length === 0 ? [countLines(noFlags, sheet)] : flagLines), ...callLines];
  return sum(lines.map((each) => each * line + FLAG_PADDING[form])) + 0.5 + pixel;
}

/** What stands in the middle of a flag's line. */
function flagWords({ label, answers }: PageOneFlag): string {
  return [label ?? '', ...answers.map(({ question, answer }) => `${question} ${answer}`)].join(' ');
}

function footHeight({ footer, dayOf14 }: PageOne, { line, sheet, pixel, countLines }: Setting): number {
  // The meanings of the marks stand behind it, on one line at most.
  return 1 + countLines(`${footer} ${dayOf14?.rule ?? ''}`, sheet) * line + line + pixel;
}

/** A heading stays with the lines under it: three answers, or the first line where they run on. */
function piecesWithHeading(block: PageOneBlock, setting: Setting): readonly number[] {
  const all = pieces(block, setting);
  const together = setting.form === 'run' ? 1 : 3;
  return [setting.spaceAbove + HEADING + sum(all.slice(0, together)), ...all.slice(together)];
}

/** The heights of what a column does not break, in order. */
function pieces({ entries }: PageOneBlock, setting: Setting): readonly number[] {
  if (setting.form === 'rows') return entries.map((entry) => rowHeight(entry, setting));
  if (setting.form === 'lines') return entries.map((entry) => lineHeight(entry, setting));
  const loud = entries.filter(({ isLoud }) => isLoud);
  const quiet = entries.filter(({ isLoud }) => !isLoud);
  const lines = setting.countLines(quiet.map(runOf).join(' '), setting.column);
  return [...loud.map((entry) => lineHeight(entry, setting)), ...Array.from({ length: lines }, () => setting.line)];
}

function rowHeight(entry: PageOneEntry, { line, column, pixel, countLines }: Setting): number {
  const bold = entry.isLoud ? BOLD : 1;
  const label = countLines(entry.label, (column * LABEL_SHARE) / bold);
  const room = column * (1 - LABEL_SHARE) - GAP;
  const value = sum(entry.parts.map((part) => countLines(wordsOf(part), room / bold)));
  return Math.max(label, value) * line + (entry.isLoud ? LOUD_PADDING + 4 * pixel : ROW_PADDING + pixel);
}

function lineHeight(entry: PageOneEntry, { line, column, pixel, countLines }: Setting): number {
  const room = (column - LINE_INDENT) / (entry.isLoud ? BOLD : 1);
  return countLines(runOf(entry), room) * line + (entry.isLoud ? LOUD_PADDING + 4 * pixel : LINE_PADDING);
}

/** A label and its answer in one line; the label is made longer by as much as bold type is wider. */
function runOf({ label, parts }: PageOneEntry): string {
  const filler = '·';
  const longer = filler.repeat(Math.round((textWidth(label) * (BOLD - 1)) / textWidth(filler)));
  return `${label}${longer} ${parts.map(wordsOf).join(' | ')} ·`;
}

/** The words of a part and of its marks. */
function wordsOf({ kind, text, continues }: PageOnePart): string {
  const words = kind === 'said' ? text : `“${text}”`;
  return continues === true ? `${words} … ${CONTINUED}` : words;
}

/** The height of two columns that a browser balances: the best of all places where the second can begin. */
function inTwoColumns(heights: readonly number[]): number {
  const total = sum(heights);
  let first = 0;
  let best = total;
  for (const height of heights) {
    first += height;
    best = Math.min(best, Math.max(first, total - first));
  }
  return best;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
