import { AnswerCards } from '../../components/answer-cards.tsx';
import { Heading } from '../../components/heading.tsx';
import { LANGUAGES } from '../../i18n/translator.ts';
import { useCitizen } from './citizen-context.ts';
import { Screen } from './screen.tsx';

/** The choice of a language; the screen turns into it at once. */
export function LanguageScreen() {
  const { words, visit, mark } = useCitizen();
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
      <AnswerCards
        name="language"
        labelledBy="screen-title"
        kind="one"
        options={LANGUAGES.map((each) => ({
          code: each,
          label: { first: { language: each, text: words.sayIn(each, `kiosk.languageName.${each}`) }, second: null },
          line: { first: { language: each, text: words.sayIn(each, 'kiosk.language.hint') }, second: null },
          pictogram: null,
        }))}
        chosen={chosen.language ? [language] : []}
        onChoose={(code) => {
          const picked = LANGUAGES.find((each) => each === code);
          if (picked !== undefined) void visit.act({ kind: 'chooseLanguage', language: picked });
        }}
      />
    </Screen>
  );
}
