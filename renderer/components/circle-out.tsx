import type { Lines } from '../i18n/words.ts';
import type { ShownPerson } from './circle-picture.tsx';
import { MoreCard, type MoreWords } from './more-card.tsx';
import { Pictogram } from './pictogram.tsx';
import { Sign } from './sign.tsx';
import { StepTitle } from './step-title.tsx';
import { useListPages } from './use-list-pages.ts';

interface CircleOutProps {
  readonly title: Lines;
  readonly doneLabel: string;
  readonly people: readonly ShownPerson[];
  readonly more: MoreWords;
  readonly onRemove: (index: number) => void;
  readonly onDone: () => void;
}

/**
 * Takes people out of the circle. In the picture they stand too close together for a shaking hand, so each has a card
 * here.
 */
export function CircleOut({ title, doneLabel, people, more, onRemove, onDone }: CircleOutProps) {
  const pages = useListPages<HTMLDivElement>(people.length);
  return (
    <div ref={pages.list} className="circle-panel" role="group" aria-labelledby="circle-step">
      {/* A new one for every number of people: the card that was pressed is gone, and the focus must not be. */}
      <StepTitle key={people.length} id="circle-step" lines={title} takesFocus />
      <div className="circle-who">
        {people.slice(pages.first, pages.end).map((person, index) => (
          <button
            key={pages.first + index}
            type="button"
            data-take-out={person.who}
            aria-label={person.removeLabel}
            onClick={() => onRemove(pages.first + index)}
          >
            {person.pictogram !== null && <Pictogram name={person.pictogram} />}
            <span>{person.label}</span>
            <Sign shape="remove" />
          </button>
        ))}
        {pages.pages > 1 && <MoreCard words={more} page={pages.page} pages={pages.pages} onPress={pages.turn} />}
        <button type="button" data-does="taken-out" onClick={onDone}>
          <span>{doneLabel}</span>
        </button>
      </div>
    </div>
  );
}
