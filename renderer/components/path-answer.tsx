import type { CSSProperties, KeyboardEvent } from 'react';
import type { CardOption } from './answer-card.tsx';
import { PathScenery } from './path-scenery.tsx';
import { Pictogram } from './pictogram.tsx';
import { Tick } from './tick.tsx';
import { TwoLines } from './two-lines.tsx';
import './path-answer.css';

interface PathAnswerProps {
  readonly name: string;
  readonly labelledBy: string;
  /** From the beginning of the way to its end. */
  readonly stops: readonly CardOption[];
  readonly chosen: string | null;
  /** `boat` is a way over water; every other one leads up a hill. */
  readonly imagery: string | null;
  readonly onChoose: (code: string) => void;
}

/** Stops along a way, with words at each. Upright screens begin at the bottom, wide ones at the left. */
export function PathAnswer({ name, labelledBy, stops, chosen, imagery, onChoose }: PathAnswerProps) {
  const isWater = imagery === 'boat';
  return (
    <fieldset
      className="path-answer"
      data-way={isWater ? 'water' : 'hill'}
      style={{ '--last': stops.length - 1 } as CSSProperties}
      aria-labelledby={labelledBy}
      onKeyDown={climbByKey}
    >
      <PathScenery stops={stops.length} isWater={isWater} />
      {stops.map((stop, index) => (
        <label key={stop.code} data-stop={stop.code} style={{ '--index': index } as CSSProperties}>
          <input
            type="radio"
            name={name}
            value={stop.code}
            checked={chosen === stop.code}
            onChange={() => onChoose(stop.code)}
            autoComplete="off"
          />
          <span className="path-stop" aria-hidden="true">
            {chosen === stop.code && <Pictogram name={isWater ? 'boat' : 'person'} />}
          </span>
          <span className="path-words">
            <span>
              <TwoLines lines={stop.label} />
            </span>
            {chosen === stop.code && <Tick />}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** On an upright screen the next stop lies above this one, so the arrow up must lead there. */
function climbByKey(event: KeyboardEvent<HTMLFieldSetElement>): void {
  const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
  if (by === undefined || !window.matchMedia('(orientation: portrait)').matches) return;
  event.preventDefault();
  const stops = [...event.currentTarget.querySelectorAll('input')];
  const next = stops[stops.findIndex((stop) => stop === document.activeElement) + by];
  next?.focus();
  next?.click();
}
