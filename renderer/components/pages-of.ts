/** The part of a long list that stands on the screen: from `first` up to, but not with, `end`. */
export interface ShownPart {
  readonly first: number;
  readonly end: number;
  readonly page: number;
}

/** Fewer than these on a page would be leafing, not choosing. */
const FEWEST_ON_A_PAGE = 2;

/** The most pages that a list may be spread over. */
export function mostPages(count: number): number {
  return Math.max(1, Math.ceil(count / FEWEST_ON_A_PAGE));
}

/**
 * The page of a list on which an entry stands, when the list is spread over so many pages about equally.
 *
 * @param entry an index; what is beyond the list counts as its end
 */
export function partAround(
  entry: number,
  { count, pages }: { readonly count: number; readonly pages: number },
): ShownPart {
  const onPage = Math.max(1, Math.ceil(count / pages));
  const page = Math.min(Math.floor(entry / onPage), Math.max(0, Math.ceil(count / onPage) - 1));
  return { first: page * onPage, end: Math.min(count, (page + 1) * onPage), page };
}
