import { createHash } from 'node:crypto';
import { constants, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { withdrawTagOf } from '../../core/outbox/withdrawal.ts';
import { newPictureCode } from '../../core/intake/picture-code.ts';
import type { PictureCode } from '../../core/intake/picture-code.ts';
import { carryAndTell } from '../../electron/outbox/carry.ts';
import { folderDestination } from '../../electron/outbox/folder-destination.ts';
import type { OpenDraft } from '../../electron/store/draft.ts';
import { promisedFileSystem } from '../../node/async-file-system.ts';
import { attempt, type FileSystem } from '../../node/file-system.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { systemRandom } from '../../node/random.ts';
import type { Dice } from '../../tools/simulate/dice.ts';
import { intakeIdOf } from '../electron/intake-id.ts';
import { FAULT_CLOCK, type OpenedHome } from './fault-home.ts';

/** What was begun and what was told to be safe, in this order. People are numbered from 1. */
export type Fact =
  | { readonly kind: 'saving' | 'saved'; readonly person: number; readonly revision: number }
  | { readonly kind: 'deleting' | 'deleted' | 'sealing' | 'withdrawing' | 'withdrawn'; readonly person: number }
  | { readonly kind: 'sealed'; readonly person: number; readonly seq: number; readonly sha256: string }
  | { readonly kind: 'exported'; readonly fileNames: readonly string[] };

/** Who is told each fact. */
export type Note = (fact: Fact) => void;

const SNAPSHOT_BYTES = 900;
const SEALED_BYTES = 3000;
const codes = new Map<number, PictureCode>();

/** The code of a person: the same as long as the program runs. */
export function codeOf(person: number): PictureCode {
  const code = codes.get(person) ?? newPictureCode(systemRandom);
  codes.set(person, code);
  return code;
}

export function snapshotOf(person: number, revision: number): Uint8Array {
  return Buffer.from(`${person} ${revision} `.padEnd(SNAPSHOT_BYTES, 'x'));
}

export function sealedBytesOf(person: number): Uint8Array {
  const block = createHash('sha512').update(`sealed ${person}`).digest();
  return Buffer.concat(Array.from({ length: SEALED_BYTES / 64 + 1 }, () => block)).subarray(0, SEALED_BYTES);
}

export function takeBackKeyOf(person: number): Uint8Array {
  return new Uint8Array(32).fill(person);
}

/**
 * Everything that a day at the kiosk writes: codes, saves, pauses, sealing, taking back, exporting, and a visit that is
 * not finished. Whatever is refused is left at that, as a person would leave it.
 */
export async function aDay(
  home: OpenedHome,
  {
    drive,
    fs,
    dice,
    note,
  }: { readonly drive: string; readonly fs: FileSystem; readonly dice: Dice; readonly note: Note },
): Promise<void> {
  const saves = dice.below(5);
  await visit(home, { person: 1, saves, pauseAt: dice.below(saves + 1), isSent: true }, note);
  await visit(home, { person: 2, saves: 1, pauseAt: 0, isSent: true }, note);
  note({ kind: 'withdrawing', person: 1 });
  if (home.custody.outbox.withdraw(takeBackKeyOf(1)).ok) note({ kind: 'withdrawn', person: 1 });
  const { outbox } = home.custody;
  const destination = folderDestination({ folder: drive, fs: promisedFileSystem(fs) });
  const exported = await carryAndTell({
    ...{ outbox, destination, clock: FAULT_CLOCK, audit: home.audit },
    alwaysWithHead: true,
  });
  if (exported.ok) note({ kind: 'exported', fileNames: exported.value.fileNames });
  await visit(home, { person: 3, saves: 2, pauseAt: 2, isSent: false }, note);
  await comesBack(home, { person: 3, revision: 4, fs }, note);
}

interface Visit {
  readonly person: number;
  /** After the code was taken. */
  readonly saves: number;
  /** Which save is a pause; 0 for none. */
  readonly pauseAt: number;
  readonly isSent: boolean;
}

async function visit(home: OpenedHome, { person, saves, pauseAt, isSent }: Visit, note: Note): Promise<void> {
  note({ kind: 'saving', person, revision: 1 });
  const created = await home.custody.drafts.create(codeOf(person), snapshotOf(person, 1));
  if (created.ok) {
    note({ kind: 'saved', person, revision: 1 });
    save(created.value, { person, saves, pauseAt }, note);
  }
  const isKept = isSent && send(home, person, note);
  if (!created.ok) return;
  if (isKept) {
    note({ kind: 'deleting', person });
    if (created.value.delete().ok) note({ kind: 'deleted', person });
  }
  created.value.close();
}

/** A save was interrupted in the middle, and the person goes on with the draft. */
async function comesBack(
  { custody, layout }: OpenedHome,
  { person, revision, fs }: { readonly person: number; readonly revision: number; readonly fs: FileSystem },
  note: Note,
): Promise<void> {
  for (const name of readdirSync(layout.drafts)) tear(join(layout.drafts, name), fs);
  const opened = await custody.drafts.open(codeOf(person));
  if (!opened.ok) return;
  note({ kind: 'saving', person, revision });
  if (opened.value.draft.save(snapshotOf(person, revision)).ok) note({ kind: 'saved', person, revision });
  opened.value.draft.close();
}

/** Leaves the beginning of a frame at the end of a draft. */
function tear(path: string, fs: FileSystem): void {
  const opened = attempt(() => fs.open(path, constants.O_WRONLY | constants.O_APPEND));
  if (!opened.ok) return;
  attempt(() => fs.write(opened.value, Buffer.from('half of a frame')));
  attempt(() => fs.close(opened.value));
}

function save(draft: OpenDraft, { person, saves, pauseAt }: Omit<Visit, 'isSent'>, note: Note): void {
  for (let each = 1; each <= saves; each += 1) {
    const revision = each + 1;
    note({ kind: 'saving', person, revision });
    const snapshot = snapshotOf(person, revision);
    const saved = each === pauseAt ? draft.compact(snapshot) : draft.save(snapshot);
    if (saved.ok) note({ kind: 'saved', person, revision });
  }
}

/** Seals; @returns whether the person was told that it is kept */
export function send({ custody }: OpenedHome, person: number, note: Note): boolean {
  note({ kind: 'sealing', person });
  const sent = custody.outbox.commit({
    seq: custody.outbox.next().seq,
    intakeId: intakeIdOf(person),
    bytes: sealedBytesOf(person),
    withdrawTag: withdrawTagOf(takeBackKeyOf(person), nodeHasher),
    ringToday: person === 2,
  });
  if (sent.ok) note({ kind: 'sealed', person, seq: sent.value.seq, sha256: sent.value.sha256 });
  return sent.ok;
}
