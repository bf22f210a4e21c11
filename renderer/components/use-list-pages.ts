import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { loosen, screenOf, tighten } from './fit-screen.ts';
import { mostPages, partAround, type ShownPart } from './pages-of.ts';
import { useLayoutKey } from './use-layout-key.ts';

/** A list that is spread over as many pages as it takes to stand on the screen without scrolling. */
export interface ListPages<T extends HTMLElement> extends ShownPart {
  /** Belongs on the list, or on what holds it. */
  readonly list: RefObject<T | null>;
  readonly pages: number;
  /** Leads on, and from the last page to the first. */
  readonly turn: () => void;
}

interface Fit {
  readonly key: string;
  readonly pages: number;
}

/**
 * Shows as much of a list as fits. It is laid out whole first; a screen that overflows is drawn closer together, and
 * where that is not enough the list takes one page more. All of that happens before anything is painted.
 *
 * @param content changes when the entries take another room, such as with a second language under them
 * @param first the index of an entry that stands on the first page that is shown
 */
export function useListPages<T extends HTMLElement>(count: number, content = '', first = 0): ListPages<T> {
  const list = useRef<T>(null);
  const [entry, setEntry] = useState(first);
  const key = `${useLayoutKey()} ${count} ${content}`;
  const [fit, setFit] = useState<Fit>({ key, pages: 1 });
  const isNew = fit.key !== key;
  const pages = isNew ? 1 : fit.pages;
  useLayoutEffect(() => {
    const screen = screenOf(list.current);
    if (screen !== null && isNew) loosen(screen);
    const fits = screen === null || tighten(screen);
    if (!fits && pages < mostPages(count)) setFit({ key, pages: pages + 1 });
    else if (isNew) setFit({ key, pages });
  }, [isNew, pages, count, key]);
  const part = partAround(entry, { count, pages });
  return { ...part, list, pages, turn: () => setEntry(part.end >= count ? 0 : part.end) };
}
