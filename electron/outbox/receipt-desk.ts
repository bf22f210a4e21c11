import { readdirSync } from 'node:fs';
import type { RecordEvents } from '../../core/audit/events.ts';
import type { Sha256 } from '../../core/basics/hasher.ts';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { receiptNumberIn } from '../../core/outbox/receipt.ts';
import { attempt } from '../../node/file-system.ts';
import type { FileError, FileSystem } from '../../node/file-system.ts';
import { parsePublicKeyLine } from '../../node/minisign-keys.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { readSignedCentreCard } from '../../node/signed-centre-card.ts';
import type { SignedFile } from '../../node/signed-receipt.ts';
import { confirmedBy, newestCard } from '../store/enrolment.ts';
import type { Enrolment } from '../store/enrolment.ts';
import type { State } from '../store/state.ts';
import type { Outbox } from './outbox.ts';
import { purgeReceipted } from './purge-receipted.ts';
import type { PurgeError } from './purge-receipted.ts';
import { KEPT_MARK, takeReceipt } from './take-receipts.ts';
import type { ReceiptAuthority, TakeReceiptError, TakenReceipt } from './take-receipts.ts';

/** What the desk works with. */
export interface ReceiptDeskOptions {
  readonly outbox: Outbox;
  readonly state: State;
  /** HOME's folder of receipts. */
  readonly folder: string;
  /** How much time has passed for the home, in milliseconds. */
  readonly passedMs: () => number;
  readonly record: RecordEvents;
  readonly fs?: FileSystem;
}

/** Where the centre's receipts are handed in, and where the kiosk lets go of what they are for. */
export interface ReceiptDesk {
  /** Takes one; `badCard`: the kiosk's own card of the centre cannot be trusted, and then nothing is. */
  take(file: SignedFile): Promise<Result<TakenReceipt, TakeReceiptError | { readonly kind: 'badCard' }>>;
  /** Tells by its name whether a file is a receipt for this kiosk that was not handed in yet. */
  wants(fileName: string): boolean;
  /** Lets go of what the centre signed for long enough ago; returns how many went. */
  purge(): Promise<Result<number, PurgeError>>;
  /** Ends what is under way at its next step, and takes nothing more: nothing may be written once HOME is closed. */
  close(): Promise<void>;
}

/** Opens the desk of an enrolled kiosk. One thing at a time: who calls it again meanwhile waits. */
export function openReceiptDesk(options: ReceiptDeskOptions): ReceiptDesk {
  const { outbox, state, folder, record, fs } = options;
  // Those that brought something are kept; what brought nothing is looked at once more after a start.
  const handedIn = new Set(numbersIn(folder, state.content.enrolment));
  let isClosed = false;
  const goesOn = (): boolean => !isClosed;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  const confirm = (canary: Sha256): Result<boolean, FileError> => confirmIn(state, canary);
  const place = fs === undefined ? {} : { fs };
  return {
    wants: (fileName) => {
      const { enrolment } = state.content;
      const number = enrolment === null ? null : receiptNumberIn(fileName, enrolment.kioskId, nodeHasher);
      return number !== null && !handedIn.has(number);
    },
    take: (file) =>
      inTurn(async () => {
        const authority = authorityOf(state.content.enrolment);
        if (isClosed) return fail({ kind: 'closed' });
        if (authority === null) return fail({ kind: 'badCard' });
        const taken = await takeReceipt(file, { outbox, folder, record, confirm, authority, goesOn, ...place });
        if (taken.ok) handedIn.add(taken.value.number);
        return taken;
      }),
    purge: () => inTurn(() => purgeReceipted({ ...options, goesOn })),
    close: async () => {
      isClosed = true;
      await last;
    },
  };
}

/** The numbers of the receipts that are kept. A folder that cannot be read only costs looking at them once more. */
function numbersIn(folder: string, enrolment: Enrolment | null): readonly number[] {
  const names = attempt(() => readdirSync(folder));
  if (!names.ok || enrolment === null) return [];
  return names.value.flatMap((name) => {
    const number = receiptNumberIn(name.replace(KEPT_MARK, ''), enrolment.kioskId, nodeHasher);
    return number === null ? [] : [number];
  });
}

/** Whose receipts an enrolled kiosk takes: those of the newest card's key. */
function authorityOf(enrolment: Enrolment | null): ReceiptAuthority | null {
  if (enrolment === null) return null;
  const { rootPublicKey, centreCard, centreCardSignature } = newestCard(enrolment);
  const root = parsePublicKeyLine(rootPublicKey);
  const card = root === null ? null : readSignedCentreCard(root, Buffer.from(centreCard, 'utf8'), centreCardSignature);
  const receiptKey = card?.ok === true ? parsePublicKeyLine(card.value.receiptKey) : null;
  if (card?.ok !== true || receiptKey === null) return null;
  return { kioskId: enrolment.kioskId, centreId: card.value.centreId, receiptKey };
}

function confirmIn(state: State, canary: Sha256): Result<boolean, FileError> {
  const { enrolment } = state.content;
  const confirmed = enrolment === null ? null : confirmedBy(enrolment, canary);
  if (confirmed === null) return ok(false);
  const changed = state.change((content) => ({ ...content, enrolment: confirmed }));
  return changed.ok ? ok(true) : changed;
}
