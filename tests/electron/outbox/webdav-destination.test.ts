import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { webDavDestination } from '../../../electron/outbox/webdav-destination.ts';
import { folderGround, folderIn } from '../../servers/ground-of.ts';
import { hasApache, hasNginx, startApache, startNginx, type WebDavServer } from '../../servers/web-dav.ts';
import { expectOk } from '../../expect-ok.ts';
import { destinationSuite } from './destination-suite.ts';

const SERVERS = [
  { kind: 'Apache', isThere: hasApache, start: startApache },
  { kind: 'nginx', isThere: hasNginx, start: startNginx },
] as const;

const file = { fileName: 'a.age', bytes: Buffer.from('whole'), modifiedAt: new Date(0) };

for (const { kind, isThere, start } of SERVERS) {
  describe.skipIf(!isThere)(`${kind} with its DAV module (where set-up may install it)`, () => {
    let server: WebDavServer | undefined;
    const running = (): WebDavServer => {
      if (server === undefined) throw new Error('The server does not run');
      return server;
    };
    beforeAll(async () => {
      server = await start();
    });
    afterAll(() => server?.stop());

    destinationSuite(kind, () => {
      const { files, url, user, password } = running();
      const { name, path } = folderIn(files);
      const destination = webDavDestination({ url: `${url}/${name}/`, user, password });
      return Promise.resolve({ destination, readBack: 'uncached', ...folderGround(path) });
    });

    test('a wrong password is told apart', async () => {
      const { url, user } = running();
      const opened = await webDavDestination({ url: `${url}/`, user, password: 'wrong' }).open();
      expect(opened).toEqual({ ok: false, error: { kind: 'wrongCredentials' } });
      const nobody = await webDavDestination({ url: `${url}/`, user: null, password: null }).open();
      expect(nobody).toEqual({ ok: false, error: { kind: 'wrongCredentials' } });
    });

    test('of two that put the same file at once, none is hurt', async () => {
      const { files, url, user, password } = running();
      const { name, path } = folderIn(files);
      const destination = webDavDestination({ url: `${url}/${name}`, user, password });
      const places = await Promise.all([destination.open(), destination.open()]);
      const put = await Promise.all(places.map((place) => expectOk(place).put(file)));
      expect(put.filter(({ ok }) => ok)).not.toEqual([]);
      expect(folderGround(path).look('a.age')?.toString()).toBe('whole');
    });
  });
}

test('a server that is not there is told apart', async () => {
  const opened = await webDavDestination({ url: 'http://127.0.0.1:1/', user: null, password: null }).open();
  expect(opened).toEqual({ ok: false, error: { kind: 'unreachable' } });
});
