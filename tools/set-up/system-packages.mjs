import { SetUpProblem } from './problem.mjs';

/** @typedef {import('./system.mjs').System} System */

/**
 * Something of the operating system that the tools need.
 *
 * @typedef {object} Need
 * @property {'library' | 'program' | 'file'} kind
 * @property {string} name file name of the library, the program's name, or the file's path
 * @property {readonly string[]} packages of Debian and Ubuntu, newest name first
 */

/** @typedef {'window' | 'display' | 'tests' | 'measuring' | 'voice' | 'fileSystems' | 'keyring' | 'servers'} Purpose */

/**
 * What each purpose needs on Linux. Newer Ubuntus renamed some libraries with the suffix t64, when time became 64 bits
 * wide; there the old name stands for several packages and cannot be installed.
 *
 * @type {Readonly<Record<Purpose, readonly Need[]>>}
 */
export const NEEDS = {
  window: [
    { kind: 'library', name: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
    { kind: 'library', name: 'libnss3.so', packages: ['libnss3'] },
    { kind: 'library', name: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
    { kind: 'library', name: 'libgbm.so.1', packages: ['libgbm1'] },
  ],
  display: [{ kind: 'program', name: 'Xvfb', packages: ['xvfb'] }],
  tests: [
    { kind: 'program', name: 'age', packages: ['age'] },
    { kind: 'program', name: 'minisign', packages: ['minisign'] },
  ],
  // Tells the largest amount of memory that a program held.
  measuring: [{ kind: 'file', name: '/usr/bin/time', packages: ['time'] }],
  voice: [
    { kind: 'program', name: 'espeak-ng', packages: ['espeak-ng'] },
    { kind: 'program', name: 'opusenc', packages: ['opus-tools'] },
  ],
  fileSystems: [
    { kind: 'program', name: 'mkfs.ext4', packages: ['e2fsprogs'] },
    { kind: 'program', name: 'mkfs.xfs', packages: ['xfsprogs'] },
  ],
  keyring: [
    { kind: 'program', name: 'gnome-keyring-daemon', packages: ['gnome-keyring'] },
    // Older Debians have it in the package of the bus itself.
    { kind: 'program', name: 'dbus-run-session', packages: ['dbus-daemon', 'dbus'] },
    // How Chromium speaks to it.
    { kind: 'library', name: 'libsecret-1.so.0', packages: ['libsecret-1-0'] },
  ],
  servers: [
    { kind: 'program', name: 'sshd', packages: ['openssh-server'] },
    // Without the service that the package apache2 adds.
    { kind: 'program', name: 'apache2', packages: ['apache2-bin'] },
    { kind: 'program', name: 'nginx', packages: ['nginx'] },
    {
      kind: 'file',
      name: '/usr/lib/nginx/modules/ngx_http_dav_ext_module.so',
      packages: ['libnginx-mod-http-dav-ext'],
    },
    // A drive as people carry them, also where the kernel knows no exFAT.
    { kind: 'program', name: 'mkfs.exfat', packages: ['exfatprogs'] },
    { kind: 'program', name: 'mount.exfat-fuse', packages: ['exfat-fuse'] },
  ],
};

/**
 * Tells whether this machine can speak texts into clips.
 *
 * @param {System} system
 * @returns {boolean}
 */
export function hasVoice(system) {
  return NEEDS.voice.every((need) => hasProgram(system, need.name));
}

/**
 * Installs what is missing when we are root on a Debian or Ubuntu; otherwise says the one command that does.
 *
 * @param {System} system
 * @param {readonly Purpose[]} purposes
 * @throws {SetUpProblem}
 */
export function ensureSystemPackages(system, purposes) {
  const missing = missingNeeds(system, purposes);
  if (missing.length === 0) return;
  if (system.platform !== 'linux') throw otherPlatformProblem(system, missing);
  if (!hasProgram(system, 'apt-get')) throw otherLinuxProblem(missing);
  if (!system.isRoot) throw sudoProblem(missing, packageNames(missing, availablePackages(system, missing)));
  install(system, missing);
  const left = missingNeeds(system, purposes);
  if (left.length > 0) throw installProblem(left);
}

/**
 * @param {System} system
 * @param {readonly Purpose[]} purposes
 * @returns {readonly Need[]} what is really absent, whatever a package manager's records say
 */
export function missingNeeds(system, purposes) {
  const needs = purposes.flatMap((purpose) => (appliesHere(system, purpose) ? NEEDS[purpose] : []));
  const libraries = needs.some((need) => need.kind === 'library') ? libraryList(system) : '';
  return needs.filter((need) => !isThere(system, need, libraries));
}

/**
 * @param {System} system
 * @param {Need} need
 * @param {string} libraries the dynamic linker's list
 * @returns {boolean}
 */
function isThere(system, need, libraries) {
  if (need.kind === 'library') return libraries.includes(`${need.name} `);
  return need.kind === 'file' ? system.exists(need.name) : hasProgram(system, need.name);
}

/**
 * @param {System} system
 * @param {Purpose} purpose
 * @returns {boolean} windows and displays come with macOS and Windows
 */
function appliesHere(system, purpose) {
  return system.platform === 'linux' || purpose === 'tests' || purpose === 'voice';
}

/**
 * @param {System} system
 * @returns {string} the dynamic linker's list of libraries
 */
function libraryList(system) {
  // An ordinary user's path often lacks the folder of ldconfig.
  const program = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((path) => system.exists(path)) ?? 'ldconfig';
  return system.run(program, ['-p']).stdout;
}

/**
 * @param {System} system
 * @param {string} name
 * @returns {boolean}
 */
export function hasProgram(system, name) {
  const isWindows = system.platform === 'win32';
  const folders = (system.env['PATH'] ?? system.env['Path'] ?? '').split(isWindows ? ';' : ':');
  return folders.some((folder) => folder !== '' && system.exists(`${folder}/${name}${isWindows ? '.exe' : ''}`));
}

/**
 * @param {System} system
 * @param {readonly Need[]} missing
 */
function install(system, missing) {
  const apt = /** @type {const} */ ({ shown: true, env: { DEBIAN_FRONTEND: 'noninteractive' } });
  let available = availablePackages(system, missing);
  if (missing.some((need) => !need.packages.some((name) => available.has(name)))) {
    system.run('apt-get', ['update', '-qq'], apt);
    available = availablePackages(system, missing);
  }
  const names = packageNames(missing, available);
  system.say(`Installing ${names.join(' ')} …`);
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...names];
  if (system.run('apt-get', args, apt).ok) return;
  // The lists may name a version that the mirror has already replaced.
  system.run('apt-get', ['update', '-qq'], apt);
  system.run('apt-get', args, apt);
}

/**
 * @param {System} system
 * @param {readonly Need[]} needs
 * @returns {ReadonlySet<string>} those of their packages that apt can install
 */
function availablePackages(system, needs) {
  return candidates(system.run('apt-cache', ['policy', ...needs.flatMap((need) => need.packages)]).stdout);
}

/**
 * @param {string} policy what `apt-cache policy NAME…` prints
 * @returns {ReadonlySet<string>} the packages that have a candidate; virtual and unknown ones have none
 */
export function candidates(policy) {
  const sections = policy.split(/^(?=\S)/m);
  const installable = sections.filter((section) => /^ +Candidate: (?!\(none\))\S/m.test(section));
  return new Set(installable.map((section) => section.slice(0, section.indexOf(':'))));
}

/**
 * @param {readonly Need[]} needs
 * @param {ReadonlySet<string>} available
 * @returns {readonly string[]} one package for each need; the oldest name when apt knows none
 */
export function packageNames(needs, available) {
  return needs.map((need) => need.packages.find((name) => available.has(name)) ?? need.packages.at(-1) ?? need.name);
}

/**
 * @param {readonly Need[]} needs
 * @returns {string}
 */
function nameList(needs) {
  return needs.map((need) => need.name).join(', ');
}

/**
 * @param {readonly Need[]} missing
 * @param {readonly string[]} names
 * @returns {SetUpProblem}
 */
function sudoProblem(missing, names) {
  return new SetUpProblem(
    `This machine lacks ${nameList(missing)}, and only an administrator may install it.`,
    `Run this one command, then the same command again:\n\n  ${sudoCommand(names)}`,
  );
}

/**
 * @param {readonly string[]} names
 * @returns {string}
 */
export function sudoCommand(names) {
  return `sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends ${names.join(' ')}'`;
}

/**
 * @param {readonly Need[]} left
 * @returns {SetUpProblem}
 */
function installProblem(left) {
  return new SetUpProblem(
    `apt-get could not install what is missing: ${nameList(left)}. Its own message stands above.`,
    'Check the network and the free disk space, and that no other installation is running; then run the same command again.',
  );
}

/**
 * @param {readonly Need[]} missing
 * @returns {SetUpProblem}
 */
function otherLinuxProblem(missing) {
  return new SetUpProblem(
    `This machine lacks ${nameList(missing)}, and it has no apt-get for set-up to use.`,
    'Install them with your own package manager (Debian calls the packages: ' +
      `${missing.map((need) => need.packages.at(-1)).join(' ')}), then run the same command again.`,
  );
}

/**
 * @param {System} system
 * @param {readonly Need[]} missing
 * @returns {SetUpProblem}
 */
function otherPlatformProblem(system, missing) {
  const names = missing.map((need) => need.name).join(' ');
  const remedy = system.platform === 'darwin' ? `Run: brew install ${names}` : `Install these programs: ${names}`;
  return new SetUpProblem(`The tests need ${nameList(missing)}.`, `${remedy}, then run the same command again.`);
}

/**
 * The last word on the runtime: asks the dynamic linker whether the program would start.
 *
 * @param {System} system
 * @param {string} executable
 * @throws {SetUpProblem}
 */
export function requireLinkable(system, executable) {
  if (system.platform !== 'linux' || !hasProgram(system, 'ldd')) return;
  const missing = unresolvedLibraries(system.run('ldd', [executable]).stdout);
  if (missing.length === 0) return;
  throw new SetUpProblem(
    `Electron cannot start: this machine lacks ${missing.join(', ')}.`,
    'Install the packages that hold these files (on Debian and Ubuntu "apt-file search NAME" tells which), then run the same command again.',
  );
}

/**
 * @param {string} linker what `ldd PROGRAM` prints
 * @returns {readonly string[]}
 */
export function unresolvedLibraries(linker) {
  return [...linker.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '');
}
