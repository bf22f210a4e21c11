import { useMemo, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { DeskWordsByLanguage } from '../../../ipc/desk-contract.ts';
import type { TranslationView } from '../../../ipc/translation-contract.ts';
import { translations } from '../../translations.ts';
import { useHouseWindow } from '../staff/use-house-window.ts';
import { TranslationsContext, type TextTarget } from './translations-context.ts';
import { useRows } from './use-rows.ts';
import { TranslationsFrame, type Tab } from './translations-frame.tsx';

const seen = (): Promise<unknown> => translations['translation.seen']({});

interface TranslationsAppProps {
  readonly view: TranslationView;
  /** What the window says. */
  readonly words: DeskWordsByLanguage;
}

/** The window in which the house looks after its texts. */
export function TranslationsApp({ view, words }: TranslationsAppProps) {
  const { language, translator, turnLanguage } = useHouseWindow({
    words,
    siteLanguage: view.siteLanguage,
    title: 'desk.translation.title',
    seen,
  });
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
        <TranslationsFrame tab={tab} onTab={openTab} onLanguage={turnLanguage} />
      </TranslationsContext>
    </I18nextProvider>
  );
}
