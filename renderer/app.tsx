import { useEffect, useMemo, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { KioskDescription, VisitView } from '../ipc/contract.ts';
import { createTranslator, type LoadedTexts } from './i18n/translator.ts';
import { useWords, type LanguageSetting } from './i18n/use-words.ts';
import { loadTexts } from './load-texts.ts';
import { CitizenApp } from './screens/citizen/citizen-app.tsx';
import { ClosedScreen } from './screens/citizen/closed-screen.tsx';
import { DemoEdge } from './screens/citizen/demo-edge.tsx';
import './app.css';

interface AppProps {
  readonly description: KioskDescription;
  readonly texts: LoadedTexts;
  /** Null where the kiosk is closed. */
  readonly first: VisitView | null;
  /** Called once, when the first screen stands in the document. */
  readonly onStands: () => void;
}

/** The citizen's window. */
export function App({ description, texts, first, onStands }: AppProps) {
  const { siteLanguage } = description;
  const [present, setPresent] = useState(texts);
  const translator = useMemo(() => createTranslator(present, siteLanguage), [present, siteLanguage]);
  const setting = useMemo(
    () => ({ siteLanguage, unapproved: new Set(present.kl.unapproved) }),
    [present, siteLanguage],
  );
  useEffect(onStands, [onStands]);
  const reloadTexts = async (): Promise<void> => setPresent(await loadTexts());
  return (
    <I18nextProvider i18n={translator}>
      <AppWindow description={description} setting={setting} first={first} reloadTexts={reloadTexts} />
    </I18nextProvider>
  );
}

interface AppWindowProps {
  readonly description: KioskDescription;
  readonly setting: LanguageSetting;
  readonly first: VisitView | null;
  readonly reloadTexts: () => Promise<void>;
}

function AppWindow({ description, setting, first, reloadTexts }: AppWindowProps) {
  const siteWords = useWords(description.siteLanguage, setting);
  return (
    <div className="window">
      {description.demo && <DemoEdge words={siteWords} description={description} />}
      {first === null ? (
        <ClosedScreen words={siteWords} />
      ) : (
        <CitizenApp description={description} setting={setting} first={first} reloadTexts={reloadTexts} />
      )}
    </div>
  );
}
