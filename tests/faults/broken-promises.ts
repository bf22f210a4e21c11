import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkAuditLog } from '../../electron/audit/audit-files.ts';
import { TEMPORARY_SUFFIX } from '../../node/durable-file.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { intakeIdOf } from '../electron/intake-id.ts';
import { LEFT_BEHIND, openFaultHome, type FaultHome, type OpenedHome } from './fault-home.ts';
import { codeOf, sealedBytesOf, snapshotOf, takeBackKeyOf, type Fact } from './visits.ts';
import { newestOf } from '../electron/test-home.ts';

/** What people were told. */
interface Promised {
  readonly person: number;
  readonly saved: number;
  readonly begun: number;
  readonly isDeleting: boolean;
  readonly isDeleted: boolean;
  readonly isSealing: boolean;
  readonly sealed: Extract<Fact, { kind: 'sealed' }> | null;
  readonly isWithdrawing: boolean;
  readonly isWithdrawn: boolean;
}

/**
 * Opens a home as every start does, and compares what is there with what was told to be safe.
 *
 * @returns each broken promise in words; none is as it must be
 */
export async function brokenPromises(places: FaultHome, facts: readonly Fact[]): Promise<readonly string[]> {
  const opened = await openFaultHome(places);
  if (!opened.ok) return [`the home does not open: ${JSON.stringify(opened.error)}`];
  const home = opened.value;
  try {
    const promised = [1, 2, 3].map((person) => promisedTo(person, facts));
    const drafts: string[] = [];
    for (const each of promised) drafts.push(...(await brokenDraft(home, each)));
    return [
      ...drafts,
      ...promised.flatMap((each) => brokenIntake(home, each)),
      ...brokenOutbox(home, promised),
      ...facts.flatMap((fact) => (fact.kind === 'exported' ? brokenExport(places.drive, fact.fileNames) : [])),
      ...brokenAuditLog(home),
      ...unfinishedFiles(home),
      ...thrownAway(home),
    ];
  } finally {
    await home.close();
  }
}

function promisedTo(person: number, facts: readonly Fact[]): Promised {
  const own = facts.filter((fact) => 'person' in fact && fact.person === person);
  const has = (kind: Fact['kind']): boolean => own.some((fact) => fact.kind === kind);
  const highest = (kind: 'saving' | 'saved'): number =>
    own.reduce((most, fact) => (fact.kind === kind ? Math.max(most, fact.revision) : most), 0);
  return {
    person,
    saved: highest('saved'),
    begun: highest('saving'),
    isDeleting: has('deleting'),
    isDeleted: has('deleted'),
    isSealing: has('sealing'),
    sealed: own.find((fact) => fact.kind === 'sealed') ?? null,
    isWithdrawing: has('withdrawing'),
    isWithdrawn: has('withdrawn'),
  };
}

async function brokenDraft({ custody }: OpenedHome, promised: Promised): Promise<readonly string[]> {
  const { person, saved, begun, isDeleting, isDeleted } = promised;
  const opened = await custody.drafts.open(codeOf(person));
  if (!opened.ok) {
    const isMissing = opened.error.kind === 'noSuchCode';
    if (isMissing && (saved === 0 || isDeleting)) return [];
    return [`draft ${person}: ${opened.error.kind}, though revision ${saved} was safe`];
  }
  const { draft, contents } = opened.value;
  draft.close();
  if (isDeleted) return [`draft ${person} came back after it was deleted`];
  const revision = Number(/^[0-9]+ ([0-9]+) /.exec(newestOf({ contents }))?.[1]);
  const isWhole = Buffer.from(contents.at(-1) ?? []).equals(snapshotOf(person, revision));
  return isWhole && revision >= saved && revision <= begun
    ? []
    : [`draft ${person}: revision ${revision} instead of ${saved} to ${begun}`];
}

function brokenIntake({ custody: { outbox }, layout }: OpenedHome, promised: Promised): readonly string[] {
  const { person, sealed, isSealing, isWithdrawing, isWithdrawn } = promised;
  const entry = outbox.sealed(intakeIdOf(person));
  if (entry === null) return sealed === null ? [] : [`intake ${person} is lost`];
  if (!isSealing) return [`intake ${person} was never sealed`];
  if (sealed !== null && (sealed.seq !== entry.seq || sealed.sha256 !== entry.sha256)) {
    return [`intake ${person} is another one`];
  }
  const state = outbox.letter(takeBackKeyOf(person))?.state;
  if (state === 'withdrawn') {
    const left = [layout.outbox, layout.quarantine].flatMap((folder) => filesWith(folder, entry.sha256));
    return [
      ...(isWithdrawing ? [] : [`intake ${person} was never taken back`]),
      ...(left.length === 0 ? [] : [`intake ${person} is still there after it was taken back`]),
    ];
  }
  if (isWithdrawn) return [`intake ${person} is not taken back any more`];
  const copies = outbox.deliveries().filter(({ seq }) => seq === entry.seq);
  const [delivery] = copies;
  if (delivery === undefined || copies.length > 1) return [`intake ${person} waits ${copies.length} times`];
  const bytes = outbox.read(delivery);
  return bytes.ok && Buffer.from(bytes.value).equals(sealedBytesOf(person)) ? [] : [`intake ${person} cannot be read`];
}

function brokenOutbox({ custody: { outbox, findings } }: OpenedHome, promised: readonly Promised[]): readonly string[] {
  const sealed = promised.flatMap(({ person }) => outbox.sealed(intakeIdOf(person)) ?? []);
  const seqs = sealed.map(({ seq }) => seq).toSorted((a, b) => a - b);
  return [
    ...(seqs.every((seq, index) => seq === index + 1) && outbox.sealedCount === seqs.length
      ? []
      : [`the numbers are ${seqs.join(' ')} of ${outbox.sealedCount}`]),
    ...(findings.missing.length === 0 ? [] : [`missing: ${findings.missing.map(({ seq }) => seq).join(' ')}`]),
    ...(findings.unledgered.length === 0 ? [] : [`unknown to the ledger: ${findings.unledgered.join(' ')}`]),
  ];
}

function brokenExport(drive: string, fileNames: readonly string[]): readonly string[] {
  return fileNames.flatMap((name) => {
    const path = join(drive, name);
    const digest = existsSync(path) ? nodeHasher.sha256(readFileSync(path)) : '';
    return digest.startsWith(name.slice(0, 32)) ? [] : [`${name} was exported and is not whole`];
  });
}

function brokenAuditLog({ layout }: OpenedHome): readonly string[] {
  const check = checkAuditLog(layout.audit);
  if (!check.ok) return [`the audit log cannot be read: ${check.error.kind}`];
  return check.value.problems.map(({ kind, line }) => `line ${line} of the audit log: ${kind}`);
}

/** An unfinished file keeps what it holds, an epoch's secret say, longer than anybody was told. */
function unfinishedFiles({ layout }: OpenedHome): readonly string[] {
  const names = readdirSync(layout.home, { recursive: true, encoding: 'utf8' });
  const isSetAside = (name: string): boolean => name.startsWith(`${basename(layout.quarantine)}/`);
  const unfinished = names.filter((name) => name.endsWith(TEMPORARY_SUFFIX) && !isSetAside(name));
  return unfinished.map((name) => `${name} was never finished and is still there`);
}

/** What a stop left behind is set aside, and never thrown away. */
function thrownAway({ layout }: OpenedHome): readonly string[] {
  const kept = readdirSync(layout.quarantine).map((name) => readFileSync(join(layout.quarantine, name), 'utf8'));
  return LEFT_BEHIND.filter(({ text }) => !kept.includes(text)).map(({ file }) => `what was left in ${file} is gone`);
}

function filesWith(folder: string, sha256: string): readonly string[] {
  return readdirSync(folder).filter((name) => nodeHasher.sha256(readFileSync(join(folder, name))) === sha256);
}
