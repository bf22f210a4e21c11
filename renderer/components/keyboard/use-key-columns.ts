import { useLayoutEffect, useState, type RefObject } from 'react';
import { useLayoutKey } from '../use-layout-key.ts';

/** Millimetres: a key, and what lies at least between two. */
const KEY_MM = 15;
const APART_MM = 1;

/** The widest keyboard; an upright screen has room for one row more instead. */
const WIDE = 12;
const UPRIGHT = 11;
const FEWEST = 4;

/** How many keys of 15 mm lie beside each other in a box. It is measured before anything is painted. */
export function useKeyColumns(box: RefObject<HTMLElement | null>): number {
  const layout = useLayoutKey();
  const [columns, setColumns] = useState(WIDE);
  useLayoutEffect(() => {
    const width = box.current?.clientWidth ?? 0;
    const root = document.documentElement;
    const mm = Number.parseFloat(root.style.getPropertyValue('--mm'));
    const fitting = Math.floor((width / mm + APART_MM) / (KEY_MM + APART_MM));
    const most = window.matchMedia('(orientation: portrait)').matches ? UPRIGHT : WIDE;
    setColumns(Math.max(FEWEST, Math.min(most, fitting)));
  }, [box, layout]);
  return columns;
}
