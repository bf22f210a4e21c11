import type { ShownItem } from '../../../core/intake/scene.ts';
import { AnswerCards } from '../../components/answer-cards.tsx';
import { TextAnswer } from '../../components/text-answer.tsx';
import type { Weight } from '../../i18n/second-line.ts';
import { useCitizen } from './citizen-context.ts';
import { choose, write, type Selection } from './selection.ts';

interface QuestionFieldProps {
  readonly item: ShownItem;
  readonly weight: Weight;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onEnter: () => void;
}

/** Where an answer is given. */
export function QuestionField({ item, weight, selection, onSelect, onEnter }: QuestionFieldProps) {
  const { words, visit } = useCitizen();
  const { field } = item;
  if (field.kind === 'text') {
    return (
      <TextAnswer
        label={words.say('kiosk.textField')}
        value={selection.text}
        maxLength={field.maxLength}
        onWrite={(text) => onSelect(write(text))}
        onEnter={onEnter}
      />
    );
  }
  return (
    <AnswerCards
      name={item.linkId}
      labelledBy="screen-title"
      kind={field.maxAnswers === 1 ? 'one' : 'many'}
      options={field.options.map(({ code, textKey, pictogram }) => ({
        code,
        label: words.lines(textKey, weight),
        pictogram,
      }))}
      chosen={selection.codes}
      onChoose={(code) => {
        const next = choose(selection, code, field);
        if (next === null) visit.showProblem('kiosk.problem.tooMany');
        else onSelect(next);
      }}
    />
  );
}
