import type { LanguageTag } from '../../core/basics/language.ts';
import { collectPieces, languageAt, makePiece } from './collect-pieces.ts';
import type { Piece } from './piece.ts';

/** Says the kiosk's own short sentences around what stands on the screen. */
export interface SpeechWords {
  readonly language: LanguageTag;
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string;
}

/** Something to press, choose or write in. */
export const CONTROL = 'button, input, textarea, a[href], select';

/** What is said of a control that has the focus: its name, how it stands, and its place among its like. */
export function controlPieces(control: Element, words: SpeechWords): readonly Piece[] {
  return [...namePieces(control, words.language), ...statePieces(control, words), ...placePieces(control, words)];
}

/** The name as a screen reader has it: by the elements that it points at, by its label, or by its own words. */
function namePieces(control: Element, language: LanguageTag): readonly Piece[] {
  const ids = control.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const named = ids.map((id) => document.getElementById(id)).filter((element) => element !== null);
  if (named.length > 0) return named.flatMap((element) => nameOf(element, control, language));
  const label = control.getAttribute('aria-label');
  if (label !== null) return [makePiece(label, languageAt(control, language), control)];
  const around = control instanceof HTMLInputElement ? control.closest('label') : null;
  return collectPieces(around ?? control, language);
}

/** Words that another element lends are marked where they stand, and count as those of the control. */
function nameOf(element: Element, control: Element, language: LanguageTag): readonly Piece[] {
  const shown = collectPieces(element, language);
  return shown.map((piece) => (element.contains(control) ? { ...piece, element: control } : piece));
}

/** Chosen or not, open or not, ready or not. */
export function statePieces(control: Element, words: SpeechWords): readonly Piece[] {
  const keys = [chosenKey(control), expandedKey(control), writingKey(control), roleKey(control), readyKey(control)];
  const said = keys.filter((key) => key !== null).map((key) => makePiece(words.say(key), words.language, control));
  return [...said, ...writtenPieces(control, words)];
}

function chosenKey(control: Element): string | null {
  if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type)) {
    return control.checked ? 'speech.chosen' : 'speech.notChosen';
  }
  const pressed = control.getAttribute('aria-pressed');
  if (pressed === null) return null;
  return pressed === 'true' ? 'speech.chosen' : 'speech.notChosen';
}

function expandedKey(control: Element): string | null {
  const expanded = control.getAttribute('aria-expanded');
  return expanded === null ? null : expanded === 'true' ? 'speech.open' : 'speech.closed';
}

function writingKey(control: Element): string | null {
  return isTextField(control) ? 'speech.writeHere' : null;
}

function roleKey(control: Element): string | null {
  const isPlain = control instanceof HTMLButtonElement && chosenKey(control) === null;
  return isPlain && expandedKey(control) === null ? 'speech.button' : null;
}

function readyKey(control: Element): string | null {
  return control.getAttribute('aria-disabled') === 'true' ? 'speech.notNow' : null;
}

/** What was written: the words for who wrote them; of a masked number no more than how long it is. */
function writtenPieces(control: Element, words: SpeechWords): readonly Piece[] {
  if (!isTextField(control) || control.value === '') return [];
  if (isMasked(control)) return [makePiece(lengthSaid(control, words), words.language, control)];
  return [{ ...makePiece(control.value, words.language, control), isOwn: true }];
}

/** Says how many letters or digits stand in a field. */
export function lengthSaid(field: HTMLInputElement | HTMLTextAreaElement, words: SpeechWords): string {
  return words.say('speech.length', { count: field.value.length });
}

/** A field whose content nobody may hear. */
export function isMasked(field: HTMLInputElement | HTMLTextAreaElement): boolean {
  return field.closest('[data-masked]') !== null || field.type === 'password';
}

/** A place to write in. */
export function isTextField(element: Element | null): element is HTMLInputElement | HTMLTextAreaElement {
  if (element instanceof HTMLTextAreaElement) return true;
  return element instanceof HTMLInputElement && !['radio', 'checkbox'].includes(element.type);
}

const GROUP = 'fieldset, [role="group"], [role="radiogroup"], ul, ol';

/** "2 of 9", among what can be chosen together. */
function placePieces(control: Element, words: SpeechWords): readonly Piece[] {
  const group = control.closest(GROUP);
  if (group === null || isTextField(control)) return [];
  const like = control instanceof HTMLInputElement ? `input[type="${control.type}"]` : 'button';
  const all = [...group.querySelectorAll(like)];
  const place = all.indexOf(control) + 1;
  if (all.length < 2 || place === 0) return [];
  return [makePiece(words.say('speech.place', { place, count: all.length }), words.language, control)];
}
