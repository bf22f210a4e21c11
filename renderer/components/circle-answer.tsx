import { useState } from 'react';
import type { Lines } from '../i18n/words.ts';
import { CircleOut } from './circle-out.tsx';
import { CirclePicture, type ShownPerson } from './circle-picture.tsx';
import { MoreCard, type MoreWords } from './more-card.tsx';
import { Pictogram } from './pictogram.tsx';
import { StepTitle } from './step-title.tsx';
import { Tick } from './tick.tsx';
import { TwoLines } from './two-lines.tsx';
import { useListPages } from './use-list-pages.ts';
import './circle-answer.css';

/** Somebody, or a ring, to choose. */
export interface CircleChoice {
  readonly code: string;
  readonly label: Lines;
  readonly pictogram: string | null;
}

interface CircleAnswerProps {
  readonly circleLabel: string;
  readonly rings: readonly CircleChoice[];
  readonly who: readonly CircleChoice[];
  readonly people: readonly ShownPerson[];
  /** Who was chosen last and has no ring yet. */
  readonly placing: CircleChoice | null;
  readonly whoTitle: Lines;
  readonly whereTitle: Lines;
  readonly otherLabel: string;
  /** That there is nobody, which is an answer too. */
  readonly nobody: { readonly label: string; readonly isChosen: boolean; readonly onPress: () => void };
  /** The step in which people are taken out again. */
  readonly out: { readonly title: Lines; readonly doneLabel: string };
  readonly more: MoreWords;
  /** False until a step was taken on this screen. */
  readonly takesFocus: boolean;
  readonly onWho: (code: string) => void;
  readonly onRing: (code: string) => void;
  readonly onNobody: () => void;
  readonly onRemove: (index: number) => void;
}

/** The circle of people: first who, then where. Whoever is placed stands in the picture, and can be taken out again. */
export function CircleAnswer(props: CircleAnswerProps) {
  const { circleLabel, rings, people, placing } = props;
  return (
    <div className="circle-answer">
      <CirclePicture label={circleLabel} rings={rings.map((ring) => ring.label)} people={people} />
      {placing === null ? <PeoplePanel {...props} /> : <WherePanel {...props} placing={placing} />}
    </div>
  );
}

/** Who comes next, or who is to be taken out. */
function PeoplePanel(props: CircleAnswerProps) {
  const { people, out, more, onRemove } = props;
  const [isTakingOut, setTakingOut] = useState(false);
  const [hasReturned, setReturned] = useState(false);
  if (!isTakingOut || people.length === 0)
    return <WhoPanel {...props} takesFocus={props.takesFocus || hasReturned} onTakeOut={() => setTakingOut(true)} />;
  const done = (): void => {
    setTakingOut(false);
    setReturned(true);
  };
  return <CircleOut {...{ people, more, onRemove }} {...out} onDone={done} />;
}

type WhoPanelProps = CircleAnswerProps & { readonly onTakeOut: () => void };

function WhoPanel({ who, people, whoTitle, nobody, out, more, takesFocus, onWho, onTakeOut }: WhoPanelProps) {
  const pages = useListPages<HTMLDivElement>(who.length);
  return (
    <div ref={pages.list} className="circle-panel" role="group" aria-labelledby="circle-step">
      <StepTitle key="who" id="circle-step" lines={whoTitle} takesFocus={takesFocus} isOnlySpoken />
      <div className="circle-who">
        {who.slice(pages.first, pages.end).map((choice) => (
          <ChoiceCard key={choice.code} choice={choice} hook="who" onPress={onWho} />
        ))}
        {pages.pages > 1 && <MoreCard words={more} page={pages.page} pages={pages.pages} onPress={pages.turn} />}
        {people.length > 0 ? (
          <button type="button" data-does="take-out" onClick={onTakeOut}>
            <span lang={out.title.first.language}>{out.title.first.text}</span>
          </button>
        ) : (
          <button type="button" data-does="nobody" aria-pressed={nobody.isChosen} onClick={nobody.onPress}>
            <span>{nobody.label}</span>
            {nobody.isChosen && <Tick />}
          </button>
        )}
      </div>
    </div>
  );
}

type WherePanelProps = CircleAnswerProps & { readonly placing: CircleChoice };

function WherePanel({ placing, rings, whereTitle, otherLabel, onRing, onNobody }: WherePanelProps) {
  return (
    <div className="circle-panel" role="group" aria-labelledby="circle-placing circle-step">
      <div className="circle-placing">
        <p id="circle-placing">
          {placing.pictogram !== null && <Pictogram name={placing.pictogram} />}
          <span>
            <TwoLines lines={placing.label} />
          </span>
        </p>
        <button type="button" data-does="other-person" onClick={onNobody}>
          {otherLabel}
        </button>
      </div>
      <StepTitle key="where" id="circle-step" lines={whereTitle} takesFocus />
      <div className="circle-where">
        {rings.map((choice) => (
          <ChoiceCard key={choice.code} choice={choice} hook="ring" onPress={onRing} />
        ))}
      </div>
    </div>
  );
}

interface ChoiceCardProps {
  readonly choice: CircleChoice;
  readonly hook: 'who' | 'ring';
  readonly onPress: (code: string) => void;
}

function ChoiceCard({ choice: { code, label, pictogram }, hook, onPress }: ChoiceCardProps) {
  return (
    <button type="button" {...{ [`data-${hook}`]: code }} onClick={() => onPress(code)}>
      {pictogram !== null && <Pictogram name={pictogram} />}
      <span>
        <TwoLines lines={label} />
      </span>
    </button>
  );
}
