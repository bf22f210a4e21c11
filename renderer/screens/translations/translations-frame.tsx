import { mayTranslate, type TranslationNeed } from '../../../core/staff/person.ts';
import { translations } from '../../translations.ts';
import { useDeskWords } from '../staff/desk-context.ts';
import { ExchangeScreen } from './exchange-screen.tsx';
import { PublishScreen } from './publish-screen.tsx';
import { PreviewScreen } from './preview-screen.tsx';
import { InstrumentsScreen } from './instruments-screen.tsx';
import { PackagesScreen } from './packages-screen.tsx';
import { TextsScreen } from './texts-screen.tsx';
import { VoiceScreen } from './voice-screen.tsx';
import { useTranslations } from './translations-context.ts';

const SCREENS = {
  texts: TextsScreen,
  preview: PreviewScreen,
  voice: VoiceScreen,
  exchange: ExchangeScreen,
  publish: PublishScreen,
  packages: PackagesScreen,
  instruments: InstrumentsScreen,
} as const;
export type Tab = keyof typeof SCREENS;
/** Who may use each; the kiosk refuses it to anybody else. */
const NEEDS: Readonly<Record<Tab, TranslationNeed>> = {
  texts: 'reviewer',
  preview: 'reviewer',
  voice: 'reviewer',
  exchange: 'reviewer',
  publish: 'administrator',
  packages: 'administrator',
  instruments: 'administrator',
};
const TABS = Object.keys(SCREENS) as readonly Tab[];

interface TranslationsFrameProps {
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  readonly onLanguage: () => void;
}

/** The edge of the window: whose it is, its parts, the language and the way back to the staff's window. */
export function TranslationsFrame({ tab, onTab, onLanguage }: TranslationsFrameProps) {
  const { view } = useTranslations();
  const { say } = useDeskWords();
  const Screen = SCREENS[tab];
  return (
    <div className="desk">
      <header className="desk-top" aria-label={say('desk.translation.title')}>
        <p className="desk-whose">
          <strong>{say('desk.translation.title')}</strong>
          {view.demo && <span className="desk-demo">{say('desk.demo')}</span>}
          <span>{view.signedIn.name}</span>
        </p>
        <div className="desk-top-buttons">
          <button type="button" data-does="language" onClick={onLanguage}>
            {say('desk.otherLanguage')}
          </button>
          <button type="button" data-does="close" onClick={() => void translations['translation.close']({})}>
            {say('desk.translation.back')}
          </button>
        </div>
      </header>
      <nav className="desk-tabs" aria-label={say('desk.tab.label')}>
        {TABS.filter((each) => mayTranslate(view.signedIn, NEEDS[each])).map((each) => (
          <button
            key={each}
            type="button"
            data-tab={each}
            aria-current={each === tab ? 'page' : undefined}
            onClick={() => onTab(each)}
          >
            {say(`desk.translation.tab.${each}`)}
          </button>
        ))}
      </nav>
      <main className="desk-main" data-scene={tab} aria-label={say(`desk.translation.tab.${tab}`)}>
        <Screen />
      </main>
    </div>
  );
}
