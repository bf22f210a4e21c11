import { clashingInstruments } from './insert-instruments.ts';
import { isInForce, type Instrument } from './instrument.ts';

/** Where an instrument is loaded to. */
export interface LoadedBeside {
  /** `YYYY-MM-DD`: what has run out is not loaded. */
  readonly today: string;
  /** The slots that the questionnaire has room for. */
  readonly slots: readonly string[];
  /** What is loaded already, an earlier loading of the same among it. */
  readonly loaded: readonly Instrument[];
}

/**
 * Why an instrument that is in order is not loaded.
 *
 * - noSlot: no version of the questions has room for it
 * - licenceEnded: nobody would be asked
 * - reworded: the same version stands there with another wording
 * - clash: another language of it has other questions, codes or weights
 */
export type LoadingProblem = { readonly kind: 'noSlot' | 'licenceEnded' | 'reworded' | 'clash' };

/** Decides whether an instrument is loaded beside others; null lets it be. */
export function whyNotLoaded(instrument: Instrument, { today, slots, loaded }: LoadedBeside): LoadingProblem | null {
  if (!slots.includes(instrument.terms.slot)) return { kind: 'noSlot' };
  if (!isInForce(instrument, today)) return { kind: 'licenceEnded' };
  const isSame = ({ terms }: Instrument): boolean => instrumentFileName(terms) === instrumentFileName(instrument.terms);
  if (loaded.some((each) => isSame(each) && isReworded(each, instrument))) return { kind: 'reworded' };
  const others = loaded.filter((each) => !isSame(each));
  return clashingInstruments([...others, instrument]).includes(instrument.terms.slot) ? { kind: 'clash' } : null;
}

/** The same version cannot have two wordings. */
function isReworded(before: Instrument, after: Instrument): boolean {
  const isSameVersion = before.terms.officialVersion === after.terms.officialVersion;
  return isSameVersion && before.terms.wordingSha256 !== after.terms.wordingSha256;
}

/** The name of an instrument's file, in whatever folder it lies. */
export function instrumentFileName({ slot, language }: Pick<Instrument['terms'], 'slot' | 'language'>): string {
  return `${slot}.${language}.json`;
}
