import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ledgerLineHash } from '../../../core/outbox/ledger.ts';
import { formatLedgerLine, ledgerMessage } from '../../../core/outbox/ledger-entry.ts';
import { withdrawTagOf } from '../../../core/outbox/withdrawal.ts';
import { createLedger } from '../../../electron/outbox/ledger-file.ts';
import { openOutbox, type Outbox } from '../../../electron/outbox/outbox.ts';
import { signingKeyOf } from '../../../electron/store/enrolment.ts';
import { NO_PUBLICATIONS } from '../../../electron/store/publications.ts';
import { openState } from '../../../electron/store/state.ts';
import { createStateFiles } from '../../../electron/store/state-files.ts';
import { ed25519Sign } from '../../../node/ed25519.ts';
import { nodeFileSystem, type FileSystem } from '../../../node/file-system.ts';
import { systemRandom } from '../../../node/random.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { keyOf } from '../../core/outbox/ledger-lines.ts';
import { expectOk } from '../../expect-ok.ts';
import {
  PowerCut,
  dyingFileSystem,
  exchangeableFileSystem,
  failingFileSystem,
} from '../../node/failing-file-system.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { intakeIdOf } from '../intake-id.ts';
import { KIOSK_ID, SETTINGS, cheapEnrolment } from '../test-home.ts';

const enrolment = cheapEnrolment();
const deviceSecret = { backend: 'file', reducedProtection: true, read: () => new Uint8Array(32) } as const;
const sealedBytes = (number: number) => new Uint8Array(Buffer.from(`the sealed file of ${number}`));

interface Place {
  readonly folder: string;
  readonly ledgerFolder: string;
  readonly quarantine: string;
  readonly stateFolder: string;
}

function open(place: Place, fs: FileSystem = nodeFileSystem): Outbox {
  const state = expectOk(openState({ folder: place.stateFolder, deviceSecret, random: systemRandom }));
  const clock = { nowMs: () => Date.UTC(2026, 2, 4) };
  const opened = openOutbox({ ...place, kioskId: KIOSK_ID, signingKey: signingKeyOf(enrolment), state, clock, fs });
  return expectOk(opened).outbox;
}

function commit(outbox: Outbox, number: number): void {
  const withdrawTag = withdrawTagOf(keyOf(number), nodeHasher);
  const { seq } = outbox.next();
  expectOk(outbox.commit({ seq, intakeId: intakeIdOf(number), bytes: sealedBytes(number), withdrawTag }));
}

/** A kiosk with two letters. */
function placeWithTwo(): Place {
  const [folder, ledgerFolder, quarantine, stateFolder] = Array.from({ length: 4 }, () => temporaryFolder());
  if (!folder || !ledgerFolder || !quarantine || !stateFolder) throw new Error('There are four folders');
  const place = { folder, ledgerFolder, quarantine, stateFolder };
  expectOk(createLedger(ledgerFolder));
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
  const outbox = open(place);
  commit(outbox, 1);
  commit(outbox, 2);
  outbox.close();
  return place;
}

function filesOf({ folder, quarantine }: Place): readonly string[] {
  return [...readdirSync(folder), ...readdirSync(quarantine)].toSorted();
}

/** What must hold at every start after letter 1 was taken back. */
function expectTakenBack(place: Place): void {
  const outbox = open(place);
  expect(outbox.letter(keyOf(1))?.state).toBe('withdrawn');
  expect(outbox.deliveries().map(({ seq }) => seq)).toEqual([2]);
  expect(outbox.withdrawn()).toMatchObject([{ seq: 1 }]);
  expect(filesOf(place)).toEqual(['00000002.age']);
  commit(outbox, 3);
  expect(outbox.deliveries().map(({ seq }) => seq)).toEqual([2, 3]);
  outbox.close();
}

test('a letter is found by its key alone, and says how far it has come', () => {
  const outbox = open(placeWithTwo());
  const sealedAt = '2026-03-04T00:00:00.000Z';
  const sha256 = nodeHasher.sha256(sealedBytes(2));
  expect(outbox.letter(keyOf(2))).toEqual({ seq: 2, sha256, sealedAt, state: 'sealed' });
  expectOk(outbox.markCarried(new Set([2]), 'copied'));
  expect(outbox.letter(keyOf(2))?.state).toBe('sent');
  expect(outbox.letter(keyOf(9))).toBeNull();
  outbox.close();
});

test('a letter that is taken back is gone from the disk, and the number stays used', () => {
  const place = placeWithTwo();
  const outbox = open(place);
  expectOk(outbox.withdraw(keyOf(1)));
  expect(filesOf(place)).toEqual(['00000002.age']);
  expect(outbox.next().seq).toBe(3);
  expect(outbox.isWaiting(1)).toBe(false);
  expectOk(outbox.withdraw(keyOf(1)));
  expect(readFileSync(join(place.ledgerFolder, 'ledger.jsonl'), 'utf8').match(/"withdrawn"/g)).toHaveLength(1);
  outbox.close();
  expectTakenBack(place);
});

test('a key that takes back nothing changes nothing', () => {
  const place = placeWithTwo();
  const outbox = open(place);
  expect(outbox.withdraw(keyOf(9))).toEqual({ ok: false, error: { kind: 'unknown' } });
  outbox.close();
  expect(filesOf(place)).toEqual(['00000001.age', '00000002.age']);
});

test('a letter without a take-back code is found by no key', () => {
  const outbox = open(placeWithTwo());
  const bytes = sealedBytes(3);
  expectOk(outbox.commit({ seq: outbox.next().seq, intakeId: intakeIdOf(3), bytes, withdrawTag: null }));
  expect(outbox.letter(keyOf(3))).toBeNull();
  outbox.close();
});

test('copies of the same bytes in quarantine go too; another letter’s, and other bytes, stay', () => {
  const place = placeWithTwo();
  const first = join(place.folder, '00000001.age');
  copyFileSync(first, join(place.quarantine, 'unfinished-00000001.age.aa.tmp.bb'));
  writeFileSync(join(place.quarantine, 'unfinished-00000001.age.cc.tmp.dd'), 'an earlier try');
  copyFileSync(join(place.folder, '00000002.age'), join(place.quarantine, 'damaged-00000002.age.ee'));
  const outbox = open(place);
  expectOk(outbox.withdraw(keyOf(1)));
  outbox.close();
  expect(filesOf(place)).toEqual(['00000002.age', 'damaged-00000002.age.ee', 'unfinished-00000001.age.cc.tmp.dd']);
});

test('a file that does not go is said, and the next try or the next start removes it', () => {
  for (const again of ['try', 'start'] as const) {
    const place = placeWithTwo();
    const armed = { fs: nodeFileSystem };
    const outbox = open(place, exchangeableFileSystem(armed));
    armed.fs = failingFileSystem({ call: 'unlink', code: 'EIO' });
    expect(outbox.withdraw(keyOf(1))).toEqual({ ok: false, error: { kind: 'notErased' } });
    expect(outbox.letter(keyOf(1))?.state).toBe('withdrawn');
    if (again === 'try') expectOk(outbox.withdraw(keyOf(1)));
    outbox.close();
    expectTakenBack(place);
  }
});

// A withdrawal writes one ledger line, removes one file, and replaces one state file.
const callsOfAWithdrawal = { open: 3, write: 2, fsync: 3, fdatasync: 1, close: 3, rename: 1, unlink: 1 } as const;
const calls = ['open', 'write', 'fsync', 'fdatasync', 'close', 'rename', 'unlink'] as const;
const steps = calls.flatMap((call) =>
  Array.from({ length: callsOfAWithdrawal[call] }, (_, index) => [call, index + 1] as const),
);

test.each(steps)(
  'a withdrawal whose %s fails for the %i. time, once or for good, is whole after the next start',
  (call, from) => {
    for (const isLasting of [false, true]) {
      const place = placeWithTwo();
      const armed = { fs: nodeFileSystem };
      const outbox = open(place, exchangeableFileSystem(armed));
      armed.fs = failingFileSystem({ call, code: call === 'write' ? 'ENOSPC' : 'EIO', from, isLasting });
      const withdrawn = outbox.withdraw(keyOf(1));
      outbox.close();
      const again = open(place);
      const isWithdrawn = again.letter(keyOf(1))?.state === 'withdrawn';
      if (withdrawn.ok) expect(isWithdrawn).toBe(true);
      if (!isWithdrawn) expectOk(again.withdraw(keyOf(1)));
      again.close();
      expectTakenBack(place);
    }
  },
);

test.each(steps)(
  'a kiosk that dies at the %s of the %i. time in a withdrawal comes back with all or nothing of it',
  (call, from) => {
    const place = placeWithTwo();
    const armed = { fs: nodeFileSystem };
    const outbox = open(place, exchangeableFileSystem(armed));
    armed.fs = dyingFileSystem(call, from);
    let isAcknowledged = false;
    try {
      isAcknowledged = outbox.withdraw(keyOf(1)).ok;
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(PowerCut);
    }
    const again = open(place);
    const isWithdrawn = again.letter(keyOf(1))?.state === 'withdrawn';
    if (isAcknowledged) expect(isWithdrawn).toBe(true);
    if (isWithdrawn) expect(filesOf(place)).toEqual(['00000002.age']);
    else expect(filesOf(place)).toEqual(['00000001.age', '00000002.age']);
    if (!isWithdrawn) expectOk(again.withdraw(keyOf(1)));
    again.close();
    expectTakenBack(place);
  },
);

test('after the centre has signed for it a letter cannot be taken back', () => {
  const place = placeWithTwo();
  const before = open(place);
  receipt(place, before);
  before.close();
  const outbox = open(place);
  expect(outbox.letter(keyOf(1))?.state).toBe('receipted');
  expect(outbox.withdraw(keyOf(1))).toEqual({ ok: false, error: { kind: 'tooLate' } });
  outbox.close();
});

/** Adds the line that a receipt will add. */
function receipt(place: Place, outbox: Outbox): void {
  const letter = outbox.letter(keyOf(1));
  const path = join(place.ledgerFolder, 'ledger.jsonl');
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  const { seed } = signingKeyOf(enrolment);
  if (letter === null) throw new Error('There is a letter');
  const entry = {
    kind: 'receipted' as const,
    kioskId: KIOSK_ID,
    line: lines.length + 1,
    seq: 1,
    sha256: letter.sha256,
    at: letter.sealedAt,
    previous: ledgerLineHash(lines.at(-1) ?? '', nodeHasher),
  };
  const signature = Buffer.from(ed25519Sign(seed, ledgerMessage(entry))).toString('hex');
  writeFileSync(path, [...lines, formatLedgerLine({ entry, signature }), ''].join('\n'));
}
