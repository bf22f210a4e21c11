import { useEffect, useMemo, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { DeskLanguage } from '../../../core/basics/language.ts';
import type { TranslationView } from '../../../ipc/translation-contract.ts';
import { createDeskTranslator } from '../../i18n/desk-translator.ts';
import { hearSigns } from '../../signs.ts';
import { translations } from '../../translations.ts';
import { TranslationsContext } from './translations-context.ts';
import { useRows } from './use-rows.ts';
import { TranslationsFrame } from './translations-frame.tsx';

/** The window in which the house looks after its texts. */
export function TranslationsApp({ view }: { readonly view: TranslationView }) {
  const [language, setLanguage] = useState<DeskLanguage>(view.siteLanguage);
  const translator = useMemo(() => createDeskTranslator(view.words, language), [view, language]);
  useSigns();
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = translator.t('desk.translation.title');
  }, [language, translator]);
  const texts = useRows();
  const around = useMemo(() => ({ view, language, texts }), [view, language, texts]);
  return (
    <I18nextProvider i18n={translator}>
      <TranslationsContext value={around}>
        <TranslationsFrame onLanguage={() => setLanguage(language === 'da' ? 'sv' : 'da')} />
      </TranslationsContext>
    </I18nextProvider>
  );
}

/** Lets the kiosk know that somebody is here, as long as they touch anything. */
function useSigns(): void {
  useEffect(
    () =>
      hearSigns({
        target: window,
        nowMs: () => performance.now(),
        // A sign that is lost is followed by the next one.
        tell: () => void translations['translation.seen']({}).catch(() => undefined),
      }),
    [],
  );
}
