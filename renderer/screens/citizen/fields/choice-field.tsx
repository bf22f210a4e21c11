import { AnswerCards } from '../../../components/answer-cards.tsx';
import { PathAnswer } from '../../../components/path-answer.tsx';
import { ScaleAnswer } from '../../../components/scale-answer.tsx';
import { StoryAnswer } from '../../../components/story-answer.tsx';
import { formatNumber } from '../../../i18n/format.ts';
import { useAsking } from '../use-asking.ts';
import { moreWords } from '../more-words.ts';
import { chooseCode } from '../selections/codes.ts';
import { scaleNumber } from './scale-number.ts';
import { useTitleId } from '../../../components/stage.tsx';
import type { FieldProps } from './field-props.ts';

/** One or several answers to choose, shown as the question asks for. */
export function ChoiceField({ linkId, field, weight, value, onValue }: FieldProps<'choice'>) {
  const { words, showProblem } = useAsking();
  const codes = value.kind === 'codes' ? value.codes : [];
  const options = field.options.map(({ code, textKey, pictogram }) => ({
    code,
    label: words.lines(textKey, weight),
    pictogram,
  }));
  const choose = (code: string): void => {
    const next = chooseCode(codes, code, field);
    if (next === null) showProblem('kiosk.problem.tooMany');
    else onValue(next);
  };
  const common = { name: linkId, labelledBy: useTitleId(), chosen: codes[0] ?? null, onChoose: choose };
  switch (field.presentation) {
    case 'path':
      return <PathAnswer {...common} stops={options} imagery={field.imagery} />;
    case 'scale': {
      const number = (code: string, index: number) => formatNumber(scaleNumber(code, index), words.language);
      return (
        <ScaleAnswer
          {...common}
          steps={options.map((option, index) => ({ ...option, number: number(option.code, index) }))}
        />
      );
    }
    case 'stories':
      return <StoryAnswer {...common} options={options} />;
    case 'cards':
      return (
        <AnswerCards
          {...common}
          kind={field.maxAnswers === 1 ? 'one' : 'many'}
          options={options}
          chosen={codes}
          more={moreWords(words)}
        />
      );
  }
}
