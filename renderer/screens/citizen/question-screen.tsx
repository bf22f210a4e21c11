import { useMemo, useRef } from 'react';
import type { QuestionScene } from '../../../core/intake/scene.ts';
import type { VisitEvent } from '../../../core/intake/visit.ts';
import type { Answer } from '../../../core/questionnaire/answer.ts';
import { doubtAbout } from '../../../core/questionnaire/personal-number.ts';
import { Stage } from '../../components/stage.tsx';
import { useSteady } from '../../use-steady.ts';
import { useCitizen } from './citizen-context.ts';
import { Question } from './question.tsx';
import { Screen } from './screen.tsx';
import { nextMove, previousStep, shownSelection, type NextMove, type Selection } from './selection.ts';
import { useAhead } from './use-ahead.ts';
import { useAsking } from './use-asking.ts';

/** One question, and behind it the next one as soon as it is known. */
export function QuestionScreen({ scene }: { readonly scene: QuestionScene }) {
  const { words } = useCitizen();
  const { item } = scene;
  const selection = useShownSelection(scene);
  const goOn = useGoOn(scene, selection);
  const goBack = useGoBack(scene, selection);
  const ahead = useAhead(scene, goOn.event);
  const onEnter = useSteady(goOn.onPress);
  return (
    <Screen
      scene="question"
      linkId={item.linkId}
      titleId={titleIdOf(scene)}
      sensitivity={item.sensitivity}
      onBack={goBack}
      forward={{ label: words.say('kiosk.bar.continue'), isReady: goOn.isReady, onPress: goOn.onPress }}
      ahead={
        ahead && (
          <Stage key={ahead.item.linkId} isAhead titleId={titleIdOf(ahead)} sensitivity={ahead.item.sensitivity}>
            <AskedQuestion scene={ahead} onEnter={onEnter} />
          </Stage>
        )
      }
    >
      <AskedQuestion scene={scene} onEnter={onEnter} />
    </Screen>
  );
}

function AskedQuestion({ scene, onEnter }: { readonly scene: QuestionScene; readonly onEnter: () => void }) {
  return <Question scene={scene} selection={useShownSelection(scene)} onEnter={onEnter} />;
}

/** The same as long as nothing else is touched. */
function useShownSelection(scene: QuestionScene): Selection {
  const held = useCitizen().selections.of(scene.item.linkId);
  return useMemo(() => shownSelection(scene, held), [scene, held]);
}

/** Two questions stand in the page at once, and each keeps its title. */
function titleIdOf({ item: { linkId } }: QuestionScene): string {
  return `title-${linkId}`;
}

function useGoOn({ item, answer }: QuestionScene, selection: Selection) {
  const { visit, selections } = useCitizen();
  const { select } = useAsking();
  const move = nextMove(selection, answer, item.field);
  const event = eventOf(move, item.linkId);
  const asksToLookAgain = useLookAgain();
  const goOn = (): void => {
    if (move.kind === 'missing') return visit.showProblem(move.problemKey);
    if (move.kind === 'answer' && asksToLookAgain(item, move.answer)) return visit.showProblem('keyboard.lookAgain');
    if (move.kind === 'step') return select(item.linkId, move.selection);
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
  const { visit } = useCitizen();
  const { select } = useAsking();
  return () => {
    const before = previousStep(selection, item.field);
    if (before === null) void visit.act({ kind: 'back' });
    else select(item.linkId, before);
  };
}
