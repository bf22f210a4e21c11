import { useState } from 'react';
import type { Scene } from '../../../core/intake/scene.ts';
import { Heading } from '../../components/heading.tsx';
import { NonAnswers } from '../../components/non-answers.tsx';
import { NoticeBox } from '../../components/notice-box.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { detailWeight, hintWeight, itemWeight } from '../../i18n/second-line.ts';
import { useCitizen } from './citizen-context.ts';
import { QuestionField } from './question-field.tsx';
import { Screen } from './screen.tsx';
import { chooseNonAnswer, nextMove, type Selection } from './selection.ts';

type QuestionScene = Extract<Scene, { kind: 'question' }>;
// Not imported from core, which would bring zod along.
const NON_ANSWERS = ['notNow', 'tellAPerson', 'dontKnow'] as const;

/** One question: its cards or its line to write on, and the three answers that are no answers. */
export function QuestionScreen({ scene }: { readonly scene: QuestionScene }) {
  const { words, visit, mark, selections } = useCitizen();
  const { item } = scene;
  const selection = selections.of(scene);
  const [isAsked, setAsked] = useState(false);
  const detail = detailWeight(item, isAsked);
  const select = (next: Selection): void => {
    selections.set(item.linkId, next);
    visit.showProblem(null);
  };
  const goOn = useGoOn(scene, selection);
  return (
    <Screen
      scene="question"
      linkId={item.linkId}
      onBack={() => void visit.act({ kind: 'back' })}
      forward={{ label: words.say('kiosk.bar.continue'), onPress: goOn }}
    >
      {item.noticeKey !== null && <NoticeBox lines={words.lines(item.noticeKey, 'privacy')} />}
      <Heading
        lines={words.lines(item.titleKey, itemWeight(item))}
        mark={{ ...mark, onPress: () => setAsked(true) }}
        hint={item.hintKey === null ? null : words.lines(item.hintKey, hintWeight(item, isAsked))}
        note={useChooseUpTo(scene)}
      />
      <QuestionField item={item} weight={detail} selection={selection} onSelect={select} onEnter={goOn} />
      <NonAnswers
        label={words.say('kiosk.nonAnswer.label')}
        options={NON_ANSWERS.map((code) => ({ code, label: words.lines(`kiosk.nonAnswer.${code}`, detail) }))}
        chosen={selection.nonAnswer}
        onChoose={(code) => select(chooseNonAnswer(selection, code))}
      />
    </Screen>
  );
}

function useGoOn({ item, answer }: QuestionScene, selection: Selection): () => void {
  const { visit, selections } = useCitizen();
  return () => {
    const move = nextMove(selection, answer);
    if (move.kind === 'missing')
      return visit.showProblem(item.field.kind === 'text' ? 'kiosk.problem.empty' : 'kiosk.chooseFirst');
    const event = move.kind === 'proceed' ? move : { ...move, linkId: item.linkId };
    void visit.act(event).then((done) => done && selections.clear(item.linkId));
  };
}

function useChooseUpTo({ item: { field } }: QuestionScene) {
  const { words } = useCitizen();
  if (field.kind !== 'choice' || field.maxAnswers === 1 || field.maxAnswers >= field.options.length) return null;
  const count = formatNumber(field.maxAnswers, words.language);
  return { language: words.language, text: words.say('kiosk.chooseUpTo', { count }) };
}
