import { Heading } from '../../components/heading.tsx';
import { LanguageCards } from '../../components/language-cards.tsx';
import { useCitizen } from './citizen-context.ts';
import { languageCards } from './language-cards.ts';
import { Screen } from './screen.tsx';

/** The choice of a language; the screen turns into it at once. */
export function LanguageScreen() {
  const { words, visit, mark, description } = useCitizen();
  const { language, chosen } = visit.view;
  const goOn = (): void => {
    if (chosen.language) void visit.act({ kind: 'proceed' });
    else visit.showProblem('kiosk.chooseOne');
  };
  return (
    <Screen
      scene="language"
      onBack={() => void visit.act({ kind: 'back' })}
      forward={{ label: words.say('kiosk.bar.continue'), onPress: goOn }}
    >
      <Heading lines={words.lines('kiosk.language.title', 'question')} mark={mark} />
      <LanguageCards
        name="language"
        labelledBy="screen-title"
        size="large"
        families={languageCards(words, description.dialects, 'kiosk.language.hint')}
        chosen={chosen.language ? language : null}
        onChoose={(tag) => void visit.act({ kind: 'chooseLanguage', language: tag })}
      />
    </Screen>
  );
}
