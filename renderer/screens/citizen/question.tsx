import { memo, useState } from 'react';
import type { QuestionScene } from '../../../core/intake/scene.ts';
import { Heading } from '../../components/heading.tsx';
import { NonAnswers } from '../../components/non-answers.tsx';
import { NoticeBox } from '../../components/notice-box.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { detailWeight, hintWeight, itemWeight } from '../../i18n/second-line.ts';
import type { Line, Words } from '../../i18n/words.ts';
import { QuestionField } from './question-field.tsx';
import { chooseNonAnswer, type Selection } from './selection.ts';
import { useAsking } from './use-asking.ts';

interface QuestionProps {
  readonly scene: QuestionScene;
  readonly selection: Selection;
  readonly onEnter: () => void;
}

/**
 * What is asked: the field where it is answered, and the three answers that are no answers. It is drawn anew when one of
 * its properties is another, not when it comes forward: everything in it asks for `useAsking` alone.
 */
export const Question = memo(function Question({ scene, selection, onEnter }: QuestionProps) {
  const { words, mark, select } = useAsking();
  const { item } = scene;
  const [isAsked, setAsked] = useState(false);
  const detail = detailWeight(item, isAsked);
  const choose = (next: Selection): void => select(item.linkId, next);
  return (
    <>
      {item.noticeKey !== null && <NoticeBox lines={words.lines(item.noticeKey, 'privacy')} />}
      <Heading
        lines={words.lines(item.titleKey, itemWeight(item))}
        mark={{ ...mark, onPress: () => setAsked(true) }}
        hint={item.hintKey === null ? null : words.lines(item.hintKey, hintWeight(item, isAsked))}
        note={chooseUpTo(scene, words)}
      />
      <QuestionField item={item} weight={detail} selection={selection} onSelect={choose} onEnter={onEnter} />
      <NonAnswers
        label={words.say('kiosk.nonAnswer.label')}
        options={item.nonAnswers.map(({ nonAnswer, textKey, pictogram }) => ({
          code: nonAnswer,
          label: words.lines(textKey, detail),
          pictogram,
        }))}
        chosen={selection.nonAnswer}
        onChoose={(code) => choose(chooseNonAnswer(selection, code))}
      />
    </>
  );
});

function chooseUpTo({ item: { field } }: QuestionScene, words: Words): Line | null {
  if (field.kind !== 'choice' || field.maxAnswers === 1 || field.maxAnswers >= field.options.length) return null;
  const count = formatNumber(field.maxAnswers, words.language);
  return { language: words.language, text: words.say('kiosk.chooseUpTo', { count }) };
}
