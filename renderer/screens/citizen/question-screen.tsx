import { useRef, useState } from 'react';
import type { QuestionScene } from '../../../core/intake/scene.ts';
import type { VisitEvent } from '../../../core/intake/visit.ts';
import type { Answer } from '../../../core/questionnaire/answer.ts';
import { doubtAbout } from '../../../core/questionnaire/personal-number.ts';
import { Heading } from '../../components/heading.tsx';
import { NonAnswers } from '../../components/non-answers.tsx';
import { NoticeBox } from '../../components/notice-box.tsx';
import { Stage } from '../../components/stage.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { detailWeight, hintWeight, itemWeight } from '../../i18n/second-line.ts';
import { useCitizen } from './citizen-context.ts';
import { QuestionField } from './question-field.tsx';
import { Screen } from './screen.tsx';
import { chooseNonAnswer, nextMove, previousStep, type NextMove, type Selection } from './selection.ts';
import { useAhead } from './use-ahead.ts';

/** One question, and behind it the next one as soon as it is known. */
export function QuestionScreen({ scene }: { readonly scene: QuestionScene }) {
  const { words, selections } = useCitizen();
  const { item } = scene;
  const selection = selections.of(scene);
  const goOn = useGoOn(scene, selection);
  const goBack = useGoBack(scene, selection);
  const ahead = useAhead(scene, goOn.event);
  return (
    <Screen
      scene="question"
      linkId={item.linkId}
      sensitivity={item.sensitivity}
      onBack={goBack}
      forward={{ label: words.say('kiosk.bar.continue'), isReady: goOn.isReady, onPress: goOn.onPress }}
      ahead={
        ahead && (
          <Stage key={ahead.item.linkId} isAhead sensitivity={ahead.item.sensitivity}>
            <Question scene={ahead} onEnter={nothing} />
          </Stage>
        )
      }
    >
      <Question scene={scene} onEnter={goOn.onPress} />
    </Screen>
  );
}

/** What is asked: the field where it is answered, and the three answers that are no answers. */
function Question({ scene, onEnter }: { readonly scene: QuestionScene; readonly onEnter: () => void }) {
  const { words, visit, mark, selections } = useCitizen();
  const { item } = scene;
  const selection = selections.of(scene);
  const [isAsked, setAsked] = useState(false);
  const detail = detailWeight(item, isAsked);
  const select = (next: Selection): void => {
    selections.set(item.linkId, next);
    // This window ends with the curtain; the kiosk does not.
    if (next.value.kind === 'text') visit.write({ linkId: item.linkId, text: next.value.text });
    visit.showProblem(null);
  };
  return (
    <>
      {item.noticeKey !== null && <NoticeBox lines={words.lines(item.noticeKey, 'privacy')} />}
      <Heading
        lines={words.lines(item.titleKey, itemWeight(item))}
        mark={{ ...mark, onPress: () => setAsked(true) }}
        hint={item.hintKey === null ? null : words.lines(item.hintKey, hintWeight(item, isAsked))}
        note={useChooseUpTo(scene)}
      />
      <QuestionField item={item} weight={detail} selection={selection} onSelect={select} onEnter={onEnter} />
      <NonAnswers
        label={words.say('kiosk.nonAnswer.label')}
        options={item.nonAnswers.map(({ nonAnswer, textKey, pictogram }) => ({
          code: nonAnswer,
          label: words.lines(textKey, detail),
          pictogram,
        }))}
        chosen={selection.nonAnswer}
        onChoose={(code) => select(chooseNonAnswer(selection, code))}
      />
    </>
  );
}

/** A stage that nobody can reach hears no keys. */
function nothing(): void {}

function useGoOn({ item, answer }: QuestionScene, selection: Selection) {
  const { visit, selections } = useCitizen();
  const move = nextMove(selection, answer, item.field);
  const event = eventOf(move, item.linkId);
  const asksToLookAgain = useLookAgain();
  const goOn = (): void => {
    if (move.kind === 'missing') return visit.showProblem(move.problemKey);
    if (move.kind === 'answer' && asksToLookAgain(item, move.answer)) return visit.showProblem('keyboard.lookAgain');
    if (move.kind === 'step') return selections.set(item.linkId, move.selection);
    if (event !== null) void visit.act(event, () => selections.clear(item.linkId));
  };
  return { isReady: move.kind !== 'missing', event, onPress: goOn };
}

/** What going on tells the kiosk; null where it leads nowhere yet, or to a further step of the same question. */
function eventOf(move: NextMove, linkId: string): VisitEvent | null {
  if (move.kind === 'proceed') return move;
  return move.kind === 'answer' ? { ...move, linkId } : null;
}

/** Whether a number is to be looked at once more. It is asked once for what is written, and stands as it is then. */
function useLookAgain(): (item: QuestionScene['item'], answer: Answer) => boolean {
  const { description } = useCitizen();
  const asked = useRef<string | null>(null);
  return ({ field }, answer) => {
    if (field.kind !== 'text' || !field.masked || answer.kind !== 'text') return false;
    const isNew = asked.current !== answer.text && doubtAbout(answer.text, description.country) !== null;
    asked.current = answer.text;
    return isNew;
  };
}

function useGoBack({ item }: QuestionScene, selection: Selection): () => void {
  const { visit, selections } = useCitizen();
  return () => {
    const before = previousStep(selection, item.field);
    if (before === null) void visit.act({ kind: 'back' });
    else selections.set(item.linkId, before);
  };
}

function useChooseUpTo({ item: { field } }: QuestionScene) {
  const { words } = useCitizen();
  if (field.kind !== 'choice' || field.maxAnswers === 1 || field.maxAnswers >= field.options.length) return null;
  const count = formatNumber(field.maxAnswers, words.language);
  return { language: words.language, text: words.say('kiosk.chooseUpTo', { count }) };
}
