import { useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import type { Language } from '../../../core/basics/language.ts';
import type { KeyboardKind } from '../../../core/pack/questionnaire.ts';
import { Pictogram } from '../pictogram.tsx';
import { digitRows, keyRows, phoneRows, signNameKey, type Key, type Layer } from './layouts.ts';
import { middleOf, neighbourOf } from './neighbour.ts';
import { useKeyColumns } from './use-key-columns.ts';
import './keyboard.css';

/** What the keys say aloud, and on the keys that are no letters. */
export interface KeyboardWords {
  readonly language: Language;
  readonly shift: string;
  readonly erase: string;
  readonly space: string;
  /** The layer that a key leads to. */
  readonly layer: Readonly<Record<Layer, string>>;
  /** The name of a sign; letters are their own. */
  readonly sign: (key: string) => string;
}

interface KeyboardProps {
  readonly words: KeyboardWords;
  /** The id of what is written in. */
  readonly controls: string;
  readonly labelledBy: string;
  /** The keys that it begins with; null for letters. */
  readonly kind: KeyboardKind | null;
  /** The first letter of all is a capital. */
  readonly isAtStart: boolean;
  readonly onType: (character: string) => void;
  readonly onErase: () => void;
}

const LAYER_SIGNS: Readonly<Record<Layer, string>> = { letters: 'abc', signs: '123' };

/**
 * Keys on the glass, for those who have no others. It learns nothing and suggests nothing. One stop for the Tab key; the
 * arrow keys lead from key to key.
 */
export function Keyboard({ words, controls, labelledBy, kind, isAtStart, onType, onErase }: KeyboardProps) {
  const box = useRef<HTMLDivElement>(null);
  const columns = useKeyColumns(box);
  const [layer, setLayer] = useState<Layer>(kind === 'phone' ? 'signs' : 'letters');
  const [shift, setShift] = useState<boolean | null>(null);
  const [reachable, setReachable] = useState('0 0');
  const other: Layer = layer === 'letters' ? 'signs' : 'letters';
  const isUpper = shift ?? isAtStart;
  const shows = layer === 'letters' && kind === 'phone' ? null : kind;
  const rows = rowsOf(shows, { language: words.language, layer, columns });
  const tabStop = isKeyOf(rows, reachable) ? reachable : '0 0';
  const rememberFocus = useFocusOnLayerKey(box, layer);
  const type = (character: string): void => {
    onType(isUpper ? character.toLocaleUpperCase(words.language) : character);
    setShift(null);
  };
  const act = {
    shift: () => setShift(!isUpper),
    erase: onErase,
    space: () => onType(' '),
    layer: () => {
      rememberFocus();
      setLayer(other);
    },
  };
  return (
    <div
      ref={box}
      className="keyboard"
      role="group"
      aria-labelledby={labelledBy}
      data-keys={shows ?? 'words'}
      onKeyDown={moveByArrow}
      // A finger on a key must not take the caret out of the words.
      onMouseDown={keepFocus}
    >
      {rows.map((row, rowIndex) => (
        <div key={rowIndex} className="keyboard-row">
          {row.map((key, place) => (
            <KeyButton
              key={place}
              place={`${rowIndex} ${place}`}
              isReachable={tabStop === `${rowIndex} ${place}`}
              onFocus={setReachable}
              controls={controls}
              onPress={() => (key.kind === 'character' ? type(key.character) : act[key.kind]())}
              {...faceOf(key, { words, isUpper, other })}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

/** The keys of one kind; the signs of a telephone are its digits. */
function rowsOf(
  kind: KeyboardKind | null,
  { language, layer, columns }: { readonly language: Language; readonly layer: Layer; readonly columns: number },
): readonly (readonly Key[])[] {
  switch (kind) {
    case 'phone':
      return phoneRows(columns);
    case 'number':
      return digitRows(columns);
    case null:
      return keyRows(language, layer, columns);
  }
}

function isKeyOf(rows: readonly (readonly Key[])[], place: string): boolean {
  return rows.some((row, rowIndex) => row.some((_, index) => place === `${rowIndex} ${index}`));
}

/**
 * The key that leads to other keys lies elsewhere among them; whoever pressed it by a keyboard stays on it.
 *
 * @returns what to call before the keys change
 */
function useFocusOnLayerKey(box: RefObject<HTMLElement | null>, layer: Layer): () => void {
  const wasOnKey = useRef(false);
  useLayoutEffect(() => {
    if (wasOnKey.current) box.current?.querySelector<HTMLElement>('[data-key="layer"]')?.focus();
    wasOnKey.current = false;
  }, [box, layer]);
  return () => {
    wasOnKey.current = box.current?.contains(document.activeElement) === true;
  };
}

interface Face {
  readonly hook: string;
  readonly label: string;
  readonly width: number;
  readonly shown: string | null;
  readonly pictogram: string | null;
  readonly isPressed?: boolean;
}

/** What a key shows, and what it is called. */
function faceOf(
  key: Key,
  { words, isUpper, other }: { readonly words: KeyboardWords; readonly isUpper: boolean; readonly other: Layer },
): Face {
  if (key.kind === 'character') {
    const shown = isUpper ? key.character.toLocaleUpperCase(words.language) : key.character;
    const name = signNameKey(key.character);
    return { hook: key.character, label: name === null ? shown : words.sign(name), width: 1, shown, pictogram: null };
  }
  const { width } = key;
  switch (key.kind) {
    case 'shift':
      return { hook: 'shift', label: words.shift, width, shown: null, pictogram: 'shift', isPressed: isUpper };
    case 'erase':
      return { hook: 'erase', label: words.erase, width, shown: null, pictogram: 'erase' };
    case 'space':
      return { hook: 'space', label: words.space, width, shown: words.space, pictogram: null };
    case 'layer': {
      const shown = LAYER_SIGNS[other];
      // Who tells a machine what to press says what stands on the key, so its name begins with that.
      return { hook: 'layer', label: `${shown}: ${words.layer[other]}`, width, shown, pictogram: null };
    }
  }
}

interface KeyButtonProps extends Face {
  readonly place: string;
  readonly isReachable: boolean;
  readonly controls: string;
  readonly onFocus: (place: string) => void;
  readonly onPress: () => void;
}

function KeyButton({ hook, label, width, shown, pictogram, isPressed, place, isReachable, ...rest }: KeyButtonProps) {
  const { controls, onFocus, onPress } = rest;
  return (
    <button
      type="button"
      data-key={hook}
      style={{ flexGrow: width, flexBasis: `calc(${width - 1} * var(--key-apart))` }}
      aria-label={label}
      aria-controls={controls}
      aria-pressed={isPressed}
      tabIndex={isReachable ? 0 : -1}
      onFocus={() => onFocus(place)}
      onClick={onPress}
    >
      {pictogram === null ? <span aria-hidden="true">{shown}</span> : <Pictogram name={pictogram} />}
    </button>
  );
}

function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

function moveByArrow(event: KeyboardEvent<HTMLDivElement>): void {
  const keys = [...event.currentTarget.querySelectorAll('button')];
  const from = keys.find((key) => key === document.activeElement);
  const next = from && keys[neighbourOf(middleOf(from), keys.map(middleOf), event.key)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
