import { useEffect, useMemo, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { DeskLanguage } from '../../../core/basics/language.ts';
import type { Texts } from '../../../core/translation/catalogue.ts';
import type { DeskView } from '../../../ipc/desk-contract.ts';
import { desk } from '../../desk.ts';
import { createDeskTranslator } from '../../i18n/desk-translator.ts';
import { hearSigns } from '../../signs.ts';
import { DeskContext } from './desk-context.ts';
import { DeskFrame } from './desk-frame.tsx';
import { SetUpScreen } from './set-up-screen.tsx';
import { SignInScreen } from './sign-in-screen.tsx';

interface DeskAppProps {
  readonly first: DeskView;
  readonly texts: Readonly<Record<DeskLanguage, Texts>>;
}

/** The staff's window: who is there decides what stands in it. */
export function DeskApp({ first, texts }: DeskAppProps) {
  const [view, show] = useState(first);
  const [language, setLanguage] = useState<DeskLanguage>(first.siteLanguage);
  const translator = useMemo(() => createDeskTranslator(texts, language), [texts, language]);
  useSigns();
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = translator.t('desk.title');
  }, [language, translator]);
  const around = useMemo(() => ({ view, language, show }), [view, language]);
  return (
    <I18nextProvider i18n={translator}>
      <DeskContext value={around}>
        <DeskFrame onLanguage={() => setLanguage(language === 'da' ? 'sv' : 'da')}>
          {view.signedIn === null && (view.needsSetUp ? <SetUpScreen /> : <SignInScreen />)}
        </DeskFrame>
      </DeskContext>
    </I18nextProvider>
  );
}

/** Lets the kiosk know that somebody is at the desk, as long as they touch anything. */
function useSigns(): void {
  useEffect(
    () =>
      hearSigns({
        target: window,
        nowMs: () => performance.now(),
        // A sign that is lost is followed by the next one.
        tell: () => void desk['desk.seen']({}).catch(() => undefined),
      }),
    [],
  );
}
