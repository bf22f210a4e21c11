import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../core/basics/clock.ts';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { exportNameOf } from '../../core/outbox/delivery.ts';
import type { Delivery } from '../../core/outbox/delivery.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import { concernsOneFile } from './destination.ts';
import type { Destination, DestinationError, OpenDestination, ReadBack } from './destination.ts';
import type { Outbox } from './outbox.ts';
import { fetchReceipts } from './fetch-receipts.ts';
import type { ReceiptBox } from './fetch-receipts.ts';

/** After so many copies the kiosk writes down how far it came: a kiosk that is killed goes on from there. */
const REMEMBERED_EVERY = 20;

/** What to carry, and where to. */
export interface Carriage {
  readonly outbox: Pick<Outbox, 'deliveries' | 'isWaiting' | 'read' | 'withdrawn' | 'markCarried' | 'signedHead'>;
  readonly destination: Destination;
  readonly clock: Clock;
  readonly audit: Pick<AuditLog, 'record' | 'checkpoint'>;
  /** Takes the centre's receipts that lie there; nobody looks for them where it is left out. */
  readonly receipts?: ReceiptBox;
  /** Which of the intakes that wait are copied, oldest first; all of them where it is left out. */
  readonly wanted?: () => readonly Delivery[];
  /** Writes the head although nothing was copied: that the kiosk lives is worth knowing. */
  readonly alwaysWithHead?: boolean;
}

/** What was brought. */
export interface CarriageReport {
  /** The names of the intakes that are there now, oldest first. */
  readonly fileNames: readonly string[];
  /** The signed head of the ledger; its signature stands beside it as `<headName>.minisig`. Null where none was wanted. */
  readonly headName: string | null;
  /** How all of it was read back; `cached` when a single file was only that. */
  readonly readBack: ReadBack;
  /** How many new receipts were brought home. */
  readonly receipts: number;
}

/**
 * Why not everything was brought. What was copied before, or beside it, stays copied and is remembered.
 *
 * - damaged: an intake's own file is not what the ledger promises; the others were copied
 * - notRemembered: everything is there, but the kiosk could not write that down
 */
export type CarriageError =
  | DestinationError
  | { readonly kind: 'damaged'; readonly seqs: readonly number[] }
  | { readonly kind: 'notRemembered' };

/**
 * Copies the intakes that the centre has not signed for yet to a destination, oldest first, with the signed head of the
 * ledger, removes from it what was taken back since, and brings receipts home. Doing it again changes nothing: names come
 * from the content. A copy that was read back from its medium or its server makes an intake `stored`, any other `sent`.
 */
export async function carry(carriage: Carriage): Promise<Result<CarriageReport, CarriageError>> {
  const opened = await carriage.destination.open();
  if (!opened.ok) return opened;
  try {
    return await carryTo(opened.value, carriage);
  } finally {
    await opened.value.close();
  }
}

/** Carries as `carry` does, and puts down what keeps it. Whoever tries again and again tells only what is new. */
export async function carryAndTell(carriage: Carriage): Promise<Result<CarriageReport, CarriageError>> {
  const carried = await carry(carriage);
  if (!carried.ok) carriage.audit.record({ event: 'exportStopped', reason: carried.error.kind });
  return carried;
}

async function carryTo(place: OpenDestination, carriage: Carriage): Promise<Result<CarriageReport, CarriageError>> {
  const { outbox, clock, audit, receipts, alwaysWithHead = false } = carriage;
  const modifiedAt = new Date(clock.nowMs());
  const copied = await copyIntakes(place, carriage, modifiedAt);
  if (copied.stopped !== null) return fail(copied.stopped);
  const removed = await removeWithdrawn(place, outbox);
  if (removed !== null) return fail(removed);
  const { fileNames, isUncached } = copied;
  let headName: string | null = null;
  let isHeadUncached = true;
  if (alwaysWithHead || fileNames.length > 0) {
    // Before the head, so that its checkpoint covers this export too.
    audit.record({ event: 'exported', count: fileNames.length });
    const head = await putHead(place, carriage, modifiedAt);
    // The first trouble says more than what came of it.
    if (!head.ok) return fail(copied.refused ?? head.error);
    headName = head.value.name;
    isHeadUncached = head.value.isUncached;
  }
  const brought = receipts === undefined ? ok(0) : await fetchReceipts(place, receipts);
  if (!brought.ok) return brought;
  if (copied.damaged.length > 0) return fail({ kind: 'damaged', seqs: copied.damaged });
  if (copied.refused !== null) return fail(copied.refused);
  if (!copied.isRemembered) return fail({ kind: 'notRemembered' });
  return ok({
    fileNames,
    headName,
    readBack: isUncached && isHeadUncached ? 'uncached' : 'cached',
    receipts: brought.value,
  });
}

interface Copied {
  readonly fileNames: readonly string[];
  readonly isUncached: boolean;
  readonly damaged: readonly number[];
  /** What kept single files from being copied; the first of it. */
  readonly refused: DestinationError | null;
  /** What ended the copying. */
  readonly stopped: DestinationError | null;
  readonly isRemembered: boolean;
}

async function copyIntakes(
  place: OpenDestination,
  { outbox, wanted = () => outbox.deliveries() }: Carriage,
  modifiedAt: Date,
): Promise<Copied> {
  const notes = new CopyNotes(outbox);
  const damaged: number[] = [];
  let refused: DestinationError | null = null;
  let stopped: DestinationError | null = null;
  for (const delivery of wanted()) {
    // Taken back meanwhile.
    if (!outbox.isWaiting(delivery.seq)) continue;
    const bytes = outbox.read(delivery);
    if (!bytes.ok) {
      damaged.push(delivery.seq);
      continue;
    }
    const put = await place.put({ fileName: delivery.fileName, bytes: bytes.value, modifiedAt });
    if (put.ok) notes.add(delivery, put.value);
    else if (concernsOneFile(put.error)) refused ??= put.error;
    else {
      stopped = put.error;
      break;
    }
    // People are served by the same thread: let it breathe between files.
    await nextTurn();
  }
  notes.remember();
  const { fileNames, isUncached, isRemembered } = notes;
  return { fileNames, isUncached, damaged, refused, stopped, isRemembered };
}

/** What was copied, written down now and then. */
class CopyNotes {
  readonly #outbox: Carriage['outbox'];
  readonly fileNames: string[] = [];
  isUncached = true;
  isRemembered = true;
  readonly #unwritten = { copied: new Set<number>(), readBack: new Set<number>() };

  constructor(outbox: Carriage['outbox']) {
    this.#outbox = outbox;
  }

  add({ seq, fileName }: Delivery, readBack: ReadBack): void {
    this.fileNames.push(fileName);
    this.isUncached &&= readBack === 'uncached';
    this.#unwritten[readBack === 'uncached' ? 'readBack' : 'copied'].add(seq);
    if (this.fileNames.length % REMEMBERED_EVERY === 0) this.remember();
  }

  remember(): void {
    for (const event of ['copied', 'readBack'] as const) {
      const seqs = this.#unwritten[event];
      if (seqs.size === 0) continue;
      // What could not be written down is tried again with the next ones.
      const isWritten = this.#outbox.markCarried(seqs, event).ok;
      if (isWritten) seqs.clear();
      this.isRemembered = isWritten;
    }
  }
}

/** A copy that still lies there goes with what was taken back. Where it cannot be removed the head says enough. */
async function removeWithdrawn(place: OpenDestination, outbox: Carriage['outbox']): Promise<DestinationError | null> {
  const withdrawn = outbox.withdrawn();
  if (withdrawn.length === 0) return null;
  const names = await place.list();
  if (!names.ok) return concernsOneFile(names.error) ? null : names.error;
  const there = new Set(names.value);
  for (const { sha256 } of withdrawn) {
    const fileName = exportNameOf(sha256);
    if (there.has(fileName)) await place.remove({ fileName, sha256 });
  }
  return null;
}

async function putHead(
  place: OpenDestination,
  { outbox, audit }: Carriage,
  modifiedAt: Date,
): Promise<Result<{ readonly name: string; readonly isUncached: boolean }, DestinationError>> {
  const facts = { exportedAt: modifiedAt.toISOString(), audit: audit.checkpoint() };
  const { name, head, signature } = outbox.signedHead(facts);
  const files = [
    { fileName: name, bytes: head, modifiedAt },
    { fileName: `${name}.minisig`, bytes: Buffer.from(signature, 'utf8'), modifiedAt },
  ];
  let isUncached = true;
  for (const file of files) {
    const put = await place.replace(file);
    if (!put.ok) return put;
    isUncached &&= put.value === 'uncached';
  }
  return ok({ name, isUncached });
}
