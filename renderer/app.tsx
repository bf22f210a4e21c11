import type { KioskDescription, VisitView } from '../ipc/contract.ts';
import { useWords, type LanguageSetting } from './i18n/use-words.ts';
import { CitizenApp } from './screens/citizen/citizen-app.tsx';
import { ClosedScreen } from './screens/citizen/closed-screen.tsx';
import { DemoEdge } from './screens/citizen/demo-edge.tsx';
import './app.css';

interface AppProps {
  readonly description: KioskDescription;
  readonly setting: LanguageSetting;
  /** Null where the kiosk is closed. */
  readonly first: VisitView | null;
}

/** The citizen's window. */
export function App({ description, setting, first }: AppProps) {
  const staffWords = useWords(description.siteLanguage, setting);
  return (
    <div className="window">
      {description.demo && <DemoEdge words={staffWords} description={description} />}
      {first === null ? (
        <ClosedScreen words={staffWords} />
      ) : (
        <CitizenApp description={description} setting={setting} first={first} />
      )}
    </div>
  );
}
