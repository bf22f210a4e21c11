import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { SftpPlace } from '../../electron/outbox/sftp-destination.ts';
import { freePort, programPath, runServer, serverFolder, type RunningServer } from './server-process.ts';

/** Debian's OpenSSH as an SFTP server for the account that runs the tests. */
export interface OpenSsh extends RunningServer {
  readonly folder: string;
  readonly files: string;
  readonly place: Omit<SftpPlace, 'folder'>;
}

export const hasOpenSsh = programPath('sshd') !== null && programPath('ssh-keygen') !== null;

/** @param more lines of configuration, for a server that offers less */
export async function startOpenSsh(sftpArguments = ''): Promise<OpenSsh> {
  const { folder, remove } = serverFolder();
  const port = await freePort();
  for (const name of ['host', 'user', 'stranger']) makeKey(join(folder, name));
  writeFileSync(join(folder, 'authorized'), readFileSync(join(folder, 'user.pub')), { mode: 0o600 });
  // The server wants it, and no package makes it before its service starts.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  const config = [
    `ListenAddress 127.0.0.1:${port}`,
    `HostKey ${join(folder, 'host')}`,
    `AuthorizedKeysFile ${join(folder, 'authorized')}`,
    `PidFile ${join(folder, 'pid')}`,
    ...['PermitRootLogin yes', 'PasswordAuthentication no', 'KbdInteractiveAuthentication no', 'UsePAM no'],
    ...['StrictModes no', 'UseDNS no', 'MaxStartups 100', `Subsystem sftp internal-sftp ${sftpArguments}`],
  ];
  writeFileSync(join(folder, 'config'), `${config.join('\n')}\n`);
  const program = programPath('sshd') ?? 'sshd';
  const server = await runServer(program, ['-D', '-e', '-f', join(folder, 'config')], port);
  const stop = async (): Promise<void> => {
    await server.stop();
    remove();
  };
  const privateKey = readFileSync(join(folder, 'user'), 'utf8');
  const login = { user: userInfo().username, password: null, privateKey };
  const place = { host: '127.0.0.1', port, hostKey: fingerprint(join(folder, 'host.pub')), ...login };
  return { port, stop, folder, files: join(folder, 'files'), place };
}

function makeKey(path: string): void {
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', path]);
}

function fingerprint(path: string): string {
  return execFileSync('ssh-keygen', ['-lf', path], { encoding: 'utf8' }).split(' ')[1] ?? '';
}
