import { expect, test } from 'vitest';
import {
  candidates,
  ensureSystemPackages,
  missingNeeds,
  NEEDS,
  packageNames,
  requireLinkable,
  unresolvedLibraries,
} from '../../tools/set-up/system-packages.mjs';
import { setUpFileSystems, setUpKeyring, setUpServers, setUpVoice } from '../../tools/set-up/set-up.mjs';
import { fakeSystem, type FakeMachine } from './fake-system.ts';

const LIBRARIES = NEEDS.window.map((need) => `\t${need.name} (libc6,x86-64) => /lib/${need.name}`).join('\n');
const PROGRAMS = { '/usr/bin/apt-get': '', '/sbin/ldconfig': '', '/usr/bin/ldd': '' };
const DEBIAN_12 = `xvfb:
  Installed: (none)
  Candidate: 2:21.1.7-3
  Version table:
     2:21.1.7-3 500
libgtk-3-0:
  Installed: (none)
  Candidate: 3.24.38
`;
const UBUNTU_24 = `libasound2:
  Installed: (none)
  Candidate: (none)
libasound2t64:
  Installed: (none)
  Candidate: 1.2.11
`;

/** A Debian whose apt-get puts the programs that it is asked for into /usr/bin. */
function debian(machine: FakeMachine = {}) {
  return fakeSystem({
    files: PROGRAMS,
    onRun: (line, files) => {
      if (line.startsWith('/sbin/ldconfig')) return { stdout: LIBRARIES };
      if (line.startsWith('apt-cache'))
        return {
          stdout:
            'xvfb:\n  Candidate: 1\nage:\n  Candidate: 1\nminisign:\n  Candidate: 1\nespeak-ng:\n  Candidate: 1\nopus-tools:\n  Candidate: 1\n',
        };
      if (line.startsWith('apt-get install')) {
        for (const need of [...NEEDS.display, ...NEEDS.tests, ...NEEDS.voice]) {
          if (line.includes(need.packages[0] ?? '')) files.set(`/usr/bin/${need.name}`, '');
        }
      }
      return undefined;
    },
    ...machine,
  });
}

test('installs nothing when everything is there', () => {
  const system = debian({ files: { ...PROGRAMS, '/usr/bin/Xvfb': '', '/usr/bin/age': '', '/usr/bin/minisign': '' } });
  ensureSystemPackages(system, ['window', 'display', 'tests']);
  expect(system.started).toEqual(['/sbin/ldconfig -p']);
});

test('installs as root exactly what is missing', () => {
  const system = debian({ isRoot: true, files: { ...PROGRAMS, '/usr/bin/age': '' } });
  ensureSystemPackages(system, ['window', 'display', 'tests']);
  const installations = system.started.filter((line) => line.startsWith('apt-get install'));
  expect(installations).toEqual(['apt-get install -y -qq --no-install-recommends xvfb minisign']);
});

test('tells an ordinary user the one command, and installs nothing', () => {
  const system = debian();
  expect(() => {
    ensureSystemPackages(system, ['window', 'display']);
  }).toThrow(
    expect.objectContaining({
      message: expect.stringContaining('Xvfb') as string,
      remedy: expect.stringContaining(
        "sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends xvfb'",
      ) as string,
    }),
  );
  expect(system.started.filter((line) => line.startsWith('apt-get'))).toEqual([]);
});

test('fetches the lists of packages first when apt knows none', () => {
  let isUpdated = false;
  const system = fakeSystem({
    isRoot: true,
    files: PROGRAMS,
    onRun: (line, files) => {
      if (line === 'apt-get update -qq') isUpdated = true;
      if (line.startsWith('apt-cache')) return { stdout: isUpdated ? 'xvfb:\n  Candidate: 1\n' : '' };
      if (line.startsWith('apt-get install')) files.set('/usr/bin/Xvfb', '');
      return undefined;
    },
  });
  ensureSystemPackages(system, ['display']);
  expect(system.started.filter((line) => line.startsWith('apt-get'))).toEqual([
    'apt-get update -qq',
    'apt-get install -y -qq --no-install-recommends xvfb',
  ]);
});

test('stops with a remedy when apt-get says yes and the program is still absent', () => {
  const system = debian({ isRoot: true, onRun: () => ({ ok: true }) });
  expect(() => {
    ensureSystemPackages(system, ['tests']);
  }).toThrow(
    expect.objectContaining({
      message: expect.stringContaining('age, minisign') as string,
      remedy: expect.stringContaining('Check the network') as string,
    }),
  );
});

test.each([
  ['a Linux without apt-get', { files: { '/sbin/ldconfig': '' } }, 'your own package manager'],
  ['macOS', { platform: 'darwin' }, 'brew install age minisign'],
  ['Windows', { platform: 'win32', env: { PATH: 'C:\\bin' } }, 'Install these programs: age minisign'],
])('tells on %s what to install by hand', (_title, machine, remedy) => {
  expect(() => {
    ensureSystemPackages(fakeSystem(machine), ['tests']);
  }).toThrow(expect.objectContaining({ remedy: expect.stringContaining(remedy) as string }));
});

test.each(['darwin', 'win32'])('needs neither libraries nor a display on %s', (platform) => {
  expect(missingNeeds(fakeSystem({ platform }), ['window', 'display'])).toEqual([]);
});

test('tells libnss3.so from a longer name that begins so', () => {
  const list = LIBRARIES.replace('libnss3.so ', 'libnss3.so.1d ');
  const system = fakeSystem({ files: PROGRAMS, onRun: () => ({ stdout: list }) });
  expect(missingNeeds(system, ['window']).map((need) => need.name)).toEqual(['libnss3.so']);
});

test('takes the old package name where the new one does not exist', () => {
  const names = packageNames([...NEEDS.window.slice(0, 1), ...NEEDS.display], candidates(DEBIAN_12));
  expect(names).toEqual(['libgtk-3-0', 'xvfb']);
});

test('takes the new package name where the old one is only a word for several', () => {
  expect(
    packageNames([{ kind: 'library', name: 'x', packages: ['libasound2t64', 'libasound2'] }], candidates(UBUNTU_24)),
  ).toEqual(['libasound2t64']);
});

test('reads from the linker which libraries are not found', () => {
  const text = '\tlibm.so.6 => /lib/libm.so.6 (0x1)\n\tlibcups.so.2 => not found\n\tlibdrm.so.2 => not found\n';
  expect(unresolvedLibraries(text)).toEqual(['libcups.so.2', 'libdrm.so.2']);
});

test('names the libraries without which Electron would not start', () => {
  const system = fakeSystem({ files: PROGRAMS, onRun: () => ({ stdout: '\tlibcups.so.2 => not found\n' }) });
  expect(() => {
    requireLinkable(system, '/e/electron');
  }).toThrow(/libcups\.so\.2/);
});

test('installs the programs that speak where it may', () => {
  const system = debian({ isRoot: true });
  setUpVoice(system);
  expect(system.started).toContain('apt-get install -y -qq --no-install-recommends espeak-ng opus-tools');
  expect(system.said.join()).not.toContain('not be read aloud');
});

test.each([
  ['an ordinary user', {}, 'sudo'],
  ['a network that is gone', { isRoot: true, onRun: () => ({ ok: false }) }, 'Check the network'],
])('says that the build is silent, and stops nothing, for %s', (_, machine, remedy) => {
  const system = debian(machine);
  setUpVoice(system);
  expect(system.said.join()).toContain('will not be read aloud by clips');
  expect(system.said.join()).toContain(remedy);
});

test('asks for nothing where the programs that speak are there', () => {
  const system = debian({ files: { ...PROGRAMS, '/usr/bin/espeak-ng': '', '/usr/bin/opusenc': '' } });
  setUpVoice(system);
  expect([system.started, system.said]).toEqual([[], []]);
});

test('lets an administrator of a Linux make file systems, and stops nobody else', () => {
  const files = { ...PROGRAMS, '/usr/sbin/mkfs.ext4': '' };
  const env = { PATH: '/usr/sbin:/usr/bin' };
  const asked = (system: ReturnType<typeof debian>) => {
    setUpFileSystems(system);
    return system.started.filter((line) => line.startsWith('apt-get install'));
  };
  const install = 'apt-get install -y -qq --no-install-recommends xfsprogs';
  expect(asked(debian({ isRoot: true, files, env }))).toEqual([install]);
  expect(asked(debian({ files, env }))).toEqual([]);
});

test('lets an administrator of a Linux have a keyring for the tests, and stops nobody else', () => {
  const asked = (machine: FakeMachine) => {
    const system = debian({ files: { ...PROGRAMS, '/usr/bin/gnome-keyring-daemon': '' }, ...machine });
    setUpKeyring(system);
    return [system.started.filter((line) => line.startsWith('apt-get install')), system.said.join()];
  };
  const [installed, said] = asked({ isRoot: true });
  expect(installed).toContain('apt-get install -y -qq --no-install-recommends dbus libsecret-1-0');
  expect(said).toContain('No secret will be kept in a keyring.');
  expect([asked({}), asked({ isRoot: true, platform: 'darwin' })]).toEqual([
    [[], ''],
    [[], ''],
  ]);
});

test('installs servers without letting their services start, and leaves no policy behind', () => {
  const policy = '/usr/sbin/policy-rc.d';
  const system = debian({
    isRoot: true,
    onRun: (line, files) => {
      if (line.startsWith('sh -c')) files.set(policy, '');
      if (line.startsWith('rm ')) files.delete(policy);
      if (line.startsWith('apt-cache'))
        return { stdout: NEEDS.servers.map(({ packages }) => `${packages[0] ?? ''}:\n  Candidate: 1\n`).join('') };
      if (line.startsWith('apt-get install')) {
        expect(files.has(policy)).toBe(true);
        for (const { kind, name } of NEEDS.servers) files.set(kind === 'file' ? name : `/usr/bin/${name}`, '');
      }
      return undefined;
    },
  });
  setUpServers(system);
  expect(system.started.filter((line) => line.startsWith('apt-get'))).toHaveLength(1);
  expect(system.files.has(policy)).toBe(false);
  expect(system.said.join(' ')).not.toContain('will not be tested');
});

test('leaves a policy about services alone that the machine has', () => {
  const policy = '/usr/sbin/policy-rc.d';
  const system = debian({ isRoot: true, files: { ...PROGRAMS, [policy]: 'its own' } });
  setUpServers(system);
  expect(system.files.get(policy)).toBe('its own');
});

test('says which servers it could not install, and goes on', () => {
  const system = debian({ isRoot: true });
  setUpServers(system);
  expect(system.said.join(' ')).toContain('Delivery to some real servers will not be tested');
});

test('installs no servers for whoever may not', () => {
  const system = debian();
  setUpServers(system);
  expect(system.started).toEqual([]);
});
