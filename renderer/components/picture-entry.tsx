import { useEffect } from 'react';
import type { Lines } from '../i18n/words.ts';
import { Pictogram } from './pictogram.tsx';
import { PictureSlip } from './picture-slip.tsx';
import { StepTitle } from './step-title.tsx';
import { useDeliberatePress } from './use-deliberate-press.ts';
import './picture-entry.css';

/** A drawing with its word. */
export interface Tile {
  readonly pictogram: string;
  readonly label: string;
}

/** What stands at one step of the entry. */
export interface EntryView {
  /** Another one at every step. */
  readonly id: string;
  readonly chosen: readonly Tile[];
  readonly chosenLabel: string;
  readonly title: Lines;
  /** Eight to choose from; null when all is chosen. */
  readonly cards: readonly Tile[] | null;
  /** Null while nothing is chosen. */
  readonly takeBack: string | null;
}

interface PictureEntryProps {
  readonly view: EntryView;
  readonly places: number;
  readonly onDigit: (digit: number) => void;
  readonly onErase: () => void;
  readonly onTakeBack: () => void;
  readonly onEnter: () => void;
}

/** The entry of a code by pictures. A physical keyboard enters its digits: each card has one. */
export function PictureEntry({ view, places, onDigit, onErase, onTakeBack, onEnter }: PictureEntryProps) {
  useDigitKeys({ onDigit, onErase, onEnter });
  const { id, chosen, cards, takeBack } = view;
  return (
    <div className="picture-entry" data-step={id} data-whole={cards === null || undefined}>
      {cards !== null && <ChosenRow label={view.chosenLabel} chosen={chosen} places={places} />}
      <StepTitle key={`title-${id}`} id="picture-step" lines={view.title} takesFocus={id !== '0'} />
      {cards === null ? (
        <PictureSlip pictures={chosen} />
      ) : (
        // The key makes every step new cards: the second half of a double tap must not choose again.
        <ul key={id} className="picture-cards" aria-labelledby="picture-step">
          {cards.map((card, index) => (
            <PictureCard key={card.pictogram} card={card} digit={index + 1} onChoose={onDigit} />
          ))}
        </ul>
      )}
      <div className="picture-back">
        {takeBack !== null && (
          <button type="button" onClick={onTakeBack}>
            <Pictogram name="erase" />
            {takeBack}
          </button>
        )}
      </div>
    </div>
  );
}

interface ChosenRowProps {
  readonly label: string;
  readonly chosen: readonly Tile[];
  readonly places: number;
}

function ChosenRow({ label, chosen, places }: ChosenRowProps) {
  return (
    <ol className="picture-row" aria-label={label}>
      {Array.from({ length: places }, (_, place) => {
        const tile = chosen[place];
        return (
          <li key={place} data-next={place === chosen.length || undefined}>
            {tile === undefined ? (
              <span className="picture-row-number">{place + 1}</span>
            ) : (
              <>
                <Pictogram name={tile.pictogram} />
                <span className="only-spoken">{tile.label}</span>
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}

interface PictureCardProps {
  readonly card: Tile;
  readonly digit: number;
  readonly onChoose: (digit: number) => void;
}

function PictureCard({ card: { pictogram, label }, digit, onChoose }: PictureCardProps) {
  return (
    <li>
      <button type="button" data-digit={digit} onClick={useDeliberatePress(() => onChoose(digit))}>
        <Pictogram name={pictogram} />
        <span className="picture-card-label">{label}</span>
        <span className="picture-card-digit">{digit}</span>
      </button>
    </li>
  );
}

type DigitKeys = Pick<PictureEntryProps, 'onDigit' | 'onErase' | 'onEnter'>;

function useDigitKeys({ onDigit, onErase, onEnter }: DigitKeys): void {
  useEffect(() => {
    const press = ({ key }: KeyboardEvent): void => {
      if (document.querySelector('dialog[open]') !== null) return;
      if (/^[1-8]$/.test(key)) onDigit(Number(key));
      else if (key === 'Backspace') onErase();
      else if (key === 'Enter' && document.activeElement?.tagName !== 'BUTTON') onEnter();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [onDigit, onErase, onEnter]);
}
