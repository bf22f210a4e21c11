import { ALERT_CAUSES } from '../alert/alert.ts';
import { PACKAGE_PROBLEMS } from '../translation/package-problem.ts';

/** The words that an audit event may say, by the name of their list. Nothing that anybody typed is among them. */
export const WORD_LISTS = {
  alertCause: ALERT_CAUSES,
  /** How somebody answered a call: at the kiosk, or through the second channel. */
  alertAnswer: ['atTheKiosk', 'channel'],
  /** How the stretch of time before this opening ended. */
  endBefore: ['none', 'closed', 'stopped'],
  /** Why a home was closed. `ended`: the program ended as it should. */
  closing: [
    ...['ended', 'notEnrolled', 'notConfirmed', 'reducedProtection', 'badRootKey', 'badRecipients'],
    // The centre's card: its signature, or its form.
    ...['malformed', 'otherKey', 'wrongSignature', 'otherTrustedComment', 'notJson', 'otherFormat', 'otherShape'],
    // The content.
    ...['altered', 'missing', 'notRead', 'noFile', 'notWritten', 'unreadable', 'badInstrument', 'lockedWording'],
    ...['badPack', 'missingText', 'other'],
  ],
  /** Why a home was not opened. */
  refusal: [...['damaged', 'ledgerDamaged', 'newerFormat', 'weakKeys', 'full', 'missing', 'exists', 'io'], 'other'],
  /** Why a receipt was not taken. `otherKey`: also a key of an older card of the same centre. */
  receiptProblem: ['otherKey', 'otherKiosk', 'otherCentre', 'forged', 'noReceipt', 'notWritten'],
  /** Why an export stopped. */
  exportProblem: [
    ...['folderMissing', 'full', 'differs', 'damaged', 'notRemembered', 'io', 'taken', 'halfWritten', 'refusedName'],
    ...['unreachable', 'dropped', 'tooSlow', 'captivePortal', 'wrongCredentials', 'wrongHostKey', 'refused'],
    ...['noFile', 'tooLarge'],
  ],
  /** Why a language package was not taken. */
  packageProblem: PACKAGE_PROBLEMS,
} as const satisfies Readonly<Record<string, readonly string[]>>;

type WordList = keyof typeof WORD_LISTS;

/**
 * Whole numbers, by what they count.
 *
 * - count: how many; from 0
 * - seq: which sealed intake of this kiosk; from 1
 * - number: which of a row that the kiosk counts itself, such as its starts or its calls; from 1
 * - waitMs: a duration in milliseconds; from 0
 */
export const NUMBER_MINIMA = { count: 0, seq: 1, number: 1, waitMs: 0 } as const;

type NumberKind = keyof typeof NUMBER_MINIMA;

/** What a field of an audit event may be: a number that the kiosk counts, or a word of a list. Never a free text. */
export type FieldKind = WordList | NumberKind;

/** What a field of a kind holds. */
export type ValueOf<Kind extends FieldKind> = Kind extends WordList ? (typeof WORD_LISTS)[Kind][number] : number;

/** Tells whether a value is one that a field of a kind may hold. */
export function isValueOf(kind: FieldKind, value: unknown): boolean {
  if (isNumberKind(kind)) return Number.isSafeInteger(value) && Number(value) >= NUMBER_MINIMA[kind];
  const words: readonly unknown[] = WORD_LISTS[kind];
  return words.includes(value);
}

/** Names why a home is closed; a reason that the list does not have is `other`. */
export function closingOf(kind: string): ValueOf<'closing'> {
  return WORD_LISTS.closing.find((word) => word === kind) ?? 'other';
}

/** Names why a home was not opened; a reason that the list does not have is `other`. */
export function refusalOf(kind: string): ValueOf<'refusal'> {
  return WORD_LISTS.refusal.find((word) => word === kind) ?? 'other';
}

function isNumberKind(kind: FieldKind): kind is NumberKind {
  return Object.hasOwn(NUMBER_MINIMA, kind);
}
