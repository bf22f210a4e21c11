import { appendFileSync, copyFileSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ledgerLineHash } from '../../../core/outbox/ledger.ts';
import { formatLedgerLine, ledgerMessage, parseLedgerLine } from '../../../core/outbox/ledger-entry.ts';
import type { LedgerEntry } from '../../../core/outbox/ledger-entry.ts';
import { checkHome } from '../../../electron/fsck/check-home.ts';
import type { HomeCheck } from '../../../electron/fsck/check-home.ts';
import { keyInCard } from '../../../electron/fsck/kiosk-key.ts';
import type { KioskKey } from '../../../electron/fsck/kiosk-key.ts';
import { signingKeyOf } from '../../../electron/store/enrolment.ts';
import { DEVICE_SECRET_FILE, KEPT_DEVICE_SECRET_FILE, KIOSK_CARD_FILE } from '../../../electron/store/home-layout.ts';
import { ed25519Sign } from '../../../node/ed25519.ts';
import { systemRandom } from '../../../node/random.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { systemClock } from '../../../node/system-clock.ts';
import { expectOk } from '../../expect-ok.ts';
import { intakeIdOf } from '../intake-id.ts';
import { cheapEnrolment, makeTestHome, openTestHome } from '../test-home.ts';
import { endedHome, keptHome, runningKiosk, sealedBytes, writeCard } from './kept-home.ts';

const tryCheck = (directory: string, trusted: KioskKey | null = null) =>
  checkHome({ directory, random: systemRandom, clock: systemClock, trusted });
const check = async (directory: string, trusted: KioskKey | null = null): Promise<HomeCheck> =>
  expectOk(await tryCheck(directory, trusted));
const kindsOf = ({ notes }: HomeCheck) => notes.map(({ kind }) => kind);
const sealedFile = (home: string, seq: number) => join(home, 'outbox', `0000000${seq}.age`);
const ledgerOf = (home: string) => join(home, 'ledger', 'ledger.jsonl');

function draftOf(home: string): string {
  const [name = ''] = readdirSync(join(home, 'drafts'));
  return join(home, 'drafts', name);
}

test('a home that is in order is found so, also the second time', async () => {
  const home = await keptHome();
  const ended = { receipted: 0, purged: 0, withdrawn: 0, withdrawalRequested: 0 };
  const found = { sealed: 3, gaps: [], forks: [], unledgered: 0, drafts: 1, damagedDrafts: 0, quarantined: 0, ended };
  expect(await check(home)).toEqual({ outcome: 'ok', found, notes: [] });
  expect(await check(home)).toMatchObject({ outcome: 'ok' });
});

test.each<[string, (home: string) => void, string]>([
  [
    'a sealed intake whose name a stop prevented',
    (home) => renameSync(sealedFile(home, 3), `${sealedFile(home, 3)}.aa.tmp`),
    'repaired',
  ],
  ['an unfinished sealing', (home) => writeFileSync(`${sealedFile(home, 4)}.aa.tmp`, 'unfinished'), 'repaired'],
  ['an unfinished draft', (home) => writeFileSync(`${draftOf(home)}.aa.tmp`, 'unfinished'), 'repaired'],
  ['a torn ledger line', (home) => appendFileSync(ledgerOf(home), '{"kind":"sea'), 'repaired'],
  ['a damaged generation of the state', (home) => writeFileSync(join(home, 'state', 'state.a'), ''), 'stateFellBack'],
])('%s is repaired, and then all is well', async (_, damage, kind) => {
  const home = await keptHome();
  damage(home);
  const repaired = await check(home);
  expect([repaired.outcome, kindsOf(repaired), repaired.found.sealed]).toEqual(['repaired', [kind], 3]);
  expect(await check(home)).toMatchObject({ outcome: 'ok', found: { sealed: 3, drafts: 1 } });
});

test('what was signed for, let go of, taken back and asked to be forgotten is counted, each as it stands now', async () => {
  expect(await check(await endedHome())).toMatchObject({
    outcome: 'ok',
    found: { sealed: 1, ended: { receipted: 1, purged: 1, withdrawn: 1, withdrawalRequested: 1 } },
  });
});

test('a torn tail of a draft needs nothing: it is cut when its code is used', async () => {
  const home = await keptHome();
  const whole = readFileSync(draftOf(home));
  for (const cut of [1, 20, 60]) {
    writeFileSync(draftOf(home), whole.subarray(0, whole.length - cut));
    expect(await check(home)).toMatchObject({ outcome: 'ok', found: { drafts: 1, damagedDrafts: 0 } });
  }
});

test.each<[string, (draft: Buffer) => Uint8Array]>([
  ['is empty', () => Buffer.alloc(0)],
  ['is no draft', (draft) => Buffer.concat([Buffer.from('X'), draft.subarray(1)])],
  ['has a header only', (draft) => draft.subarray(0, 92)],
  ['has no whole frame', (draft) => draft.subarray(0, 110)],
  ['lacks its first frame', (draft) => Buffer.concat([draft.subarray(0, 92), draft.subarray(draft.length / 2 + 46)])],
  ['says a wrong length in the middle', (draft) => draft.map((byte, at) => (at === 101 ? 255 : byte))],
  ['has lost the mark of a frame', (draft) => draft.map((byte, at) => (at === 93 ? byte ^ 1 : byte))],
])('a draft that %s is told', async (_, damage) => {
  const home = await keptHome();
  writeFileSync(draftOf(home), damage(readFileSync(draftOf(home))));
  const checked = await check(home);
  expect([checked.outcome, checked.notes]).toEqual(['needsStaff', [{ kind: 'damagedDrafts', count: 1 }]]);
  expect(readdirSync(join(home, 'drafts'))).toHaveLength(1);
});

test.each<[string, (home: string) => void]>([
  ['missing', (home) => rmSync(sealedFile(home, 2))],
  ['empty', (home) => writeFileSync(sealedFile(home, 2), '')],
  ['changed', (home) => writeFileSync(sealedFile(home, 2), sealedBytes(9))],
])('a sealed file that is %s is a gap, and stays as it is', async (_, damage) => {
  const home = await keptHome();
  damage(home);
  const names = readdirSync(join(home, 'outbox'));
  expect(await check(home)).toMatchObject({ outcome: 'custodyGap', found: { sealed: 2, gaps: [2], forks: [] } });
  expect(readdirSync(join(home, 'outbox'))).toEqual(names);
});

test('every sealed file is read, not only the newest', async () => {
  const home = await keptHome(20);
  writeFileSync(sealedFile(home, 1), sealedBytes(9));
  expect(await check(home)).toMatchObject({ outcome: 'custodyGap', found: { sealed: 19, gaps: [1] } });
});

test('another file in place of a promised one that was set aside is a fork', async () => {
  const home = await keptHome();
  renameSync(sealedFile(home, 2), join(home, 'quarantine', 'damaged-00000002.age.0011'));
  copyFileSync(sealedFile(home, 3), sealedFile(home, 2));
  expect(await check(home)).toMatchObject({ outcome: 'custodyGap', found: { gaps: [2], forks: [2], quarantined: 1 } });
});

test('a ledger that promises two files under one number is a fork, also though the kiosk signed both', async () => {
  const home = await keptHome();
  const kiosk = await openTestHome(home);
  const { seed } = signingKeyOf(kiosk.custody.enrolment);
  await kiosk.close();
  const text = readFileSync(ledgerOf(home), 'utf8').trimEnd().split('\n').at(-1) ?? '';
  const last = parseLedgerLine(text)?.entry;
  if (last?.kind !== 'sealed') throw new Error('The last line seals');
  const sha256 = nodeHasher.sha256(sealedBytes(9));
  const entry: LedgerEntry = {
    ...last,
    ...{ line: last.line + 1, sha256, intakeId: intakeIdOf(9), previous: ledgerLineHash(text, nodeHasher) },
  };
  const signature = Buffer.from(ed25519Sign(seed, ledgerMessage(entry))).toString('hex');
  appendFileSync(ledgerOf(home), `${formatLedgerLine({ entry, signature })}\n`);
  const checked = await check(home);
  expect(checked).toMatchObject({ outcome: 'custodyGap', found: { forks: [3] } });
  expect(kindsOf(checked)).toEqual(['notOpened', 'ledgerDamaged']);
});

test.each<[string, (home: string) => void, readonly string[]]>([
  [
    'a changed line in the ledger',
    (home) => {
      writeFileSync(ledgerOf(home), readFileSync(ledgerOf(home), 'utf8').replace('"line":2', '"line":7'));
    },
    ['notOpened', 'ledgerLines', 'unledgered'],
  ],
  [
    'a line in the ledger that is none',
    (home) => {
      writeFileSync(ledgerOf(home), readFileSync(ledgerOf(home), 'utf8').replace('"line":2', '"lime":2'));
    },
    ['notOpened', 'ledgerLines', 'unledgered'],
  ],
  ['no ledger', (home) => rmSync(ledgerOf(home)), ['notOpened', 'ledgerDamaged', 'unledgered']],
  [
    'a lost state',
    (home) => {
      for (const name of ['state.a', 'state.b']) rmSync(join(home, 'state', name));
    },
    ['notOpened'],
  ],
  [
    'a lost epoch',
    (home) => {
      for (const name of readdirSync(join(home, 'epochs'))) rmSync(join(home, 'epochs', name));
    },
    ['notOpened'],
  ],
  ['a secret that is none', (home) => writeFileSync(join(home, DEVICE_SECRET_FILE), 'x'), ['notOpened']],
  ['no secret', (home) => rmSync(join(home, DEVICE_SECRET_FILE)), ['noDeviceSecret']],
  ['a file that the ledger does not know', (home) => writeFileSync(sealedFile(home, 7), 'x'), ['unledgered']],
  [
    'a changed line in the audit log',
    (home) => {
      const [name = ''] = readdirSync(join(home, 'audit'));
      const path = join(home, 'audit', name);
      writeFileSync(path, readFileSync(path, 'utf8').replace(/"line":2\b/, '"line":3'));
    },
    ['auditLines'],
  ],
])('%s needs staff, and the sealed files are checked all the same', async (_, damage, kinds) => {
  const home = await keptHome();
  damage(home);
  const checked = await check(home);
  expect([checked.outcome, kindsOf(checked)]).toEqual(['needsStaff', kinds]);
  expect(readdirSync(join(home, 'outbox')).length).toBeGreaterThanOrEqual(3);
});

test('without the device secret a gap is found nevertheless', async () => {
  const home = await keptHome();
  rmSync(join(home, DEVICE_SECRET_FILE));
  rmSync(sealedFile(home, 1));
  expect(await check(home)).toMatchObject({ outcome: 'custodyGap', found: { sealed: 2, gaps: [1], drafts: 1 } });
});

test('a home whose secret the key store keeps is checked without it, which is no fault', async () => {
  const home = await keptHome();
  renameSync(join(home, DEVICE_SECRET_FILE), join(home, KEPT_DEVICE_SECRET_FILE));
  expect(await check(home)).toMatchObject({
    ...{ outcome: 'ok', found: { sealed: 3 } },
    notes: [{ kind: 'secretInKeyStore' }],
  });
  rmSync(sealedFile(home, 1));
  expect(await check(home)).toMatchObject({ outcome: 'custodyGap' });
});

test('a home whose secret the key store keeps has its signatures verified by the public key alone', async () => {
  const home = await keptHome();
  renameSync(join(home, DEVICE_SECRET_FILE), join(home, KEPT_DEVICE_SECRET_FILE));
  const lines = readFileSync(ledgerOf(home), 'utf8').trimEnd().split('\n');
  // The last line: no other vouches for it.
  const forged = lines.map((line, index) => (index === 2 ? line.replace(intakeIdOf(3), intakeIdOf(9)) : line));
  expect(forged).not.toEqual(lines);
  writeFileSync(ledgerOf(home), `${forged.join('\n')}\n`);
  const checked = await check(home);
  expect(checked.outcome).toBe('needsStaff');
  expect(checked.notes).toContainEqual({ kind: 'ledgerLines', count: 1 });
});

test.each<[string, (home: string) => void]>([
  ['no kiosk.json', (home) => rmSync(join(home, KIOSK_CARD_FILE))],
  ['a damaged kiosk.json', (home) => writeFileSync(join(home, KIOSK_CARD_FILE), '{}')],
])('without a secret and with %s nothing is called verified', async (_, damage) => {
  const home = await keptHome();
  damage(home);
  expect(await check(home)).toMatchObject({ outcome: 'ok' });
  renameSync(join(home, DEVICE_SECRET_FILE), join(home, KEPT_DEVICE_SECRET_FILE));
  const checked = await check(home);
  expect([checked.outcome, kindsOf(checked)]).toEqual(['needsStaff', ['secretInKeyStore', 'notVerified']]);
});

test('a kiosk.json of another kiosk is told, and the ledger is verified by the kiosk’s own key', async () => {
  const home = await keptHome();
  writeCard(home, cheapEnrolment());
  const checked = await check(home);
  expect([checked.outcome, kindsOf(checked)]).toEqual(['needsStaff', ['otherKioskCard']]);
});

test('a ledger and a card that were exchanged together are told by the centre’s copy of the card, and by nothing else', async () => {
  const trusted = keyInCard(await keptHome());
  const exchanged = await keptHome();
  const lines = [
    { kind: 'ledgerLines', count: 3 },
    { kind: 'unledgered', count: 3 },
  ] as const;
  expect(await check(exchanged)).toMatchObject({ outcome: 'ok', notes: [] });
  expect(await check(exchanged, trusted)).toMatchObject({
    outcome: 'needsStaff',
    notes: [{ kind: 'otherKiosk' }, { kind: 'otherKioskCard' }, ...lines],
  });
  // As on a real machine: the secret is in its key store, so the card in the home is all that a check finds there.
  renameSync(join(exchanged, DEVICE_SECRET_FILE), join(exchanged, KEPT_DEVICE_SECRET_FILE));
  expect(await check(exchanged)).toMatchObject({ outcome: 'ok' });
  expect(await check(exchanged, trusted)).toMatchObject({
    outcome: 'needsStaff',
    notes: [{ kind: 'secretInKeyStore' }, { kind: 'otherKioskCard' }, ...lines],
  });
});

test('by the centre’s copy of the card a home is in order, and its own card may be gone', async () => {
  const home = await keptHome();
  const trusted = keyInCard(home);
  expect(await check(home, trusted)).toMatchObject({ outcome: 'ok', notes: [] });
  rmSync(join(home, KIOSK_CARD_FILE));
  renameSync(join(home, DEVICE_SECRET_FILE), join(home, KEPT_DEVICE_SECRET_FILE));
  expect(await check(home, trusted)).toMatchObject({ outcome: 'ok', notes: [{ kind: 'secretInKeyStore' }] });
});

test('a line that another key signed is told, although the last line vouches for the chain', async () => {
  const home = await keptHome();
  const kiosk = await openTestHome(home);
  const { seed } = signingKeyOf(kiosk.custody.enrolment);
  await kiosk.close();
  const entries = readFileSync(ledgerOf(home), 'utf8')
    .trimEnd()
    .split('\n')
    .flatMap((text) => parseLedgerLine(text)?.entry ?? []);
  let previous: LedgerEntry['previous'] = null;
  const lines = entries.map((each, index) => {
    const entry = { ...each, previous };
    const signer = index === 0 ? new Uint8Array(32) : seed;
    const signature = Buffer.from(ed25519Sign(signer, ledgerMessage(entry))).toString('hex');
    const line = formatLedgerLine({ entry, signature });
    previous = ledgerLineHash(line, nodeHasher);
    return `${line}\n`;
  });
  writeFileSync(ledgerOf(home), lines.join(''));
  const checked = await check(home);
  expect(checked.notes).toContainEqual({ kind: 'ledgerLines', count: 1 });
  expect(checked.notes.map(({ kind }) => kind)).not.toContain('notOpened');
});

test('a home that a kiosk has open, one of a newer program and one that is none are not touched', async () => {
  const home = await keptHome();
  writeFileSync(`${sealedFile(home, 4)}.aa.tmp`, 'unfinished');
  const running = await keptHome();
  await runningKiosk(running);
  writeFileSync(`${sealedFile(running, 4)}.aa.tmp`, 'unfinished');
  expect(await tryCheck(running)).toEqual({ ok: false, error: { kind: 'alreadyRunning' } });
  rmSync(join(running, DEVICE_SECRET_FILE));
  expect(await tryCheck(running)).toEqual({ ok: false, error: { kind: 'alreadyRunning' } });
  writeFileSync(join(home, 'format.json'), '{"format":99}\n');
  expect(await tryCheck(home)).toEqual({ ok: false, error: { kind: 'newerFormat', found: 99 } });
  rmSync(join(home, 'format.json'));
  expect(await tryCheck(home)).toEqual({ ok: false, error: { kind: 'missing' } });
  for (const each of [home, running]) expect(readdirSync(join(each, 'outbox'))).toContain('00000004.age.aa.tmp');
});

test('a home that is not enrolled has nothing in custody', async () => {
  const home = makeTestHome(null);
  copyFileSync(join(home, '..', 'secret'), join(home, DEVICE_SECRET_FILE));
  expect(await check(home)).toMatchObject({ outcome: 'ok', found: { sealed: 0, drafts: 0 } });
});
