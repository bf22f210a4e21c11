import type { ForwardButton } from '../../components/control-bar.tsx';
import { useCitizen } from './citizen-context.ts';

/** Where one is among the screens after Send; `onNext` is null at the last. */
export interface LetterTurn {
  readonly onBack: () => void;
  readonly onNext: (() => void) | null;
}

/** The way on: to the next of these screens, or out of the visit. */
export function useLastButton(onNext: LetterTurn['onNext']): ForwardButton {
  const { words, visit } = useCitizen();
  return onNext === null
    ? { label: words.say('kiosk.bar.finish'), pictogram: 'done-check', onPress: () => void visit.finish() }
    : { label: words.say('kiosk.bar.continue'), pictogram: 'continue', onPress: onNext };
}
