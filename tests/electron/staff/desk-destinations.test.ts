import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GivenDestination } from '../../../ipc/desk-contract.ts';
import { makeCentre, type MadeCentre } from '../../centre/made-centre.ts';
import { expectOk } from '../../expect-ok.ts';
import { hasOpenSsh, startOpenSsh, type OpenSsh } from '../../servers/openssh.ts';
import { hasApache, startApache, type WebDavServer } from '../../servers/web-dav.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { openedDesk, type OpenedDesk } from './opened-desk.ts';

let centre: MadeCentre;
beforeAll(async () => {
  centre = await makeCentre();
});
afterAll(() => centre.remove());

async function administratorsDesk(): Promise<OpenedDesk> {
  const desk = await openedDesk(centre);
  desk.opens();
  await desk.signsIn('administrator');
  return desk;
}

const EMPTY: GivenDestination = { name: 'house', to: '/', user: null, password: null, privateKey: null, hostKey: null };
const SFTP = { to: 'sftp://kiosk@127.0.0.1:22/in', password: 'x', hostKey: `SHA256:${'A'.repeat(43)}` };

describe('A destination', () => {
  test('is tried with what waits, kept, reached again and forgotten', async () => {
    const { gets, kiosk } = await administratorsDesk();
    const folder = temporaryFolder();
    const added = await gets('desk.addDestination', { ...EMPTY, to: folder });
    expect(expectOk(added)).toEqual([{ name: 'house', kind: 'folder', where: folder }]);
    expect(readdirSync(folder).filter((name) => name.startsWith('head-'))).toHaveLength(2);
    expect(kiosk.delivery.progress.goesByItself).toBe(true);
    expectOk(await gets('desk.tryDestination', { name: 'house' }));
    expect(expectOk(await gets('desk.removeDestination', { name: 'house' }))).toEqual([]);
    expect(kiosk.delivery.progress.goesByItself).toBe(false);
    for (const asked of [
      await gets('desk.tryDestination', { name: 'house' }),
      await gets('desk.removeDestination', { name: 'house' }),
    ])
      expect(asked).toEqual({ ok: false, error: { kind: 'noDestination' } });
  });

  test('under a name that is there takes its place', async () => {
    const { gets } = await administratorsDesk();
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    expectOk(await gets('desk.addDestination', { ...EMPTY, to: first }));
    const changed = expectOk(await gets('desk.addDestination', { ...EMPTY, to: second }));
    expect(changed.map(({ where }) => where)).toEqual([second]);
  });

  test.each([
    ['a name with a space', { name: 'the house' }, 'badName'],
    ['no name', { name: '' }, 'badName'],
    ['a part of a path', { to: 'stick' }, 'badAddress'],
    ['an address of another kind', { to: 'ftp://server/in' }, 'badAddress'],
    ['an address that is none', { to: 'https://' }, 'badAddress'],
    ['a password in the address', { to: 'https://kiosk:secret@server/in/' }, 'passwordInAddress'],
    ['a password without https', { to: 'http://server/in/', user: 'kiosk', password: 'secret' }, 'httpsOnly'],
    ['SFTP without a user', { ...SFTP, to: 'sftp://server/in' }, 'noUser'],
    ['SFTP without the key of the server', { ...SFTP, hostKey: null }, 'badHostKey'],
    ['SFTP with half a key', { ...SFTP, hostKey: 'SHA256:abc' }, 'badHostKey'],
    ['a folder that is not there', { to: '/nowhere/at/all' }, 'folderMissing'],
    ['a server that is not there', { to: 'http://127.0.0.1:1/in/' }, 'unreachable'],
  ])('is not kept when it is %s', async (_, given, kind) => {
    const { gets, kiosk } = await administratorsDesk();
    const added = await gets('desk.addDestination', { ...EMPTY, ...given });
    expect(added).toEqual({ ok: false, error: { kind } });
    expect(kiosk.home.state.content.settings.destinations).toEqual([]);
    expect(kiosk.home.state.content.credentials).toEqual([]);
  });

  test('is one of five at most', async () => {
    const { gets } = await administratorsDesk();
    for (const name of ['a', 'b', 'c', 'd', 'e'])
      expectOk(await gets('desk.addDestination', { ...EMPTY, name, to: temporaryFolder() }));
    const sixth = { ...EMPTY, name: 'f', to: temporaryFolder() };
    expect(await gets('desk.addDestination', sixth)).toEqual({ ok: false, error: { kind: 'tooMany' } });
    expectOk(await gets('desk.addDestination', { ...sixth, name: 'e' }));
  });
});

describe.skipIf(!hasApache)('Apache with its DAV module (where set-up may install it)', () => {
  let server: WebDavServer;
  beforeAll(async () => {
    server = await startApache();
  });
  afterAll(() => server.stop());

  test('is kept with its password, which stands in no reply, no log and no open file', async () => {
    const { gets, kiosk } = await administratorsDesk();
    const given = { ...EMPTY, to: `${server.url}/`, user: server.user };
    const wrong = await gets('desk.addDestination', { ...given, password: 'wrong-one' });
    expect(wrong).toEqual({ ok: false, error: { kind: 'wrongCredentials' } });
    const added = expectOk(await gets('desk.addDestination', { ...given, password: server.password }));
    expect(added).toEqual([{ name: 'house', kind: 'webdav', where: `${server.url}/` }]);
    expectOk(await gets('desk.tryDestination', { name: 'house' }));
    const told = JSON.stringify([await gets('desk.destinations', {}), await gets('desk.settings', {})]);
    expect(told).not.toContain(server.password);
    for (const folder of [kiosk.home.layout.audit, kiosk.home.layout.state])
      for (const name of readdirSync(folder))
        expect(readFileSync(join(folder, name), 'latin1')).not.toContain(server.password);
    expectOk(await gets('desk.removeDestination', { name: 'house' }));
    expect(kiosk.home.state.content.credentials).toEqual([]);
  });
});

describe.skipIf(!hasOpenSsh)('OpenSSH (where set-up may install it)', () => {
  let server: OpenSsh;
  beforeAll(async () => {
    server = await startOpenSsh();
  });
  afterAll(() => server.stop());

  test('is kept with its private key, and another machine in its place gets nothing', async () => {
    const { gets } = await administratorsDesk();
    const { files, place } = server;
    const { user, port, hostKey, privateKey } = place;
    const given = { ...EMPTY, to: `sftp://${user}@127.0.0.1:${port}${files}`, privateKey, hostKey };
    const other = await gets('desk.addDestination', { ...given, hostKey: SFTP.hostKey });
    expect(other).toEqual({ ok: false, error: { kind: 'wrongHostKey' } });
    const [shown] = expectOk(await gets('desk.addDestination', given));
    expect(shown).toMatchObject({ kind: 'sftp', where: `sftp://127.0.0.1:${port}${files}` });
    expect(readdirSync(files).filter((name) => name.startsWith('head-'))).toHaveLength(2);
  });
});
