import type { Result } from '../../core/basics/result.ts';
import type { Sha256 } from '../../core/basics/hasher.ts';
import type { AfterSend } from '../../core/intake/after-send.ts';
import { formatCode, picturesOf, type PictureCode } from '../../core/intake/picture-code.ts';
import type { DeliveryState } from '../../core/outbox/delivery.ts';
import { calendarDay } from '../../core/translation/dates.ts';
import type { SentLetter, ShownCode, Slip, TakeBackProblem } from '../../ipc/contract.ts';
import type { Outbox } from '../outbox/outbox.ts';

/** How much of an id or digest a slip shows: enough to find it again, short enough to copy by hand. */
const SLIP_CHARACTERS = 8;

/** What a slip is made of. */
export interface SlipFacts {
  readonly kioskId: string;
  readonly seq: number;
  /** Of the sealed file. */
  readonly sha256: Sha256;
  readonly sealedMs: number;
  readonly timeZone: string;
}

/** Makes the neutral proof of a letter: no name, and nothing of what it is about. */
export function slipOf({ kioskId, seq, sha256, sealedMs, timeZone }: SlipFacts): Slip {
  return {
    kiosk: kioskId.slice(0, SLIP_CHARACTERS),
    seq,
    shortHash: sha256.slice(0, SLIP_CHARACTERS),
    day: calendarDay(sealedMs, timeZone),
  };
}

/** Where letters are looked up and taken back, by the key that a take-back code comes to. */
export interface Letters {
  find(key: Uint8Array): { readonly slip: Slip; readonly state: DeliveryState } | null;
  takeBack(key: Uint8Array): Result<null, { readonly kind: string }>;
}

/** The letters in an outbox. */
export function lettersIn(
  outbox: Pick<Outbox, 'letter' | 'withdraw'>,
  { kioskId, timeZone }: Pick<SlipFacts, 'kioskId' | 'timeZone'>,
): Letters {
  return {
    find: (key) => {
      const letter = outbox.letter(key);
      if (letter === null) return null;
      const { seq, sha256, sealedAt, state } = letter;
      return { slip: slipOf({ kioskId, seq, sha256, sealedMs: Date.parse(sealedAt), timeZone }), state };
    },
    takeBack: (key) => outbox.withdraw(key),
  };
}

/** A letter that a person has before them: sent a moment ago, or found by its code. */
export interface LetterInHand {
  readonly slip: Slip;
  /** 32 bytes, to be wiped when the person leaves. */
  readonly key: Uint8Array;
  /** Shown after Send only: who found the letter has the code. */
  readonly code: PictureCode | null;
  readonly afterSend: AfterSend;
}

/** How far a letter has come, as the window shows it; looked up anew, because the house may deliver meanwhile. */
export function shownLetter({ slip, key, code, afterSend }: LetterInHand, letters: Letters): SentLetter {
  const state = letters.find(key)?.state ?? 'sealed';
  const standing = STANDING[state];
  const isHere = standing === 'here';
  return {
    ...slip,
    state: isHere ? (code === null ? 'found' : 'sent') : standing,
    copied: state !== 'sealed' && state !== 'withdrawn',
    takeBack: code === null || !isHere ? null : shownCode(code),
    offers: isHere ? afterSend.offers : [],
    isDayOneOf14: isHere && afterSend.isDayOneOf14,
  };
}

const STANDING: Readonly<Record<DeliveryState, 'here' | 'takenBack' | 'atCentre'>> = {
  sealed: 'here',
  sent: 'here',
  stored: 'here',
  receipted: 'atCentre',
  purged: 'atCentre',
  withdrawn: 'takenBack',
  withdrawalRequested: 'atCentre',
};

/** A code as it is shown and printed. */
export function shownCode(code: PictureCode): ShownCode {
  return { digits: formatCode(code), pictures: picturesOf(code).map(({ kind, picture }) => ({ kind, picture })) };
}

/** What the window is told when a letter was not taken back. */
export function takeBackProblem({ kind }: { readonly kind: string }): TakeBackProblem {
  switch (kind) {
    case 'full':
    case 'tooLate':
    case 'notErased':
      return { kind };
    default:
      return { kind: 'notTakenBack' };
  }
}
