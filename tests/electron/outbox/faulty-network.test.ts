import { describe, expect, onTestFinished, test } from 'vitest';
import type { Destination } from '../../../electron/outbox/destination.ts';
import { sftpDestination } from '../../../electron/outbox/sftp-destination.ts';
import { withTimeLimits } from '../../../electron/outbox/time-limits.ts';
import { webDavDestination } from '../../../electron/outbox/webdav-destination.ts';
import { FalseServer, type Falsehood } from '../../servers/false-server.ts';
import { CAPTIVE_PAGE, FaultProxy, type Fault } from '../../servers/fault-proxy.ts';
import { hasOpenSsh, startOpenSsh } from '../../servers/openssh.ts';
import { folderGround, folderIn } from '../../servers/ground-of.ts';

const NAME = 'a.age';
const file = { fileName: NAME, bytes: Buffer.alloc(300_000, 'sealed '), modifiedAt: new Date(0) };
/** A machine that does much else takes its time; a server that never answers need not be waited for as long. */
const limitsFor = ({ kind }: Fault) =>
  kind === 'silent' ? { toOpenMs: 1000, perStepMs: 1000 } : { toOpenMs: 20_000, perStepMs: 20_000 };

/** What comes of putting the file: reaching the place included. */
async function putTo(destination: Destination, fault: Fault = { kind: 'none' }): Promise<unknown> {
  const opened = await withTimeLimits(destination, limitsFor(fault)).open();
  if (!opened.ok) return opened.error;
  const put = await opened.value.put(file);
  await opened.value.close();
  return put.ok ? put.value : put.error;
}

async function webDavBehind(): Promise<{ proxy: FaultProxy; destination: Destination; server: FalseServer }> {
  const server = new FalseServer();
  const url = new URL(await server.start());
  const proxy = new FaultProxy(Number(url.port));
  url.port = String(await proxy.start());
  onTestFinished(async () => {
    await proxy.stop();
    await server.stop();
  });
  return { proxy, server, destination: webDavDestination({ url: url.href, user: null, password: null }) };
}

describe('WebDAV', () => {
  test.each<[string, Fault, unknown]>([
    ['nothing wrong', { kind: 'none' }, 'uncached'],
    ['a server that is slow, but works', { kind: 'delay', waitMs: 20 }, 'uncached'],
    ['a server that never answers', { kind: 'silent' }, { kind: 'tooSlow' }],
    ['a connection that breaks while the file is sent', { kind: 'dropAfter', bytes: 100_000 }, { kind: 'dropped' }],
    ['a connection that breaks while it is read back', { kind: 'truncateAfter', bytes: 100_000 }, { kind: 'dropped' }],
    ['a page instead of the server', { kind: 'answer', words: CAPTIVE_PAGE }, { kind: 'captivePortal' }],
    [
      'a way to a page instead of the server',
      { kind: 'answer', words: 'HTTP/1.1 511 Network Authentication Required\r\ncontent-length: 0\r\n\r\n' },
      { kind: 'captivePortal' },
    ],
    ['something else than a web server', { kind: 'answer', words: 'SSH-2.0-other\r\n' }, { kind: 'dropped' }],
  ])('%s is told as it is', async (_, fault, outcome) => {
    const { proxy, destination } = await webDavBehind();
    proxy.fault = fault;
    expect(await putTo(destination, fault)).toEqual(outcome);
  });

  test.each<[Falsehood, unknown]>([
    ['keepsNothing', { kind: 'halfWritten', fileName: NAME }],
    ['keepsHalf', { kind: 'halfWritten', fileName: NAME }],
    ['keepsOther', { kind: 'differs', fileName: NAME }],
    ['showsOlder', { kind: 'differs', fileName: NAME }],
    ['showsAPage', { kind: 'captivePortal' }],
    ['isFull', { kind: 'full' }],
  ])('a server that %s is found out although it says yes', async (falsehood, outcome) => {
    const { server, destination } = await webDavBehind();
    server.falsehood = falsehood;
    expect(await putTo(destination)).toEqual(outcome);
  });

  test('what broke off is put whole the next time', async () => {
    const { proxy, server, destination } = await webDavBehind();
    proxy.fault = { kind: 'dropAfter', bytes: 100_000 };
    await putTo(destination);
    expect(server.files.has(NAME)).toBe(false);
    proxy.fault = { kind: 'none' };
    expect(await putTo(destination)).toBe('uncached');
    expect(server.files.get(NAME)?.equals(file.bytes)).toBe(true);
  });
});

describe.skipIf(!hasOpenSsh)('SFTP (where set-up may install OpenSSH)', () => {
  test('a network that is silent, breaks or lies is told as it is, and the file is whole afterwards', async () => {
    const server = await startOpenSsh();
    onTestFinished(() => server.stop());
    const proxy = new FaultProxy(server.port);
    const port = await proxy.start();
    onTestFinished(() => proxy.stop());
    const { path } = folderIn(server.files);
    const destination = sftpDestination({ ...server.place, port, folder: path });
    const outcomes: [Fault, unknown][] = [
      [{ kind: 'silent' }, { kind: 'tooSlow' }],
      [{ kind: 'dropAfter', bytes: 100 }, { kind: 'dropped' }],
      [{ kind: 'dropAfter', bytes: 100_000 }, { kind: 'dropped' }],
      [{ kind: 'answer', words: CAPTIVE_PAGE }, { kind: 'dropped' }],
      [{ kind: 'truncateAfter', bytes: 100_000 }, { kind: 'dropped' }],
      [{ kind: 'none' }, 'uncached'],
    ];
    for (const [fault, outcome] of outcomes) {
      proxy.fault = fault;
      expect({ fault, outcome: await putTo(destination, fault) }).toEqual({ fault, outcome });
    }
    expect(folderGround(path).names()).toEqual([NAME]);
  });
});

test('a place that hangs is not begun again before it has come back', async () => {
  let release = (): void => undefined;
  let opened = 0;
  const hanging: Destination = {
    open: () => {
      opened += 1;
      return new Promise((resolve) => {
        release = () => resolve({ ok: false, error: { kind: 'folderMissing' } });
      });
    },
  };
  const limited = withTimeLimits(hanging, { toOpenMs: 20, perStepMs: 20 });
  expect(await limited.open()).toEqual({ ok: false, error: { kind: 'tooSlow' } });
  expect(await limited.open()).toEqual({ ok: false, error: { kind: 'tooSlow' } });
  expect(opened).toBe(1);
  release();
  await new Promise((resolve) => setImmediate(resolve));
  const again = limited.open();
  release();
  expect(await again).toEqual({ ok: false, error: { kind: 'folderMissing' } });
});

test('stopping ends what hangs', async () => {
  const stop = new AbortController();
  const hanging: Destination = { open: () => new Promise(() => undefined) };
  const opening = withTimeLimits(hanging, undefined, stop.signal).open();
  stop.abort();
  expect(await opening).toEqual({ ok: false, error: { kind: 'dropped' } });
});
