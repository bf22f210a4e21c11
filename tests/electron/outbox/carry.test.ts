import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LEDGER_HEAD_TRUSTED_COMMENT, ledgerHeadNameOf, parseLedgerHead } from '../../../core/outbox/ledger-head.ts';
import { withdrawTagOf } from '../../../core/outbox/withdrawal.ts';
import { checkAuditLog } from '../../../electron/audit/audit-files.ts';
import { carryAndTell } from '../../../electron/outbox/carry.ts';
import { folderDestination } from '../../../electron/outbox/folder-destination.ts';
import { signingKeyOf } from '../../../electron/store/enrolment.ts';
import type { Custody, Home } from '../../../electron/store/home.ts';
import { nodeAsyncFileSystem, promisedFileSystem } from '../../../node/async-file-system.ts';
import type { FileSystem } from '../../../node/file-system.ts';
import { nodeFileSystem } from '../../../node/file-system.ts';
import { minisignPublicKeyOf } from '../../../node/minisign-keys.ts';
import { minisignVerify } from '../../../node/minisign-signature.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { expectOk } from '../../expect-ok.ts';
import { failingFileSystem } from '../../node/failing-file-system.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { auditEvents } from '../audit/audit-events.ts';
import { KIOSK_ID, makeTestHome, openTestHome, openTestHomeForTest } from '../test-home.ts';
import { keyOf, preimageOf } from '../../core/outbox/ledger-lines.ts';
import { intakeIdOf } from '../intake-id.ts';

const HEAD = ledgerHeadNameOf(KIOSK_ID, nodeHasher);
const clock = { nowMs: () => Date.UTC(2026, 2, 4, 6) };

function commit({ custody: { outbox } }: { readonly custody: Custody }, number: number): string {
  const bytes = new Uint8Array(Buffer.from(`the sealed file of ${number}`));
  const withdrawTag = withdrawTagOf(keyOf(number), nodeHasher);
  const { seq } = outbox.next();
  const kept = expectOk(outbox.commit({ seq, intakeId: intakeIdOf(number), bytes, withdrawTag }));
  return kept.fileName;
}

async function homeWith(count: number) {
  const home = await openTestHomeForTest(makeTestHome());
  const names = Array.from({ length: count }, (_, index) => commit(home, index + 1));
  return { home, names, folder: temporaryFolder() };
}

const exported = async (
  { custody: { outbox }, audit }: Pick<Home, 'audit'> & { readonly custody: Custody },
  folder: string,
  fs?: FileSystem,
) => {
  const readPastMemory = () => Promise.resolve(null);
  const place = { folder, fs: fs === undefined ? nodeAsyncFileSystem : promisedFileSystem(fs), readPastMemory };
  return carryAndTell({ outbox, destination: folderDestination(place), clock, audit, alwaysWithHead: true });
};
const states = ({ custody: { outbox } }: { readonly custody: Custody }) =>
  outbox.deliveries().map(({ state }) => state);

test('every intake is copied under a name that tells nothing, with the signed head, all of the same time', async () => {
  const { home, names, folder } = await homeWith(3);
  expect(await exported(home, folder)).toEqual({
    ok: true,
    value: { fileNames: names, headName: HEAD, readBack: 'cached', receipts: 0 },
  });
  expect(readdirSync(folder).toSorted()).toEqual([...names, HEAD, `${HEAD}.minisig`].toSorted());
  expect(new Set(readdirSync(folder).map((name) => statSync(join(folder, name)).mtimeMs))).toEqual(
    new Set([clock.nowMs()]),
  );
  expect(names.filter((name) => !/^[0-9a-f]{32}\.age$/.test(name))).toEqual([]);
  expect(states(home)).toEqual(['sent', 'sent', 'sent']);
});

test('the head says how far the ledger has come, and its signature is the kiosk’s', async () => {
  const { home, folder } = await homeWith(2);
  expectOk(await exported(home, folder));
  const message = readFileSync(join(folder, HEAD));
  const signature = readFileSync(join(folder, `${HEAD}.minisig`), 'utf8');
  const key = minisignPublicKeyOf(signingKeyOf(home.custody.enrolment));
  expectOk(minisignVerify(key, { message, signature, trustedComment: LEDGER_HEAD_TRUSTED_COMMENT }));
  expect(parseLedgerHead(message)).toMatchObject({ ok: true, value: { lines: 2, lastSealed: { seq: 2 } } });
});

test('the head carries a checkpoint of the audit log, in which this export stands already', async () => {
  const { home, folder } = await homeWith(2);
  expectOk(await exported(home, folder));
  const head = expectOk(parseLedgerHead(readFileSync(join(folder, HEAD))));
  const log = expectOk(checkAuditLog(home.layout.audit));
  expect(head.audit).toEqual({ lines: log.lines, lastLineHash: log.lastLineHash, unwritten: 0 });
  expect(auditEvents(home.layout.audit).at(-1)).toEqual({ event: 'exported', count: 2 });
});

test('an export that stops is written down, with the reason', async () => {
  const { home, folder } = await homeWith(1);
  await exported(home, join(folder, 'none'));
  expect(auditEvents(home.layout.audit).at(-1)).toEqual({ event: 'exportStopped', reason: 'folderMissing' });
});

test('the name of the head does not say which kiosk it was', () => {
  expect(HEAD).toMatch(/^head-[0-9a-f]{32}\.json$/);
  expect(HEAD).not.toContain(KIOSK_ID.slice(0, 8));
  expect(ledgerHeadNameOf('00000000-0000-4000-8000-000000000000', nodeHasher)).not.toBe(HEAD);
});

test('an export of nothing carries the head', async () => {
  const { home, folder } = await homeWith(0);
  expect(await exported(home, folder)).toMatchObject({ ok: true, value: { fileNames: [], headName: HEAD } });
});

test('exporting again changes nothing but the time and the head, and brings what is new', async () => {
  const directory = makeTestHome();
  const folder = temporaryFolder();
  const first = await openTestHome(directory);
  const name = commit(first, 1);
  expectOk(await exported(first, folder));
  await first.close();
  const home = await openTestHomeForTest(directory);
  expect(states(home)).toEqual(['sent']);
  const inode = statSync(join(folder, name)).ino;
  const added = commit(home, 2);
  expect(expectOk(await exported(home, folder)).fileNames).toEqual([name, added]);
  expect(readdirSync(folder).filter((file) => file.startsWith('head-'))).toEqual([HEAD, `${HEAD}.minisig`]);
  expect(statSync(join(folder, name)).ino).toBe(inode);
  expect(states(home)).toEqual(['sent', 'sent']);
});

test('a folder that is not there is told apart, and so is one that goes away', async () => {
  const { home, folder } = await homeWith(1);
  const folderMissing = { ok: false, error: { kind: 'folderMissing' } };
  expect(await exported(home, join(folder, 'none'))).toEqual(folderMissing);
  const drive = join(folder, 'drive');
  mkdirSync(drive);
  const rename: FileSystem['rename'] = (from, to) => {
    rmSync(drive, { recursive: true });
    nodeFileSystem.rename(from, to);
  };
  expect(await exported(home, drive, { ...nodeFileSystem, rename })).toEqual(folderMissing);
  expect(states(home)).toEqual(['sealed']);
});

test('other bytes under an intake’s name are left alone and reported, and hold up no other', async () => {
  const { home, names, folder } = await homeWith(2);
  const fileName = names[0] ?? '';
  writeFileSync(join(folder, fileName), 'something else');
  expect(await exported(home, folder)).toEqual({ ok: false, error: { kind: 'taken', fileName } });
  expect(readFileSync(join(folder, fileName), 'utf8')).toBe('something else');
  expect(states(home)).toEqual(['sealed', 'sent']);
});

test('a medium that changes what it was given is found by reading back', async () => {
  const { home, names, folder } = await homeWith(1);
  const rename: FileSystem['rename'] = (from, to) => {
    nodeFileSystem.rename(from, to);
    writeFileSync(to, 'zeros, say');
  };
  const result = await exported(home, folder, { ...nodeFileSystem, rename });
  expect(result).toEqual({ ok: false, error: { kind: 'differs', fileName: names[0] } });
  expect(states(home)).toEqual(['sealed']);
});

test('a full folder keeps what was copied before, nothing half, and the rest is copied later', async () => {
  const { home, names, folder } = await homeWith(3);
  const fs = failingFileSystem({ call: 'write', code: 'ENOSPC', from: 2, isLasting: true });
  expect(await exported(home, folder, fs)).toEqual({ ok: false, error: { kind: 'full' } });
  expect(readdirSync(folder)).toEqual([names[0]]);
  expect(states(home)).toEqual(['sent', 'sealed', 'sealed']);
  expect(expectOk(await exported(home, folder)).fileNames).toEqual(names);
});

test.each(['open', 'fsync', 'rename', 'close'] as const)(
  'a copy whose %s fails is not sent, and leaves no part',
  async (call) => {
    const { home, folder } = await homeWith(1);
    const fs = failingFileSystem({ call, code: 'EIO' });
    expect(await exported(home, folder, fs)).toEqual({ ok: false, error: { kind: 'io', code: 'EIO' } });
    expect(readdirSync(folder)).toEqual([]);
    expect(states(home)).toEqual(['sealed']);
  },
);

test('a part that a pulled drive left behind is written over', async () => {
  const { home, names, folder } = await homeWith(1);
  writeFileSync(join(folder, `${names[0] ?? ''}.part`), 'half of something that was longer than the sealed file');
  expectOk(await exported(home, folder));
  expect(readdirSync(folder)).toHaveLength(3);
});

test('a sealed file that is damaged is reported by its number, and does not hold up the others', async () => {
  const { home, folder } = await homeWith(3);
  writeFileSync(join(home.layout.outbox, '00000002.age'), 'changed');
  expect(await exported(home, folder)).toEqual({ ok: false, error: { kind: 'damaged', seqs: [2] } });
  expect(states(home)).toEqual(['sent', 'sealed', 'sent']);
  expect(readdirSync(folder)).toHaveLength(4);
});

test('what was taken back is not copied, its copy goes from the folder, and the head proves why', async () => {
  const { home, folder } = await homeWith(2);
  expectOk(await exported(home, folder));
  const { outbox } = home.custody;
  const [first, second] = outbox.deliveries();
  expectOk(outbox.withdraw(keyOf(1)));
  expect(expectOk(await exported(home, folder)).fileNames).toEqual([second?.fileName]);
  expect(readdirSync(folder)).not.toContain(first?.fileName);
  expect(expectOk(parseLedgerHead(readFileSync(join(folder, HEAD))))).toMatchObject({
    lines: 3,
    withdrawn: [{ seq: 1, sha256: first?.sha256, preimage: preimageOf(1) }],
  });
});

test('another file under the name of what was taken back stays', async () => {
  const { home, folder } = await homeWith(1);
  const [delivery] = home.custody.outbox.deliveries();
  expectOk(home.custody.outbox.withdraw(keyOf(1)));
  writeFileSync(join(folder, delivery?.fileName ?? ''), 'something else');
  expectOk(await exported(home, folder));
  expect(readdirSync(folder)).toContain(delivery?.fileName);
});

test('what is taken back while others are copied is neither copied nor missed', async () => {
  const { home, folder } = await homeWith(3);
  const { outbox } = home.custody;
  const running = exported(home, folder);
  // The copying breathes after the first file; what is left of these two is taken back then.
  const last = outbox.deliveries().at(-1);
  expectOk(outbox.withdraw(keyOf(last?.seq ?? 0)));
  expect(expectOk(await running).fileNames).toHaveLength(2);
  expect(readdirSync(folder)).not.toContain(last?.fileName);
  expect(states(home)).toEqual(['sent', 'sent']);
});
