import { heightOf, type Step } from './height.ts';
import type { PageOne, PageOneBlock, PageOneEntry, PageOnePart } from './model.ts';
import { SHEET } from './style.ts';
import { lineCounter, type CountLines } from './text-width.ts';

/** The ways of setting the page, the most readable first. */
const STEPS: readonly Step[] = [
  { form: 'rows', sizePx: 12 },
  { form: 'rows', sizePx: 11.25 },
  { form: 'rows', sizePx: 10.5 },
  { form: 'lines', sizePx: 11.25 },
  { form: 'lines', sizePx: 10.75 },
  { form: 'lines', sizePx: 10.25 },
  { form: 'lines', sizePx: 9.75 },
  { form: 'run', sizePx: 11 },
  { form: 'run', sizePx: 10.5 },
  { form: 'run', sizePx: 10 },
];
const SMALLEST: Step = { form: 'run', sizePx: 9.5 };

/** How many characters of own words and of chosen answers stand on the first sheet. */
interface Limits {
  readonly own: number;
  readonly said: number;
}

/** Where answers are broken off when even the smallest type is too large, the mildest first: own words before others. */
const LIMITS: readonly Limits[] = [
  ...[700, 500, 350, 250, 180, 120, 60].map((own) => ({ own, said: Infinity })),
  { own: 60, said: 200 },
  { own: 60, said: 120 },
];
const TIGHTEST: Limits = { own: 50, said: 60 };

/** A page that was given its size of type. */
export interface FittedPage {
  readonly step: Step;
  readonly page: PageOne;
  /** The rest of what was broken off. Together with the beginnings it is whole. */
  readonly continued: readonly PageOneEntry[];
}

/**
 * Chooses the largest type with which the page stands on one A4. Where even the smallest is too large, long own words,
 * and then long lists, are broken off and continued on page 2; what is still too much runs on to page 2 of itself.
 * Nothing is left out.
 */
export function fitted(page: PageOne): FittedPage {
  const countLines = lineCounter();
  const step = [...STEPS, SMALLEST].find((each) => fits(page, each, countLines));
  if (step !== undefined) return { step, page, continued: [] };
  const limits = LIMITS.find((each) => fits(brokenPage(page, each), SMALLEST, countLines)) ?? TIGHTEST;
  return {
    step: SMALLEST,
    page: brokenPage(page, limits),
    continued: page.blocks.flatMap((block) => rests(block, limits)),
  };
}

function fits(page: PageOne, step: Step, countLines: CountLines): boolean {
  return heightOf(page, step, countLines) <= SHEET.heightPx;
}

function brokenPage(page: PageOne, limits: Limits): PageOne {
  const blocks = page.blocks.map((block) => ({
    ...block,
    entries: block.entries.map((entry) => (entry.isLoud ? entry : begunEntry(entry, limits))),
  }));
  return { ...page, blocks };
}

function begunEntry(entry: PageOneEntry, limits: Limits): PageOneEntry {
  const parts = entry.parts.map((part): PageOnePart => {
    const at = breakOf(part, limits);
    return at === null ? part : { ...part, text: part.text.slice(0, at).trimEnd(), continues: true };
  });
  return { ...entry, parts };
}

function rests({ entries }: PageOneBlock, limits: Limits): readonly PageOneEntry[] {
  const quiet = entries.filter(({ isLoud }) => !isLoud);
  return quiet.flatMap((entry) => {
    const parts = entry.parts.flatMap((part): PageOnePart[] => {
      const at = breakOf(part, limits);
      return at === null ? [] : [{ ...part, text: part.text.slice(at).trimStart() }];
    });
    return parts.length === 0 ? [] : [{ ...entry, parts }];
  });
}

/** Where a piece is broken off: behind a word, or in the middle of one that has no end in sight. Null: nowhere. */
function breakOf({ kind, text }: PageOnePart, limits: Limits): number | null {
  const length = kind === 'estimated' ? Infinity : limits[kind];
  const characters = Array.from(text);
  if (characters.length <= length) return null;
  const longest = characters.slice(0, length).join('');
  const space = longest.lastIndexOf(' ');
  return space > longest.length / 2 ? space : longest.length;
}
