import { useMemo, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { DeskView, DeskWordsByLanguage } from '../../../ipc/desk-contract.ts';
import { desk } from '../../desk.ts';
import { DeskContext } from './desk-context.ts';
import { DeskFrame } from './desk-frame.tsx';
import { SetUpScreen } from './set-up-screen.tsx';
import { SignInScreen } from './sign-in-screen.tsx';
import { useHouseWindow } from './use-house-window.ts';

interface DeskAppProps {
  readonly first: DeskView;
  readonly words: DeskWordsByLanguage;
}

const seen = (): Promise<unknown> => desk['desk.seen']({});

/** The staff's window: who is there decides what stands in it. */
export function DeskApp({ first, words }: DeskAppProps) {
  const [view, show] = useState(first);
  const { language, translator, turnLanguage } = useHouseWindow({
    words,
    siteLanguage: first.siteLanguage,
    title: 'desk.title',
    seen,
  });
  const around = useMemo(() => ({ view, language, show }), [view, language]);
  return (
    <I18nextProvider i18n={translator}>
      <DeskContext value={around}>
        <DeskFrame onLanguage={turnLanguage}>
          {view.signedIn === null && (view.needsSetUp ? <SetUpScreen /> : <SignInScreen />)}
        </DeskFrame>
      </DeskContext>
    </I18nextProvider>
  );
}
