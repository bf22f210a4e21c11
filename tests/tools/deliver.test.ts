import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemRandom } from '../../node/random.ts';
import { systemClock } from '../../node/system-clock.ts';
import { runStore } from '../../tools/store/run-store.ts';
import { keptHome, runningKiosk } from '../electron/fsck/kept-home.ts';
import { hasOpenSsh, startOpenSsh, type OpenSsh } from '../servers/openssh.ts';
import { hasApache, startApache, type WebDavServer } from '../servers/web-dav.ts';
import { temporaryFolder } from '../temporary-folder.ts';

async function run(...args: readonly string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await runStore(['deliver', ...args], {
    random: systemRandom,
    clock: systemClock,
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
  });
  return { code, said, complained: complained.join('\n') };
}

const intakesIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.age'));

/** Every file of a home as text, so that a word in it is found. */
function wordsIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

test('a folder gets everything that waits, and it is said whether it may be pulled out', async () => {
  const home = await keptHome(2);
  const folder = temporaryFolder();
  const { code, said } = await run('--home', home, '--to', folder, '--json');
  expect(intakesIn(folder)).toHaveLength(2);
  // Whether the medium itself could be read is the machine's.
  const readBack = code === 0 ? 'uncached' : 'cached';
  expect({ code, said }).toEqual({
    code: readBack === 'uncached' ? 0 : 1,
    said: [JSON.stringify({ delivered: 2, readBack, receipts: 0 })],
  });
  expect((await run('--home', home, '--to', folder)).said[0]).toBe('Delivered: 2, receipts brought home: 0');
});

test('what cannot be delivered is told in words that say what to do', async () => {
  const home = await keptHome(1);
  const folder = temporaryFolder();
  rmSync(folder, { recursive: true });
  expect(await run('--home', home, '--to', folder)).toMatchObject({
    code: 3,
    complained: 'The folder is not there. Put the drive in, or make the folder.',
  });
  expect(await run('--home', home, '--to', 'http://127.0.0.1:1/intakes/')).toMatchObject({
    code: 3,
    complained: 'Nobody answers there. Check the address and the network.',
  });
});

test.each<[string, readonly string[], string]>([
  ['a home', [], 'Say which home'],
  ['a place', ['--home', 'x', '--remember', 'server'], 'Say where to'],
  ['a host key', ['--home', 'x', '--to', 'sftp://kiosk@server/intakes'], 'hostKey'],
  ['https for a password', ['--home', 'x', '--to', 'http://server/intakes', '--user', 'kiosk'], 'over https only'],
  ['a password file that is there', ['--home', 'x', '--to', '/tmp', '--password-file', '/none'], 'cannot be read'],
  ['an option that exists', ['--home', 'x', '--password', 'secret'], 'Unknown option'],
])('a command line without %s is refused with a reason', async (_, args, reason) => {
  const refused = await run(...args);
  expect(refused.code).toBe(2);
  expect(refused.complained).toContain(reason);
});

test('a destination that is forgotten gets nothing more, and is forgotten once', async () => {
  const home = await keptHome(1);
  const folder = temporaryFolder();
  await run('--home', home, '--to', folder, '--remember', 'stick');
  expect(await run('--home', home, '--forget', 'stick', '--json')).toMatchObject({
    code: 0,
    said: ['{"forgotten":"stick"}'],
  });
  expect((await run('--home', home)).complained).toContain('remembers no destination');
  expect(await run('--home', home, '--forget', 'stick')).toMatchObject({ code: 2 });
  expect(await run('--home', home, '--forget', 'stick', '--to', folder)).toMatchObject({ code: 2 });
});

test('a running kiosk is left alone', async () => {
  const home = await keptHome(1);
  await runningKiosk(home);
  expect(await run('--home', home, '--to', temporaryFolder())).toMatchObject({ code: 2 });
});

describe.skipIf(!hasApache || !hasOpenSsh)('servers (where set-up may install Apache and OpenSSH)', () => {
  let ssh: OpenSsh | undefined;
  let dav: WebDavServer | undefined;
  beforeAll(async () => {
    [ssh, dav] = await Promise.all([startOpenSsh(), startApache()]);
  });
  afterAll(() => Promise.all([ssh?.stop(), dav?.stop()]));

  test('a WebDAV server that is remembered gets the next ones by itself, and its password stands nowhere in plain', async () => {
    if (dav === undefined) throw new Error('The server does not run');
    const home = await keptHome(2);
    const passwordFile = join(temporaryFolder(), 'password');
    writeFileSync(passwordFile, `${dav.password}\n`);
    const to = ['--to', `${dav.url}/`, '--user', dav.user, '--password-file', passwordFile];
    expect(await run('--home', home, ...to, '--remember', 'town', '--json')).toMatchObject({ code: 0 });
    expect(intakesIn(dav.files)).toHaveLength(2);
    expect(await run('--home', home, '--json')).toMatchObject({
      code: 0,
      said: ['{"delivered":2,"readBack":"uncached","receipts":0}'],
    });
    expect(wordsIn(home)).not.toContain(Buffer.from(dav.password, 'utf8').toString('latin1'));
  });

  test('an SFTP server is reached by its address and its key', async () => {
    if (ssh === undefined) throw new Error('The server does not run');
    const home = await keptHome(1);
    const folder = join(ssh.files, 'intakes');
    mkdirSync(folder);
    const { user, port, hostKey } = ssh.place;
    const to = ['--to', `sftp://${user}@127.0.0.1:${port}${folder}`, '--key-file', join(ssh.folder, 'user')];
    expect(await run('--home', home, ...to, '--host-key', hostKey)).toMatchObject({ code: 0 });
    expect(intakesIn(folder)).toHaveLength(1);
    const wrong = await run('--home', home, ...to, '--host-key', `SHA256:${'A'.repeat(43)}`);
    expect(wrong).toMatchObject({ code: 3 });
    expect(wrong.complained).toContain('Another machine answers');
  });
});
