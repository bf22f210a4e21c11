import { useLayoutEffect, useMemo, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { KioskDescription, VisitView } from '../ipc/contract.ts';
import { createTranslator, unapprovedKeys, type LoadedTexts } from './i18n/translator.ts';
import { useWords, type LanguageSetting } from './i18n/use-words.ts';
import { loadTexts } from './load-texts.ts';
import { CitizenApp } from './screens/citizen/citizen-app.tsx';
import { ClosedScreen } from './screens/citizen/closed-screen.tsx';
import { DemoEdge } from './screens/citizen/demo-edge.tsx';
import { useDescription } from './use-description.ts';
import './app.css';

interface AppProps {
  /** What the kiosk said of itself when the window opened. */
  readonly description: KioskDescription;
  readonly texts: LoadedTexts;
  /** Null where the kiosk is closed. */
  readonly first: VisitView | null;
  /** Called once, when the first screen stands in the document. */
  readonly onStands: () => void;
}

/** The citizen's window. */
export function App({ description: firstDescription, texts, first, onStands }: AppProps) {
  const [description, describeAgain] = useDescription(firstDescription);
  const { siteLanguage } = description;
  const [present, setPresent] = useState(texts);
  const translator = useMemo(() => createTranslator(present, siteLanguage), [present, siteLanguage]);
  const setting = useMemo(() => ({ siteLanguage, unapproved: unapprovedKeys(present) }), [present, siteLanguage]);
  // Not an effect that waits for the next frame: the document is whole now.
  useLayoutEffect(onStands, [onStands]);
  const reloadTexts = async (): Promise<void> => setPresent(await loadTexts());
  return (
    <I18nextProvider i18n={translator}>
      <AppWindow {...{ description, describeAgain, setting, first, reloadTexts }} />
    </I18nextProvider>
  );
}

interface AppWindowProps {
  readonly description: KioskDescription;
  readonly describeAgain: () => void;
  readonly setting: LanguageSetting;
  readonly first: VisitView | null;
  readonly reloadTexts: () => Promise<void>;
}

function AppWindow({ first, ...around }: AppWindowProps) {
  const { description, describeAgain, setting } = around;
  const siteWords = useWords(description.siteLanguage, setting);
  return (
    <div className="window">
      {description.demo && <DemoEdge words={siteWords} description={description} describeAgain={describeAgain} />}
      {first === null ? <ClosedScreen words={siteWords} why="notReady" /> : <CitizenApp first={first} {...around} />}
    </div>
  );
}
