import type { LanguageTag } from '../../core/basics/language.ts';
import { presentStage } from '../components/stage.tsx';
import { collectPieces } from './collect-pieces.ts';
import { CONTROL, statePieces, type SpeechWords } from './control-words.ts';
import type { Piece } from './piece.ts';

/** What serves listening or seeing is not part of what is listened to; who goes by ear reaches it like the other controls. */
const TOOL = '[data-listen], [data-does="scroll-on"]';

/** What is read: the sheet that lies on top, or the screen. */
export function readScope(): Element | null {
  return [...document.querySelectorAll('dialog[open]')].at(-1) ?? presentScreen();
}

/** What stands now between the edges; the next question may stand ready behind it. */
export function presentScreen(): Element | null {
  return presentStage(document) ?? document.querySelector('main');
}

/** The whole of a screen or sheet: its heading and hint, then everything in the order in which it stands. */
export function wholeReading(scope: Element, words: SpeechWords): readonly Piece[] {
  const heading = scope.querySelector('.heading');
  const rest = collectPieces(scope, words.language).filter(
    ({ element }) => !isWithin(heading, element) && element?.matches(TOOL) !== true,
  );
  const pieces = heading === null ? rest : [...collectPieces(heading, words.language), ...rest];
  return pieces.flatMap((piece, index) => withState(piece, pieces[index + 1], words));
}

/** After the last words of a control that is chosen, that it is. */
function withState(piece: Piece, next: Piece | undefined, words: SpeechWords): readonly Piece[] {
  const { element } = piece;
  if (element === null || element === next?.element) return [piece];
  const control = element.matches(CONTROL) ? element : element.querySelector(CONTROL);
  if (control === null || !isChosen(control)) return [piece];
  return [piece, ...statePieces(control, words)];
}

function isChosen(control: Element): boolean {
  return control.getAttribute('aria-pressed') === 'true' || (control instanceof HTMLInputElement && control.checked);
}

/** What a screen says when it appears, for who goes by ear: everything but what can be reached and pressed. */
export function introduction(scope: Element, words: SpeechWords): readonly Piece[] {
  return wholeReading(scope, words).filter(
    ({ element }) => element === null || element.closest('button, label') === null,
  );
}

/** The words of one heading, without its second language. */
export function headingReading(heading: Element, language: LanguageTag): readonly Piece[] {
  return collectPieces(heading, language);
}

function isWithin(outer: Element | null, inner: Element | null): boolean {
  return outer !== null && inner !== null && outer.contains(inner);
}
