import { CodeButton } from '../../components/code-button.tsx';
import { DutyPerson } from '../../components/duty-person.tsx';
import { OpenDoor } from '../../components/open-door.tsx';
import { Welcome } from '../../components/welcome.tsx';
import { LANGUAGES } from '../../i18n/language.ts';
import { useCitizen } from './citizen-context.ts';
import { Screen } from './screen.tsx';
import './greeting-screen.css';

/** The first screen: an open door, who is there, and no question yet. */
export function GreetingScreen() {
  const { words, visit, description } = useCitizen();
  const welcomes = LANGUAGES.map((language) => ({ language, text: words.sayIn(language, 'kiosk.greeting.title') }));
  return (
    <Screen
      scene="greeting"
      hasStop={false}
      forward={{ label: words.say('kiosk.greeting.start'), onPress: () => void visit.act({ kind: 'proceed' }) }}
    >
      <div className="greeting">
        <OpenDoor />
        <div className="greeting-words">
          <Welcome welcomes={welcomes} />
          <DutyPerson
            text={words.say('kiosk.greeting.duty', { name: description.dutyName })}
            picture={description.dutyPicture}
          />
          <p>{words.say('kiosk.greeting.calm')}</p>
          <CodeButton label={words.say('kiosk.greeting.haveCode')} onPress={() => visit.goTo({ kind: 'resume' })} />
        </div>
      </div>
    </Screen>
  );
}
