import { createContext, useContext } from 'react';
import type { DeskLanguage, LanguageTag } from '../../../core/basics/language.ts';
import type { TranslationView } from '../../../ipc/translation-contract.ts';
import type { Rows } from './use-rows.ts';

/** A text in one language. */
export interface TextTarget {
  readonly key: string;
  readonly tag: LanguageTag;
}

/** What every screen of this window stands on. */
interface Translations {
  readonly view: TranslationView;
  /** What the window itself speaks. */
  readonly language: DeskLanguage;
  /** Every text, whichever tab is open. */
  readonly texts: Rows;
  /** The text that the preview was opened for; null where it was opened for none. */
  readonly target: TextTarget | null;
  /** Opens the preview at a text. */
  readonly showOnScreen: (target: TextTarget) => void;
}

export const TranslationsContext = createContext<Translations | null>(null);

/** The surroundings of this screen. */
export function useTranslations(): Translations {
  const around = useContext(TranslationsContext);
  if (around === null) throw new Error('This screen stands outside the window of the texts');
  return around;
}
