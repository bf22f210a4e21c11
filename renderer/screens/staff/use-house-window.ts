import type { i18n } from 'i18next';
import { useEffect, useMemo, useState } from 'react';
import type { DeskLanguage } from '../../../core/basics/language.ts';
import type { DeskWordsByLanguage } from '../../../ipc/desk-contract.ts';
import { createDeskTranslator } from '../../i18n/desk-translator.ts';
import { hearSigns } from '../../signs.ts';

interface HouseWindowOptions {
  readonly words: DeskWordsByLanguage;
  readonly siteLanguage: DeskLanguage;
  /** The key of what the window is called. */
  readonly title: string;
  /** Lets the kiosk know that somebody is here; the same function always. */
  readonly seen: () => Promise<unknown>;
}

/** What every window of the house stands on. */
interface HouseWindow {
  readonly language: DeskLanguage;
  readonly translator: i18n;
  /** To the other of the house's two languages. */
  readonly turnLanguage: () => void;
}

/** Speaks the house's languages, names the window, and tells of whoever is here as long as they touch anything. */
export function useHouseWindow({ words, siteLanguage, title, seen }: HouseWindowOptions): HouseWindow {
  const [language, setLanguage] = useState(siteLanguage);
  const translator = useMemo(() => createDeskTranslator(words, language), [words, language]);
  useEffect(
    () =>
      hearSigns({
        target: window,
        nowMs: () => performance.now(),
        // A sign that is lost is followed by the next one.
        tell: () => void seen().catch(() => undefined),
      }),
    [seen],
  );
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = translator.t(title);
  }, [language, translator, title]);
  return { language, translator, turnLanguage: () => setLanguage(language === 'da' ? 'sv' : 'da') };
}
