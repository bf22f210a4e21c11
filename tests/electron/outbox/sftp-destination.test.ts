import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sftpDestination } from '../../../electron/outbox/sftp-destination.ts';
import { folderGround, folderIn } from '../../servers/ground-of.ts';
import { hasOpenSsh, startOpenSsh, type OpenSsh } from '../../servers/openssh.ts';
import { destinationSuite } from './destination-suite.ts';

const SERVERS = [
  { kind: 'OpenSSH with its extensions', sftpArguments: '' },
  {
    kind: 'OpenSSH without them',
    sftpArguments: '-P fsync,hardlink,posix-rename,statvfs',
  },
] as const;

for (const { kind, sftpArguments } of SERVERS) {
  describe.skipIf(!hasOpenSsh)(`${kind} (where set-up may install it)`, () => {
    let server: OpenSsh | undefined;
    const running = (): OpenSsh => {
      if (server === undefined) throw new Error('The server does not run');
      return server;
    };
    beforeAll(async () => {
      server = await startOpenSsh(sftpArguments);
    });
    afterAll(() => server?.stop());

    destinationSuite(kind, () => {
      const { files, place } = running();
      const { path } = folderIn(files);
      const destination = sftpDestination({ ...place, folder: path });
      return Promise.resolve({ destination, readBack: 'uncached', ...folderGround(path) });
    });

    test('a key that the server does not know is not let in', async () => {
      const { files, folder, place } = running();
      const privateKey = readFileSync(join(folder, 'stranger'), 'utf8');
      expect(await sftpDestination({ ...place, folder: files, privateKey }).open()).toEqual({
        ok: false,
        error: { kind: 'wrongCredentials' },
      });
    });

    test('a key that is none, or a password where a key is wanted, is not let in', async () => {
      const { files, place } = running();
      for (const credential of [{ privateKey: 'no key' }, { privateKey: null, password: 'a password' }]) {
        const opened = await sftpDestination({ ...place, folder: files, ...credential }).open();
        expect(opened).toEqual({ ok: false, error: { kind: 'wrongCredentials' } });
      }
    });

    test('another machine under the same address gets nothing', async () => {
      const { files, place } = running();
      const hostKey = `SHA256:${'A'.repeat(43)}`;
      expect(await sftpDestination({ ...place, folder: files, hostKey }).open()).toEqual({
        ok: false,
        error: { kind: 'wrongHostKey' },
      });
    });
  });
}

test('a server that is not there is told apart', async () => {
  const login = { user: 'kiosk', password: 'x', privateKey: null };
  const place = { host: '127.0.0.1', port: 1, folder: '/', hostKey: '', ...login };
  expect(await sftpDestination(place).open()).toEqual({ ok: false, error: { kind: 'unreachable' } });
});
