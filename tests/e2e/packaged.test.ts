import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { readFuses } from './fuse-wire.ts';
import { HAS_KEYRING, Keyring, NEEDS_KEYRING } from './keyring.ts';
import { Centre, enrolsWithoutWindow } from './without-window.ts';
import { listeningPorts, startProgram, type StartedProgram } from './packaged-program.ts';

const packaged = fromEnvironment('MATU_PACKAGED');
const folder = mkdtempSync(join(tmpdir(), 'matu-packaged-'));
let program: StartedProgram | undefined;

test.afterEach(async () => {
  await program?.end();
  program = undefined;
});

test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('the packaged program starts on a demo home and paints its first screen', async () => {
  program = startProgram(packaged, ['--home', demoHome()]);
  await program.firstScreen;
});

test('the packaged program can be turned into nothing else by the machine it stands on', () => {
  expect(readFuses(packaged)).toMatchObject({
    runAsNode: false,
    cookieEncryption: true,
    nodeOptions: false,
    nodeCliInspect: false,
    embeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
  });
  // Electron 25 does not have this fuse; where there is one it is off.
  expect(readFuses(packaged).grantFileProtocolExtraPrivileges ?? false).toBe(false);
});

test('the packaged program holds its own code in an archive and no loader', () => {
  const resources = join(dirname(packaged), 'resources');
  expect(existsSync(join(resources, 'app.asar'))).toBe(true);
  expect(existsSync(join(resources, 'app'))).toBe(false);
  expect(existsSync(join(resources, 'default_app.asar'))).toBe(false);
});

test('a package from the development runtime is named a test build, in its folder and inside', () => {
  const isTestBuild = existsSync(join(dirname(packaged), 'TEST-BUILD.txt'));
  expect(basename(packaged)).toBe(isTestBuild ? 'matu-test-build' : 'matu');
  expect(basename(dirname(packaged))).toBe(basename(packaged));
});

test('the packaged program opens no port for a debugger, even when asked', async () => {
  program = startProgram(packaged, ['--remote-debugging-port=0', '--inspect=0', '--home', demoHome()]);
  await program.firstScreen;
  expect(program.errorText()).not.toContain('DevTools listening');
  expect(program.errorText()).not.toContain('Debugger listening');
  expect(listeningPorts(program.processId)).toEqual([]);
});

test('the tests’ own build does open that port, so that its absence above means something', async () => {
  const args = ['--remote-debugging-port=0', fromEnvironment('MATU_APP'), '--home', demoHome()];
  program = startProgram(fromEnvironment('MATU_ELECTRON'), args);
  await program.firstScreen;
  expect(listeningPorts(program.processId)).toHaveLength(1);
});

test(`the packaged program enrols a house without a window, with the machine’s keyring ${NEEDS_KEYRING}`, async () => {
  test.skip(!HAS_KEYRING, NEEDS_KEYRING);
  const place = mkdtempSync(join(folder, 'run-'));
  const keyring = new Keyring(join(place, 'account'));
  const started = { executable: packaged, args: ['--password-store=gnome-libsecret'], env: await keyring.begin() };
  const steps = await enrolsWithoutWindow(started, join(place, 'house'), new Centre(place));
  await keyring.end();
  expect(steps.map(({ code }) => code)).toEqual([2, 0, 0, 0]);
  expect(steps.at(-1)?.json).toMatchObject({ confirmed: true });
  expect(existsSync(join(place, 'house', 'device-secret'))).toBe(false);
});

function demoHome(): string {
  const home = join(mkdtempSync(join(folder, 'run-')), 'home');
  execFileSync(process.execPath, ['--import', 'tsx', 'tools/demo-home.ts', '--home', home], { stdio: 'pipe' });
  return home;
}

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run these tests by npm test`);
  return value;
}
