import { useLayoutEffect, useState } from 'react';

export const LOOKS = ['light', 'dark', 'contrast'] as const;
export type Look = (typeof LOOKS)[number];

/** How large the words are; theme/tokens.css says by how much. */
export const TEXT_SIZES = ['usual', 'large', 'largest'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** How the window looks to this person. The next one has a new window, and so begins with what is usual. */
export interface Appearance {
  readonly look: Look;
  readonly size: TextSize;
  readonly chooseLook: (look: Look) => void;
  readonly chooseSize: (size: TextSize) => void;
}

/** Holds the look and the size of the words, and gives both to the style sheets. */
export function useAppearance(): Appearance {
  const [look, chooseLook] = useState<Look>('light');
  const [size, chooseSize] = useState<TextSize>('usual');
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset['look'] = look;
    dataset['size'] = size;
    return () => {
      delete dataset['look'];
      delete dataset['size'];
    };
  }, [look, size]);
  return { look, size, chooseLook, chooseSize };
}
