import type { Clock } from '../../core/basics/clock.ts';
import type { Random } from '../../core/basics/random.ts';
import type { Result } from '../../core/basics/result.ts';
import type { PictureCode } from '../../core/intake/picture-code.ts';
import type { Site } from '../../core/intake/site.ts';
import type { CountedFact } from '../../core/numbers/fact.ts';
import type { Visit } from '../../core/intake/visit.ts';
import type { AlertView } from '../../ipc/contract.ts';
import type { RaisedCall } from '../alert/alert-desk.ts';
import type { ContentVersion } from '../content/content-version.ts';
import type { TryGate } from '../throttle/try-gate.ts';
import type { LetterInHand, Letters } from './letters.ts';

/** A draft under a code, open for writing. Every call is durable when it returns ok. All bytes are wiped after it. */
export interface OpenDraftFile {
  /** Appends what changed; `whole` makes the snapshot for a new file where nothing can be appended. */
  save(change: Uint8Array, whole: () => Uint8Array): Result<null, { readonly kind: string }>;
  /** Writes a new file under a new key; the old one goes. */
  compact(snapshot: Uint8Array): Result<null, { readonly kind: string }>;
  /** Closes it too, unless it fails. */
  delete(): Result<null, { readonly kind: string }>;
  close(): void;
}

/** Where drafts are kept. */
export interface DraftFiles {
  create(code: PictureCode, snapshot: Uint8Array): Promise<Result<OpenDraftFile, { readonly kind: string }>>;
  open(
    code: PictureCode,
  ): Promise<Result<{ readonly draft: OpenDraftFile; readonly contents: readonly Uint8Array[] }, DraftProblem>>;
}

/** Why a code opens no draft. Where none has it, the key is there with which it may take a letter back. */
interface DraftProblem {
  readonly kind: string;
  readonly takeBackKey?: Uint8Array;
}

/** What a visit has to do with calls for a person. */
export interface VisitAlerts {
  /** An answer has just said that life may be in danger now. @returns null where a call for it is under way already */
  readonly raiseDanger: () => RaisedCall | null;
  /** The call that is under way. */
  readonly show: () => AlertView | null;
}

/** What goes with an intake without being told to the centre. */
export interface SendWishes {
  /** The house may ring the centre on this day, because there is something that should not wait. */
  readonly ringToday: boolean;
}

/** What a visit needs of the kiosk. */
export interface VisitSurroundings {
  readonly clock: Clock;
  readonly random: Random;
  readonly site: Site;
  readonly drafts: DraftFiles;
  /** What every code passes before it is compared. */
  readonly codeGate: TryGate;
  /** The version that a new visit begins with; looked up anew for each. */
  readonly content: ContentVersion;
  /** A version that an older draft began with; null when it is not there any more. */
  readonly contentOf: (id: string) => ContentVersion | null;
  /** Tells whether somebody is on duty and the test call of today was answered: otherwise no visit begins. */
  readonly isReady: () => boolean;
  /** Tells whether the disk has room for a visit: otherwise none begins, and none that was kept goes on. */
  readonly hasRoom: () => boolean;
  readonly alerts: VisitAlerts;
  /** Tells whether an intake has been sealed already. */
  readonly isSealed: (intakeId: string) => boolean;
  /** Seals and commits an intake; durable when it returns ok. */
  readonly seal: (
    visit: Visit,
    content: ContentVersion,
    wishes: SendWishes,
  ) => Promise<Result<LetterInHand, { readonly kind: string }>>;
  readonly letters: Letters;
  /** Counts something for the numbers without people; costs next to nothing and cannot fail. */
  readonly count: (fact: CountedFact) => void;
}
