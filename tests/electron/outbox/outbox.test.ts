import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withdrawTagOf } from '../../../core/outbox/withdrawal.ts';
import { openOutbox } from '../../../electron/outbox/outbox.ts';
import type { Outbox, OutboxFindings } from '../../../electron/outbox/outbox.ts';
import { createLedger } from '../../../electron/outbox/ledger-file.ts';
import { signingKeyOf } from '../../../electron/store/enrolment.ts';
import { NO_PUBLICATIONS } from '../../../electron/store/publications.ts';
import { openState } from '../../../electron/store/state.ts';
import { createStateFiles } from '../../../electron/store/state-files.ts';
import type { FileSystem } from '../../../node/file-system.ts';
import { nodeFileSystem } from '../../../node/file-system.ts';
import { systemRandom } from '../../../node/random.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { expectOk } from '../../expect-ok.ts';
import {
  PowerCut,
  dyingFileSystem,
  exchangeableFileSystem,
  failingFileSystem,
} from '../../node/failing-file-system.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { KIOSK_ID, SETTINGS, cheapEnrolment } from '../test-home.ts';
import { keyOf } from '../../core/outbox/ledger-lines.ts';
import { intakeIdOf } from '../intake-id.ts';

const enrolment = cheapEnrolment();
const deviceSecret = { backend: 'file', reducedProtection: true, read: () => new Uint8Array(32) } as const;
const sealedBytes = (number: number) => new Uint8Array(Buffer.from(`the sealed file of ${number}`));
const hashOf = (number: number) => nodeHasher.sha256(sealedBytes(number));

interface Place {
  readonly folder: string;
  readonly ledgerFolder: string;
  readonly quarantine: string;
  readonly stateFolder: string;
}

function newPlace(): Place {
  const place = { folder: temporaryFolder(), ledgerFolder: temporaryFolder(), quarantine: temporaryFolder() };
  const stateFolder = temporaryFolder();
  expectOk(createLedger(place.ledgerFolder));
  const content = {
    settings: SETTINGS,
    enrolment,
    credentials: [],
    staff: [],
    lastStaffId: 0,
    recovery: { challenge: null, isPermitted: false },
    deliveries: [],
    purgeNotes: [],
    publications: NO_PUBLICATIONS,
    languagePackages: { made: 0, sources: [] },
    bootCounter: 0,
  };
  expectOk(createStateFiles({ folder: stateFolder, deviceSecret, random: systemRandom }, content));
  return { ...place, stateFolder };
}

function tryOpen(place: Place, fs: FileSystem = nodeFileSystem, stateFs = fs): ReturnType<typeof openOutbox> {
  const state = expectOk(openState({ folder: place.stateFolder, deviceSecret, random: systemRandom, fs: stateFs }));
  const clock = { nowMs: () => Date.UTC(2026, 2, 4) };
  return openOutbox({ ...place, kioskId: KIOSK_ID, signingKey: signingKeyOf(enrolment), state, clock, fs });
}

function open(place: Place, fs?: FileSystem): { readonly outbox: Outbox; readonly findings: OutboxFindings } {
  return expectOk(tryOpen(place, fs));
}

function commit(outbox: Outbox, number: number): ReturnType<Outbox['commit']> {
  const withdrawTag = withdrawTagOf(keyOf(number), nodeHasher);
  const { seq } = outbox.next();
  const bytes = sealedBytes(number);
  return outbox.commit({ seq, intakeId: intakeIdOf(number), bytes, withdrawTag, ringToday: true });
}

function ledgerFileOf(place: Place): string {
  return join(place.ledgerFolder, 'ledger.jsonl');
}

/** What must hold at every start: each intake of the ledger is there, whole, once and with its wish, and no other. */
function expectInCustody(place: Place, numbers: readonly number[]): void {
  const { outbox, findings } = open(place);
  expect([findings.missing, findings.unledgered]).toEqual([[], []]);
  expect(outbox.deliveries().map(({ sha256 }) => sha256)).toEqual(numbers.map(hashOf));
  for (const delivery of outbox.deliveries()) {
    expectOk(outbox.read(delivery));
    expect(delivery.ringToday).toBe(true);
  }
  expect(readdirSync(place.folder).filter((name) => !/^[0-9]{8}\.age$/.test(name))).toEqual([]);
  outbox.close();
}

test('intakes are kept in order, each naming the one before it', () => {
  const place = newPlace();
  const { outbox } = open(place);
  expect([outbox.next(), outbox.lastSealedMs()]).toEqual([{ seq: 1, prevHash: null }, null]);
  expect(expectOk(commit(outbox, 1))).toEqual({
    ...{ seq: 1, sha256: hashOf(1), sealedAt: '2026-03-04T00:00:00.000Z', state: 'sealed' },
    fileName: `${hashOf(1).slice(0, 32)}.age`,
    ringToday: true,
  });
  expect([outbox.next(), outbox.lastSealedMs()]).toEqual([{ seq: 2, prevHash: hashOf(1) }, Date.UTC(2026, 2, 4)]);
  expectOk(commit(outbox, 2));
  expect(readdirSync(place.folder).toSorted()).toEqual(['00000001.age', '00000002.age']);
  outbox.close();
  expectInCustody(place, [1, 2]);
});

test('an intake is kept once, and only under the next number', () => {
  const { outbox } = open(newPlace());
  expect(outbox.sealed(intakeIdOf(1))).toBeNull();
  expectOk(commit(outbox, 1));
  expect(outbox.sealed(intakeIdOf(1))).toEqual({ seq: 1, sha256: hashOf(1) });
  expect(commit(outbox, 1)).toEqual({ ok: false, error: { kind: 'alreadySealed', seq: 1, sha256: hashOf(1) } });
  const late = { seq: 1, intakeId: intakeIdOf(2), bytes: sealedBytes(2), withdrawTag: null };
  expect(outbox.commit(late)).toEqual({ ok: false, error: { kind: 'notNext' } });
  outbox.close();
});

// How often a commit makes each call; failed ones make some more to clear up, which the lasting failures reach.
const callsOfACommit = { open: 6, write: 3, fsync: 5, fdatasync: 1, close: 6, link: 1, rename: 2, unlink: 1 } as const;
const calls = ['open', 'write', 'fsync', 'fdatasync', 'close', 'link', 'rename', 'unlink'] as const;
const steps = calls.flatMap((call) =>
  Array.from({ length: callsOfACommit[call] }, (_, index) => [call, index + 1] as const),
);

test.each(steps)(
  'a commit whose %s fails for the %i. time, once or for good, loses and doubles nothing',
  (call, from) => {
    const code = call === 'write' ? 'ENOSPC' : 'EIO';
    for (const isLasting of [false, true]) {
      const place = newPlace();
      const before = open(place).outbox;
      expectOk(commit(before, 1));
      before.close();
      const armed = { fs: nodeFileSystem };
      const { outbox } = open(place, exchangeableFileSystem(armed));
      armed.fs = failingFileSystem({ call, code, from, isLasting });
      const committed = commit(outbox, 2);
      outbox.close();
      const again = open(place).outbox;
      const isKept = again.sealed(intakeIdOf(2)) !== null;
      if (committed.ok || committed.error.kind !== 'uncertain') expect(isKept).toBe(committed.ok);
      if (!isKept) expectOk(commit(again, 2));
      again.close();
      expectInCustody(place, [1, 2]);
    }
  },
);

test.each(steps)(
  'a kiosk that dies at the %s of the %i. time in a commit comes back with all or nothing of it',
  (call, from) => {
    const place = newPlace();
    const armed = { fs: nodeFileSystem };
    const { outbox } = open(place, exchangeableFileSystem(armed));
    armed.fs = dyingFileSystem(call, from);
    let isAcknowledged = false;
    try {
      isAcknowledged = commit(outbox, 1).ok;
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(PowerCut);
    }
    const again = open(place).outbox;
    const isKept = again.sealed(intakeIdOf(1)) !== null;
    if (isAcknowledged) expect(isKept).toBe(true);
    if (!isKept) expectOk(commit(again, 1));
    again.close();
    expectInCustody(place, [1]);
  },
);

test('an intake without a wish is kept also where the state cannot be written, one with a wish is not', () => {
  const place = newPlace();
  const stateFs = failingFileSystem({ call: 'rename', code: 'EIO', isLasting: true });
  const { outbox } = expectOk(tryOpen(place, nodeFileSystem, stateFs));
  expect(commit(outbox, 1)).toMatchObject({ ok: false });
  expect(outbox.sealed(intakeIdOf(1))).toBeNull();
  expect(readdirSync(place.folder)).toEqual([]);
  const plain = { seq: 1, intakeId: intakeIdOf(1), bytes: sealedBytes(1), withdrawTag: null };
  expect(expectOk(outbox.commit(plain)).ringToday).toBe(false);
  expect(outbox.deliveries()).toMatchObject([{ seq: 1, ringToday: false }]);
  outbox.close();
});

test('the wish of an intake that was not kept is forgotten with it', () => {
  const place = newPlace();
  const { outbox } = open(place, failingFileSystem({ call: 'fdatasync', code: 'ENOSPC' }));
  expect(commit(outbox, 1)).toEqual({ ok: false, error: { kind: 'full' } });
  const state = expectOk(openState({ folder: place.stateFolder, deviceSecret, random: systemRandom }));
  expect(state.content.deliveries).toEqual([]);
  outbox.close();
});

test('after a failed ledger line the same outbox keeps intakes again', () => {
  const place = newPlace();
  const { outbox } = open(place, failingFileSystem({ call: 'fdatasync', code: 'ENOSPC' }));
  expect(commit(outbox, 1)).toEqual({ ok: false, error: { kind: 'full' } });
  expectOk(commit(outbox, 1));
  outbox.close();
  expectInCustody(place, [1]);
});

test('while it is uncertain whether a ledger line stands nobody is told either, and the next start decides', () => {
  const place = newPlace();
  const armed = { fs: nodeFileSystem };
  const { outbox } = open(place, exchangeableFileSystem(armed));
  const { fdatasync } = failingFileSystem({ call: 'fdatasync', code: 'EIO' });
  // The first name of a commit is that of the state; the second would be that of the ledger without its line.
  const { rename } = failingFileSystem({ call: 'rename', code: 'EIO', from: 2, isLasting: true });
  armed.fs = { ...nodeFileSystem, fdatasync, rename };
  expect(commit(outbox, 1)).toEqual({ ok: false, error: { kind: 'uncertain' } });
  // Whatever is remembered meanwhile, the wish that may have been sent stays.
  armed.fs = nodeFileSystem;
  expectOk(outbox.markCarried(new Set(), 'copied'));
  outbox.close();
  // The line did reach the disk, so the start finishes the commit from the temporary that was left for it.
  const { outbox: again, findings } = open(place);
  expect(findings.finish.map(({ seq }) => seq)).toEqual([1]);
  expect(again.sealed(intakeIdOf(1))).toEqual({ seq: 1, sha256: hashOf(1) });
  again.close();
  expectInCustody(place, [1]);
});

test('a last ledger line that is cut at any byte was never acknowledged, and is kept in quarantine', () => {
  const place = newPlace();
  const { outbox } = open(place);
  expectOk(commit(outbox, 1));
  const oneLine = readFileSync(ledgerFileOf(place));
  expectOk(commit(outbox, 2));
  outbox.close();
  const twoLines = readFileSync(ledgerFileOf(place));
  rmSync(join(place.folder, '00000002.age'));
  for (let cut = oneLine.length + 1; cut < twoLines.length; cut += 7) {
    writeFileSync(ledgerFileOf(place), twoLines.subarray(0, cut));
    const { outbox: again, findings } = open(place);
    again.close();
    expect(findings.hadTornLedgerLine).toBe(true);
    expect(readFileSync(ledgerFileOf(place)).equals(oneLine)).toBe(true);
  }
  expect(readdirSync(place.quarantine).length).toBeGreaterThan(50);
  expectInCustody(place, [1]);
});

test('a flipped bit anywhere else in the ledger keeps the outbox closed', () => {
  const place = newPlace();
  const { outbox } = open(place);
  for (const number of [1, 2]) expectOk(commit(outbox, number));
  outbox.close();
  const whole = readFileSync(ledgerFileOf(place));
  for (let index = 0; index < whole.length - 1; index += 5) {
    writeFileSync(
      ledgerFileOf(place),
      whole.map((byte, at) => (at === index ? byte ^ (1 << (index % 8)) : byte)),
    );
    expect(tryOpen(place)).toMatchObject({ ok: false, error: { kind: 'ledgerDamaged' } });
  }
  writeFileSync(ledgerFileOf(place), Buffer.concat([whole.subarray(0, -1), Buffer.of(0xff, 0x0a)]));
  expect(tryOpen(place)).toMatchObject({ ok: false, error: { kind: 'ledgerDamaged' } });
});

test('the ledger of another kiosk, and one signed by another key, keep the outbox closed', () => {
  const place = newPlace();
  const { outbox } = open(place);
  expectOk(commit(outbox, 1));
  outbox.close();
  const state = expectOk(openState({ folder: place.stateFolder, deviceSecret, random: systemRandom }));
  const clock = { nowMs: () => 0 };
  const options = { ...place, kioskId: KIOSK_ID, signingKey: signingKeyOf(enrolment), state, clock };
  const foreign = openOutbox({ ...options, kioskId: '11111111-2222-4333-8444-555555555555' });
  expect(foreign).toMatchObject({ error: { kind: 'ledgerDamaged', problem: { kind: 'otherKiosk', line: 1 } } });
  const forged = openOutbox({ ...options, signingKey: signingKeyOf(cheapEnrolment()) });
  expect(forged).toMatchObject({ error: { kind: 'ledgerDamaged', problem: { kind: 'wrongSignature', line: 1 } } });
});

test('a sealed file that is gone is a custody gap; one that the ledger does not know keeps its number', () => {
  const place = newPlace();
  const { outbox } = open(place);
  for (const number of [1, 2]) expectOk(commit(outbox, number));
  outbox.close();
  renameSync(join(place.folder, '00000001.age'), join(place.folder, '00000007.age'));
  const { outbox: again, findings } = open(place);
  expect(findings.missing).toEqual([{ seq: 1, sha256: hashOf(1) }]);
  expect(findings.unledgered).toEqual([7]);
  expect(again.next()).toEqual({ seq: 8, prevHash: hashOf(1) });
  expectOk(commit(again, 3));
  expect(again.next()).toEqual({ seq: 9, prevHash: hashOf(3) });
  again.close();
});

test('a sealed file that was changed is not read as whole', () => {
  const place = newPlace();
  const { outbox } = open(place);
  const delivery = expectOk(commit(outbox, 1));
  writeFileSync(join(place.folder, '00000001.age'), sealedBytes(2));
  expect(outbox.read(delivery)).toEqual({ ok: false, error: { kind: 'damaged', seq: 1 } });
  rmSync(join(place.folder, '00000001.age'));
  expect(outbox.read(delivery)).toEqual({ ok: false, error: { kind: 'missing' } });
  outbox.close();
});

test('a start finds what a power cut may have left: empty files, and other bytes in the newest', () => {
  const place = newPlace();
  const { outbox } = open(place);
  const seqs = Array.from({ length: 20 }, (_, index) => index + 1);
  for (const number of seqs) expectOk(commit(outbox, number));
  expectOk(outbox.withdraw(keyOf(19)));
  outbox.close();
  writeFileSync(join(place.folder, '00000001.age'), '');
  writeFileSync(join(place.folder, '00000002.age'), sealedBytes(9));
  writeFileSync(join(place.folder, '00000019.age'), sealedBytes(9));
  writeFileSync(join(place.folder, '00000020.age'), sealedBytes(9));
  const { outbox: again, findings } = open(place);
  expect(findings.changed.toSorted((a, b) => a - b)).toEqual([1, 20]);
  expect(readFileSync(join(place.folder, '00000020.age')).equals(sealedBytes(9))).toBe(true);
  again.close();
});

test('sealing writes the state only for a wish, and copying all of them leaves one note', () => {
  const place = newPlace();
  const { outbox } = open(place);
  const stateOf = () => expectOk(openState({ folder: place.stateFolder, deviceSecret, random: systemRandom })).content;
  const before = readFileSync(join(place.stateFolder, 'state.a'));
  for (const number of [1, 2, 3]) {
    const bytes = sealedBytes(number);
    expectOk(outbox.commit({ seq: number, intakeId: intakeIdOf(number), bytes, withdrawTag: null }));
  }
  expect([readFileSync(join(place.stateFolder, 'state.a')).equals(before), stateOf().deliveries]).toEqual([true, []]);
  expectOk(commit(outbox, 4));
  expect(stateOf().deliveries).toEqual([{ kind: 'wish', seq: 4, sha256: hashOf(4) }]);
  expectOk(outbox.markCarried(new Set([1, 2, 3, 4]), 'copied'));
  const run = { kind: 'run', state: 'sent', from: 1, to: 4, sha256: hashOf(4) };
  expect(stateOf().deliveries).toEqual([run, { kind: 'wish', seq: 4, sha256: hashOf(4) }]);
  outbox.close();
});

test('a second name of a sealed file goes only when both hold the same bytes', () => {
  const place = newPlace();
  const { outbox } = open(place);
  expectOk(commit(outbox, 1));
  outbox.close();
  writeFileSync(join(place.folder, '00000001.age.aa.tmp'), sealedBytes(1));
  expectInCustody(place, [1]);
  expect(readdirSync(place.quarantine)).toEqual([]);
  writeFileSync(join(place.folder, '00000001.age'), 'changed');
  writeFileSync(join(place.folder, '00000001.age.bb.tmp'), sealedBytes(1));
  open(place).outbox.close();
  expect(readdirSync(place.quarantine)[0]).toMatch(/^damaged-00000001\.age\.bb/);
});
