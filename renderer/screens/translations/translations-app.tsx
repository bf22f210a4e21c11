import { useEffect, useMemo, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { DeskLanguage } from '../../../core/basics/language.ts';
import type { TranslationView } from '../../../ipc/translation-contract.ts';
import { createDeskTranslator } from '../../i18n/desk-translator.ts';
import { hearSigns } from '../../signs.ts';
import { translations } from '../../translations.ts';
import { TranslationsContext, type TextTarget } from './translations-context.ts';
import { useRows } from './use-rows.ts';
import { TranslationsFrame, type Tab } from './translations-frame.tsx';

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
  const [tab, setTab] = useState<Tab>('texts');
  const [target, setTarget] = useState<TextTarget | null>(null);
  const around = useMemo(() => {
    const showOnScreen = (next: TextTarget): void => {
      setTarget(next);
      setTab('preview');
    };
    return { view, language, texts, target, showOnScreen };
  }, [view, language, texts, target]);
  const openTab = (next: Tab): void => {
    setTarget(null);
    setTab(next);
  };
  return (
    <I18nextProvider i18n={translator}>
      <TranslationsContext value={around}>
        <TranslationsFrame tab={tab} onTab={openTab} onLanguage={() => setLanguage(language === 'da' ? 'sv' : 'da')} />
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
