import { heightOf, type Step } from './height.ts';
import type { PageOne, PageOneBlock, PageOneEntry, PageOnePart } from './model.ts';
import { SHEET } from './style.ts';

/** The ways of setting the page, the most readable first. */
const STEPS: readonly Step[] = [
  { form: 'rows', sizePx: 12 },
  { form: 'rows', sizePx: 11.25 },
  { form: 'rows', sizePx: 10.5 },
  { form: 'lines', sizePx: 11.25 },
  { form: 'lines', sizePx: 10.5 },
  { form: 'run', sizePx: 10.5 },
  { form: 'run', sizePx: 10 },
];
const SMALLEST: Step = { form: 'run', sizePx: 9.5 };

/** Where own words are broken off when even the smallest type is too large, in characters; the mildest first. */
const BREAKS = [700, 500, 350, 250, 180];
const SHORTEST_BREAK = 120;

/** A page that was given its size of type. */
export interface FittedPage {
  readonly step: Step;
  readonly page: PageOne;
  /** The rest of own words that were broken off. Together with their beginnings they are whole. */
  readonly continued: readonly PageOneEntry[];
}

/**
 * Chooses the largest type with which the page stands on one A4. Where even the smallest is too large, long own words
 * are broken off and continued on page 2; what is still too much runs on to page 2 of itself. Nothing is left out.
 */
export function fitted(page: PageOne): FittedPage {
  const step = [...STEPS, SMALLEST].find((each) => fits(page, each));
  if (step !== undefined) return { step, page, continued: [] };
  const length = BREAKS.find((each) => fits(brokenPage(page, each), SMALLEST)) ?? SHORTEST_BREAK;
  return {
    step: SMALLEST,
    page: brokenPage(page, length),
    continued: page.blocks.flatMap((block) => rests(block, length)),
  };
}

function fits(page: PageOne, step: Step): boolean {
  return heightOf(page, step) <= SHEET.heightPx;
}

function brokenPage(page: PageOne, length: number): PageOne {
  const blocks = page.blocks.map((block) => ({
    ...block,
    entries: block.entries.map((entry) => ({ ...entry, parts: entry.parts.map((part) => beginning(part, length)) })),
  }));
  return { ...page, blocks };
}

function beginning(part: PageOnePart, length: number): PageOnePart {
  const at = breakOf(part, length);
  return at === null ? part : { kind: 'begun', text: part.text.slice(0, at).trimEnd() };
}

function rests({ entries }: PageOneBlock, length: number): readonly PageOneEntry[] {
  return entries.flatMap((entry) => {
    const parts = entry.parts.flatMap((part): PageOnePart[] => {
      const at = breakOf(part, length);
      return at === null ? [] : [{ kind: 'own', text: part.text.slice(at).trimStart() }];
    });
    return parts.length === 0 ? [] : [{ ...entry, parts }];
  });
}

/** Where own words are broken off: behind a word, or in the middle of one that has no end in sight. Null: nowhere. */
function breakOf({ kind, text }: PageOnePart, length: number): number | null {
  const characters = Array.from(text);
  if (kind !== 'own' || characters.length <= length) return null;
  const longest = characters.slice(0, length).join('');
  const space = longest.lastIndexOf(' ');
  return space > longest.length / 2 ? space : longest.length;
}
