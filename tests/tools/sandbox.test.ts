import { expect, test } from 'vitest';
import { blockingSetting, requireSandbox } from '../../tools/set-up/sandbox.mjs';
import { fakeSystem } from './fake-system.ts';

const RESTRICTED = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';
const ubuntu = { [RESTRICTED]: '1\n' };
const start = { folder: '/e', isPackagedToo: false };

test.each([
  ['nothing on a Debian', { [RESTRICTED]: '0\n', '/proc/sys/user/max_user_namespaces': '62000\n' }, null],
  ['an Ubuntu’s restriction', ubuntu, RESTRICTED],
  [
    'a machine without user namespaces',
    { '/proc/sys/user/max_user_namespaces': '0\n' },
    '/proc/sys/user/max_user_namespaces',
  ],
])('finds %s', (_title, files, setting) => {
  expect(blockingSetting(fakeSystem({ files }))).toBe(setting);
});

test.each([
  ['nothing blocks it', {}],
  ['we are root, who has no sandbox', { isRoot: true, files: ubuntu }],
  ['the runtime’s helper belongs to root', { files: { ...ubuntu, '/e/chrome-sandbox': 'setuid root' } }],
  ['this is not Linux', { platform: 'darwin', files: ubuntu }],
])('goes on when %s', (_title, machine) => {
  expect(() => {
    requireSandbox(fakeSystem(machine), start);
  }).not.toThrow();
});

test('tells the one command that lets the window start, and never to switch the sandbox off', () => {
  const remedy = remedyOf({ folder: '/e', isPackagedToo: false });
  expect(remedy).toContain(`sudo sh -c 'chown root:root "/e/chrome-sandbox" && chmod 4755 "/e/chrome-sandbox"'`);
  expect(remedy).not.toContain('no-sandbox');
});

test('tells the kernel’s setting for the tests, which start a new package every time', () => {
  expect(remedyOf({ folder: '/e', isPackagedToo: true })).toContain(
    'sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0',
  );
});

function remedyOf(wanted: typeof start): unknown {
  try {
    requireSandbox(fakeSystem({ files: ubuntu }), wanted);
    return 'no problem';
  } catch (error) {
    return (error as { remedy?: unknown }).remedy;
  }
}
