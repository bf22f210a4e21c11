import { AnswerCards } from '../../components/answer-cards.tsx';
import { Heading } from '../../components/heading.tsx';
import { useCitizen } from './citizen-context.ts';
import { CULTURES, cultureOptions } from './culture-options.ts';
import { Screen } from './screen.tsx';

/** The choice of a version of the questionnaire, apart from the language. */
export function CultureScreen() {
  const { words, visit, mark } = useCitizen();
  const { culture, chosen } = visit.view;
  const goOn = (): void => {
    if (chosen.culture) void visit.act({ kind: 'proceed' });
    else visit.showProblem('kiosk.chooseOne');
  };
  return (
    <Screen
      scene="culture"
      onBack={() => void visit.act({ kind: 'back' })}
      forward={{ label: words.say('kiosk.bar.continue'), onPress: goOn }}
    >
      <Heading
        lines={words.lines('kiosk.culture.title', 'question')}
        mark={mark}
        hint={words.lines('kiosk.culture.hint', 'plain')}
      />
      <AnswerCards
        name="culture"
        labelledBy="screen-title"
        kind="one"
        options={cultureOptions(words)}
        chosen={chosen.culture ? [culture] : []}
        onChoose={(code) => {
          const picked = CULTURES.find((each) => each === code);
          if (picked !== undefined) void visit.act({ kind: 'chooseCulture', culture: picked });
        }}
      />
    </Screen>
  );
}
