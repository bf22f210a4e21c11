import { rmSync } from 'node:fs';
import type { Clock } from '../../core/basics/clock.ts';
import type { KioskCard } from '../../core/bundle/kiosk-card.ts';
import type { LedgerHead } from '../../core/outbox/ledger-head.ts';
import type { HeadRefusal } from '../head-refusal.ts';
import { keepHead, readKeptHead } from '../keep-head.ts';
import type { TakenHead } from '../keep-head.ts';
import type { Refusal } from '../refusal.ts';
import type { Expected } from '../verify-bundle.ts';
import { openInBatches } from './batch-openers.ts';
import { findDeliveries } from './find-deliveries.ts';
import type { Arrival, Inbox } from './inbox.ts';
import { heldOf } from './intake-record.ts';
import type { HeldIntake, IntakeRecord } from './intake-record.ts';
import type { OpenedBatch, OpenedBundle, SignedFor } from './open-batch.ts';
import { standingOf } from './kiosk-standing.ts';
import type { KioskStanding } from './kiosk-standing.ts';
import { isWithdrawn } from './withdrawals.ts';

/** A file and the intake in it. */
export interface Delivered {
  readonly file: string;
  readonly record: HeldIntake;
}

/** A file that was not taken. */
export interface RefusedFile {
  readonly file: string;
  readonly reason: Refusal | HeadRefusal;
  /** A bundle that its kiosk signed for all the same: the receipt tells the kiosk. Null for anything else. */
  readonly signed: SignedFor | null;
}

/** What a run took, and what the centre knows of each kiosk now. */
export interface Received {
  /** New in the inbox, durable. */
  readonly received: readonly Delivered[];
  /** Here already, by another route or an earlier run. */
  readonly again: readonly Delivered[];
  readonly refused: readonly RefusedFile[];
  readonly heads: readonly { readonly file: string; readonly comparison: TakenHead['comparison'] }[];
  readonly kiosks: readonly KioskStanding[];
}

export interface ReceiveRequest {
  /** Bundles, heads, and folders of them. */
  readonly paths: readonly string[];
  readonly home: string;
  readonly inbox: Inbox;
  readonly expected: Expected;
  readonly clock: Clock;
  readonly progress: (done: number, total: number) => void;
}

/**
 * Takes what kiosks delivered into the inbox: heads first, because they say what was taken back, then the bundles. A
 * refused file keeps no other one out. All that is said to be received is durable.
 */
export async function receive(request: ReceiveRequest): Promise<Received> {
  const { home, inbox, expected } = request;
  const found = findDeliveries(request.paths);
  const heads = takeHeads(found.heads, { home, kiosks: expected.kiosks });
  const takings = new Takings(inbox, keptHeads(home, expected.kiosks));
  const open = {
    inbox: inbox.folder,
    expected,
    known: inbox.knownFiles,
    nowMs: request.clock.nowMs(),
  };
  await openInBatches(found.bundles, open, (batch) => {
    takings.take(batch);
    request.progress(takings.done, found.bundles.length);
  });
  const unreadable = found.unreadable.map((file) => refusedFile(file, 'unreadable'));
  return {
    received: takings.received,
    again: takings.again,
    refused: [...unreadable, ...heads.refused, ...takings.refused],
    heads: heads.taken,
    kiosks: expected.kiosks.map((kiosk) => standingOf(inbox.records, { home, kiosk })),
  };
}

function refusedFile(file: string, reason: RefusedFile['reason'], signed: SignedFor | null = null): RefusedFile {
  return { file, reason, signed };
}

function takeHeads(
  files: readonly string[],
  { home, kiosks }: { readonly home: string; readonly kiosks: readonly KioskCard[] },
): { readonly taken: Received['heads']; readonly refused: readonly RefusedFile[] } {
  const taken: { file: string; comparison: TakenHead['comparison'] }[] = [];
  const refused: RefusedFile[] = [];
  for (const file of files) {
    const outcomes = kiosks.map((kiosk) => keepHead(file, home, kiosk));
    const outcome = outcomes.find((one) => one.ok || one.error !== 'otherSigner');
    if (outcome === undefined) refused.push(refusedFile(file, 'otherSigner'));
    else if (outcome.ok) taken.push({ file, comparison: outcome.value.comparison });
    else refused.push(refusedFile(file, outcome.error));
  }
  return { taken, refused };
}

function keptHeads(home: string, kiosks: readonly KioskCard[]): ReadonlyMap<string, LedgerHead> {
  const heads = kiosks.flatMap((kiosk) => {
    const head = readKeptHead(home, kiosk);
    return head.ok && head.value !== null ? [[kiosk.kioskId, head.value] as const] : [];
  });
  return new Map(heads);
}

/** Takes batches into the inbox and counts what became of each file. */
class Takings {
  readonly received: Delivered[] = [];
  readonly again: Delivered[] = [];
  readonly refused: RefusedFile[] = [];
  readonly #inbox: Inbox;
  readonly #heads: ReadonlyMap<string, LedgerHead>;

  constructor(inbox: Inbox, heads: ReadonlyMap<string, LedgerHead>) {
    this.#inbox = inbox;
    this.#heads = heads;
  }

  get done(): number {
    return this.received.length + this.again.length + this.refused.length;
  }

  take({ opened, folder }: OpenedBatch): void {
    const arrivals = new Map<string, Arrival & { readonly file: string }>();
    const twins: (Arrival & { readonly file: string })[] = [];
    for (const one of opened) {
      if (one.kind !== 'staged') this.#count(one);
      else {
        const arrival = { file: one.bundle, folder: one.folder, record: one.record };
        const { intakeId } = one.record.manifest;
        if (arrivals.has(intakeId) || this.#inbox.ofIntake(intakeId) !== undefined) twins.push(arrival);
        else if (this.#isTakenBack(one.record)) this.#refuse(one.bundle, 'withdrawn');
        else arrivals.set(intakeId, arrival);
      }
    }
    const taken = new Set(this.#inbox.take([...arrivals.values()]));
    for (const { file, record } of arrivals.values()) {
      if (taken.has(record)) this.received.push({ file, record: heldOf(record) });
      else this.#refuse(file, 'cannotWrite');
    }
    // After the others have their names: one of them may be what these are twins of.
    for (const { file, record } of twins) this.#countTwin(file, record);
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }

  #count(one: Exclude<OpenedBundle, { kind: 'staged' }>): void {
    if (one.kind === 'refused') {
      this.#refuse(one.bundle, one.reason, one.signed);
      return;
    }
    const record = this.#inbox.ofFile(one.sha256);
    if (record === undefined) throw new Error('A file counts as known, and the inbox does not know it');
    this.again.push({ file: one.bundle, record });
  }

  /** The same intake came before. The same sealed file is one more route; another one must not pass as it. */
  #countTwin(file: string, { sha256, manifest: { intakeId, kioskId, seq } }: IntakeRecord): void {
    const standing = this.#inbox.ofIntake(intakeId);
    if (standing === undefined) this.#refuse(file, 'cannotWrite');
    else if (standing.sha256 === sha256) this.again.push({ file, record: standing });
    else this.#refuse(file, 'otherContent', { kioskId, seq, sha256 });
  }

  #refuse(file: string, reason: Refusal, signed: SignedFor | null = null): void {
    this.refused.push(refusedFile(file, reason, signed));
  }

  #isTakenBack(record: IntakeRecord): boolean {
    const head = this.#heads.get(record.manifest.kioskId);
    return head !== undefined && isWithdrawn(record, head);
  }
}
