import { useState, type ReactNode } from 'react';
import { mayTranslate } from '../../../core/staff/person.ts';
import { desk } from '../../desk.ts';
import { useDesk, useDeskWords } from './desk-context.ts';
import { DeliveryScreen } from './delivery-screen.tsx';
import { NumbersScreen } from './numbers-screen.tsx';
import { PapersScreen } from './papers-screen.tsx';
import { PeopleScreen } from './people-screen.tsx';
import { PinScreen } from './pin-screen.tsx';
import { SettingsScreen } from './settings/settings-screen.tsx';
import { TodayScreen } from './today-screen.tsx';

const SCREENS = {
  today: TodayScreen,
  delivery: DeliveryScreen,
  numbers: NumbersScreen,
  papers: PapersScreen,
  people: PeopleScreen,
  settings: SettingsScreen,
  pin: PinScreen,
} as const;
type Tab = keyof typeof SCREENS;
/** The kiosk refuses these to anybody else. */
const ADMINISTRATORS: readonly Tab[] = ['people', 'settings'];
const TABS = Object.keys(SCREENS) as readonly Tab[];

interface DeskFrameProps {
  readonly onLanguage: () => void;
  /** What stands there while nobody is signed in. */
  readonly children: ReactNode;
}

/** The edge of the desk: whose it is, its parts, the language and the way out. */
export function DeskFrame({ onLanguage, children }: DeskFrameProps) {
  const { view } = useDesk();
  const { say } = useDeskWords();
  const [tab, setTab] = useState<Tab>('today');
  const { signedIn } = view;
  const Screen = SCREENS[tab];
  const tabs = TABS.filter((each) => !ADMINISTRATORS.includes(each) || signedIn?.role === 'administrator');
  const close = (): void => {
    setTab('today');
    void desk['desk.close']({});
  };
  return (
    <div className="desk">
      <header className="desk-top">
        <p className="desk-whose">
          <strong>{view.siteName}</strong>
          {view.demo && <span className="desk-demo">{say('desk.demo')}</span>}
          <span>{signedIn === null ? say('desk.title') : signedIn.name}</span>
        </p>
        <div className="desk-top-buttons">
          <button type="button" data-does="language" onClick={onLanguage}>
            {say('desk.otherLanguage')}
          </button>
          <button type="button" data-does="close" onClick={close}>
            {say('desk.close')}
          </button>
        </div>
      </header>
      {signedIn !== null && (
        <nav className="desk-tabs" aria-label={say('desk.tab.label')}>
          {tabs.map((each) => (
            <button
              key={each}
              type="button"
              data-tab={each}
              aria-current={each === tab ? 'page' : undefined}
              onClick={() => setTab(each)}
            >
              {say(`desk.tab.${each}`)}
            </button>
          ))}
          {mayTranslate(signedIn, 'reviewer') && (
            <button type="button" data-does="texts" onClick={() => void desk['desk.openTexts']({})}>
              {say('desk.tab.texts')}
            </button>
          )}
        </nav>
      )}
      <main className="desk-main" data-scene={signedIn === null ? 'signIn' : tab}>
        {signedIn === null ? children : <Screen />}
        <p className="desk-quiet">{say('desk.locksByItself')}</p>
      </main>
    </div>
  );
}
