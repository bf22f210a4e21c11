import type { PageOne, PageOneBlock, PageOneEntry, PageOnePart } from './model.ts';
import { heightOf, type Step } from './height.ts';
import { SHEET } from './style.ts';

/** The ways of setting the page, the most readable first: a row for each answer, then answers run on in lines. */
const STEPS: readonly Step[] = [
  { form: 'rows', sizePx: 12 },
  { form: 'rows', sizePx: 11.25 },
  { form: 'rows', sizePx: 10.5 },
  { form: 'run', sizePx: 10.5 },
  { form: 'run', sizePx: 10 },
  { form: 'run', sizePx: 9.5 },
];
const SMALLEST: Step = { form: 'run', sizePx: 9.5 };

/** Where own words are broken off when even the smallest type is too large, in characters; the mildest first. */
const BREAKS = [700, 500, 350, 250, 180, 120];

/** A page that was given its size of type. */
export interface FittedPage {
  readonly step: Step;
  readonly page: PageOne;
  /** The rest of own words that were broken off. Together with their beginning they are whole. */
  readonly continued: readonly PageOneEntry[];
}

/**
 * Chooses the largest type with which the page stands on one A4. Where even the smallest is too large, long own words
 * are broken off and continued on page 2; what is still too much runs on to page 2 of itself. Nothing is left out.
 */
export function fitted(page: PageOne): FittedPage {
  const step = STEPS.find((each) => heightOf(page, each) <= SHEET.heightPx);
  if (step !== undefined) return { step, page, continued: [] };
  const broken = BREAKS.map((length) => brokenAt(page, length));
  return broken.find((each) => heightOf(each.page, each.step) <= SHEET.heightPx) ?? brokenAt(page, SHORTEST);
}
