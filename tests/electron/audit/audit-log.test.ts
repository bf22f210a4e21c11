import { appendFileSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AuditEvent } from '../../../core/audit/events.ts';
import { auditFileName, checkAuditLog } from '../../../electron/audit/audit-files.ts';
import { AUDIT_LIMITS, AuditLog, type AuditLogOptions } from '../../../electron/audit/audit-log.ts';
import { nodeFileSystem, type FileSystem } from '../../../node/file-system.ts';
import { expectOk } from '../../expect-ok.ts';
import { exchangeableFileSystem, failingFileSystem } from '../../node/failing-file-system.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { auditEvents, auditLines } from './audit-events.ts';

const sealed = (seq: number): AuditEvent => ({ event: 'intakeSealed', seq });
const BEGUN: AuditEvent = { event: 'logBegun' };

function place(): AuditLogOptions {
  const home = temporaryFolder();
  const quarantine = join(home, 'quarantine');
  mkdirSync(quarantine);
  return { folder: join(home, 'audit'), quarantine, clock: { nowMs: () => 1_772_000_000_123.7 } };
}

/** Opens a log, writes some events and closes it. */
function write(options: AuditLogOptions, ...events: readonly AuditEvent[]): void {
  const log = new AuditLog(options);
  log.record(...events);
  log.close();
}

const problems = ({ folder }: AuditLogOptions) => expectOk(checkAuditLog(folder)).problems;

describe('The audit log', () => {
  test('begins with a line that says so, and goes on after a restart', () => {
    const at = place();
    write(at, sealed(1), sealed(2));
    write(at, sealed(3));
    expect(auditEvents(at.folder)).toEqual([BEGUN, sealed(1), sealed(2), sealed(3)]);
    expect(expectOk(checkAuditLog(at.folder))).toMatchObject({ files: 1, firstLine: 1, lines: 4, tornBytes: 0 });
    expect(problems(at)).toEqual([]);
  });

  test('is for the kiosk’s own account', () => {
    const at = place();
    write(at, sealed(1));
    expect(statSync(at.folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(at.folder, auditFileName(1))).mode & 0o777).toBe(0o600);
  });

  test('writes the events of a call at once and syncs them before it goes on', () => {
    const at = place();
    const calls: string[] = [];
    const fs: FileSystem = {
      ...nodeFileSystem,
      write: (descriptor, bytes) => {
        calls.push('write');
        return nodeFileSystem.write(descriptor, bytes);
      },
      fdatasync: (descriptor) => {
        calls.push('fdatasync');
        nodeFileSystem.fdatasync(descriptor);
      },
    };
    write(at, sealed(1));
    const log = new AuditLog({ ...at, fs });
    log.record(sealed(2), sealed(3));
    log.record(sealed(4));
    expect(calls).toEqual(['write', 'fdatasync', 'write', 'fdatasync']);
  });

  test('says how the time before ended', () => {
    const at = place();
    expect(new AuditLog(at).endBefore).toBe('none');
    write(at, sealed(1));
    expect(new AuditLog(at).endBefore).toBe('stopped');
    write(at, { event: 'homeClosed', reason: 'ended' });
    expect(new AuditLog(at).endBefore).toBe('closed');
  });

  test('writes nothing after it was closed', () => {
    const at = place();
    const log = new AuditLog(at);
    log.record(sealed(1));
    log.close();
    log.record(sealed(2));
    log.close();
    expect(auditEvents(at.folder)).toEqual([BEGUN, sealed(1)]);
  });

  test('knows how far it has come', () => {
    const at = place();
    const log = new AuditLog(at);
    expect(log.checkpoint()).toEqual({ lines: 0, lastLineHash: null, unwritten: 0 });
    log.record(sealed(1));
    const { lines, lastLineHash } = expectOk(checkAuditLog(at.folder));
    expect(log.checkpoint()).toEqual({ lines, lastLineHash, unwritten: 0 });
  });

  test('that was never begun is a log without lines', () => {
    expect(expectOk(checkAuditLog(join(temporaryFolder(), 'none')))).toMatchObject({
      files: 0,
      lines: 0,
      problems: [],
    });
  });
});

describe('A damaged end', () => {
  test('a line without its end is cut off, kept in quarantine, and told', () => {
    const at = place();
    write(at, sealed(1));
    appendFileSync(join(at.folder, auditFileName(1)), '{"line":3,"prev');
    expect(expectOk(checkAuditLog(at.folder)).tornBytes).toBe(15);
    write(at, sealed(2));
    expect(auditEvents(at.folder)).toEqual([BEGUN, sealed(1), { event: 'tailCut' }, sealed(2)]);
    expect(problems(at)).toEqual([]);
    const [kept = ''] = readdirSync(at.quarantine);
    expect(readFileSync(join(at.quarantine, kept), 'utf8')).toBe('{"line":3,"prev');
  });

  test('lines with a hole, which a power cut leaves, are cut off with all that was written with them', () => {
    const at = place();
    write(at, sealed(1));
    const path = join(at.folder, auditFileName(1));
    const before = readFileSync(path);
    write(at, sealed(2), sealed(3), sealed(4));
    const holed = readFileSync(path).fill(0, before.length, before.length + 200);
    writeFileSync(path, holed);
    write(at, sealed(5));
    expect(auditEvents(at.folder)).toEqual([BEGUN, sealed(1), { event: 'tailCut' }, sealed(5)]);
    expect(problems(at)).toEqual([]);
    const [kept = ''] = readdirSync(at.quarantine);
    expect(readFileSync(join(at.quarantine, kept)).equals(holed.subarray(before.length))).toBe(true);
  });

  test('zeros that stand further back are damage, which nothing is cut off for', () => {
    const at = place();
    write(at, sealed(1));
    const path = join(at.folder, auditFileName(1));
    for (let seq = 2; seq < 30; seq += 1) write(at, sealed(seq));
    writeFileSync(path, readFileSync(path).fill(0, 2, 4));
    write(at, sealed(30));
    expect(readdirSync(at.quarantine)).toEqual([]);
    expect(problems(at)).toEqual([
      { kind: 'malformed', line: 1 },
      { kind: 'brokenChain', line: 2 },
    ]);
  });

  test('a last line that is none stays where it is, is told, and shows in the check', () => {
    const at = place();
    write(at, sealed(1));
    appendFileSync(join(at.folder, auditFileName(1)), Buffer.from([0xff, 0x0a]));
    write(at, sealed(2));
    expect(auditLines(at.folder)).toHaveLength(5);
    expect(problems(at)).toEqual([{ kind: 'malformed', line: 3 }]);
    expect(auditLines(at.folder)[3]).toContain('"lastLineDamaged"');
  });

  test('a last file that was emptied is begun anew, and the check tells what is gone', () => {
    const at = place();
    write(at, sealed(1));
    writeFileSync(join(at.folder, auditFileName(1)), '');
    write(at, sealed(2));
    expect(auditEvents(at.folder)).toEqual([{ event: 'lastLineDamaged' }, sealed(2)]);
    expect(readdirSync(at.folder)).toEqual([auditFileName(1)]);
  });
});

describe('What is kept', () => {
  const limits = { fileBytes: 600, files: 3 };

  test('is bounded: a full file gets a successor, the oldest go, and the chain goes on over the files', () => {
    const at = { ...place(), limits };
    const log = new AuditLog(at);
    for (let seq = 1; seq <= 40; seq += 1) log.record(sealed(seq));
    log.close();
    const files = readdirSync(at.folder);
    expect(files).toHaveLength(3);
    expect(files.every((name) => statSync(join(at.folder, name)).size <= limits.fileBytes)).toBe(true);
    expect(auditEvents(at.folder).at(-1)).toEqual(sealed(40));
    const check = expectOk(checkAuditLog(at.folder));
    expect(check).toMatchObject({ lines: 41, problems: [] });
    expect(check.firstLine).toBeGreaterThan(30);
    write(at, sealed(41));
    expect(problems(at)).toEqual([]);
  });

  test('starting and writing cost the same, however much is kept', () => {
    const at = { ...place(), limits };
    const log = new AuditLog(at);
    for (let seq = 1; seq <= 40; seq += 1) log.record(sealed(seq));
    log.close();
    // Only the last file counts: others may even be unreadable.
    for (const name of readdirSync(at.folder).slice(0, -1)) writeFileSync(join(at.folder, name), 'x');
    write(at, sealed(41));
    expect(expectOk(checkAuditLog(at.folder)).lines).toBe(42);
  });

  test('is more than a year of a house with a hundred events a day', () => {
    const at = place();
    write(at, sealed(1));
    const lineBytes = Buffer.byteLength(auditLines(at.folder).at(-1) ?? '') + 1;
    const events = (AUDIT_LIMITS.fileBytes * (AUDIT_LIMITS.files - 1)) / lineBytes;
    expect(events).toBeGreaterThan(366 * 100);
  });
});

describe('Where the log cannot be written', () => {
  function withDisk(): { readonly at: AuditLogOptions; readonly disk: { fs: FileSystem } } {
    const disk = { fs: nodeFileSystem };
    return { at: { ...place(), fs: exchangeableFileSystem(disk) }, disk };
  }

  test.each([
    ['write', 'ENOSPC'],
    ['fdatasync', 'EIO'],
  ] as const)('a %s that fails once costs no event: they go into a new file', (call, code) => {
    const { at, disk } = withDisk();
    const log = new AuditLog(at);
    log.record(sealed(1));
    disk.fs = failingFileSystem({ call, code });
    log.record(sealed(2));
    log.record(sealed(3));
    expect(auditEvents(at.folder)).toEqual([BEGUN, sealed(1), sealed(2), sealed(3)]);
    expect(readdirSync(at.folder)).toHaveLength(2);
    expect(problems(at)).toEqual([]);
  });

  test('the kiosk goes on, hears of it once, and the log says how much is missing as soon as it can', () => {
    const { at, disk } = withDisk();
    const log = new AuditLog(at);
    let told = 0;
    log.onUnwritten(() => (told += 1));
    log.record(sealed(1));
    disk.fs = failingFileSystem({ call: 'write', code: 'ENOSPC', isLasting: true });
    log.record(sealed(2));
    log.record(sealed(3), sealed(4));
    expect(told).toBe(1);
    expect(log.checkpoint()).toMatchObject({ lines: 2, unwritten: 3 });
    disk.fs = nodeFileSystem;
    log.record(sealed(5));
    expect(auditEvents(at.folder)).toEqual([BEGUN, sealed(1), { event: 'eventsLost', count: 3 }, sealed(5)]);
    expect(problems(at)).toEqual([]);
    expect(log.checkpoint().unwritten).toBe(0);
    disk.fs = failingFileSystem({ call: 'write', code: 'ENOSPC', isLasting: true });
    log.record(sealed(6));
    expect(told).toBe(2);
  });

  test('half a line that a full disk took does not break the chain', () => {
    const { at, disk } = withDisk();
    const log = new AuditLog(at);
    log.record(sealed(1));
    let writes = 0;
    disk.fs = {
      ...nodeFileSystem,
      write: (descriptor, bytes) => {
        writes += 1;
        if (writes === 1) return nodeFileSystem.write(descriptor, bytes.subarray(0, 20));
        throw Object.assign(new Error('full'), { syscall: 'write', code: 'ENOSPC' });
      },
    };
    log.record(sealed(2));
    disk.fs = nodeFileSystem;
    log.record(sealed(3));
    expect(auditEvents(at.folder)).toEqual([BEGUN, sealed(1), { event: 'eventsLost', count: 1 }, sealed(3)]);
    expect(problems(at)).toEqual([]);
  });

  test.each(['open', 'truncate', 'rename'] as const)('a lasting failure of %s loses nothing silently', (call) => {
    const { at, disk } = withDisk();
    write(at, sealed(1));
    disk.fs = failingFileSystem({ call, code: 'EIO', isLasting: true });
    const log = new AuditLog({ ...at, limits: { fileBytes: 1, files: 3 } });
    log.record(sealed(2));
    expect(log.checkpoint().unwritten).toBe(1);
    disk.fs = nodeFileSystem;
    log.record(sealed(3));
    expect(auditEvents(at.folder).slice(2)).toEqual([{ event: 'eventsLost', count: 1 }, sealed(3)]);
    expect(problems(at)).toEqual([]);
  });

  test('a folder that is none is told to whoever asks later, too', () => {
    const at = place();
    writeFileSync(at.folder, 'a file');
    const log = new AuditLog(at);
    log.record(sealed(1));
    let told = 0;
    log.onUnwritten(() => (told += 1));
    expect(told).toBe(1);
    expect(log.checkpoint()).toEqual({ lines: 0, lastLineHash: null, unwritten: 1 });
    expect(checkAuditLog(at.folder)).toMatchObject({ ok: false });
  });

  test('an event that came past the types is not written, and counted', () => {
    const at = place();
    const log = new AuditLog(at);
    const forged: unknown = { event: 'intakeSealed', seq: 'Aviaja' };
    // What would come of a cast, or of a file that was parsed without its schema.
    log.record(forged as AuditEvent, sealed(2));
    expect(auditEvents(at.folder)).toEqual([BEGUN, { event: 'eventsLost', count: 1 }, sealed(2)]);
  });
});
