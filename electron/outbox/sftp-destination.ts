import { createHash } from 'node:crypto';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import type { Destination, DestinationError } from './destination.ts';
import { networkErrorOf } from './network-errors.ts';
import { OpenSftp } from './open-sftp.ts';

/** A little less than the time limit, so that the library itself says what took so long. */
const READY_WITHIN_MS = 15_000;

/** A folder on an SFTP server. */
export interface SftpPlace {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly folder: string;
  /** `SHA256:` and 43 characters, as `ssh-keygen -lf` writes it. */
  readonly hostKey: string;
  /** Of the user, or of the private key where there is one. */
  readonly password: string | null;
  readonly privateKey: string | null;
}

/** A folder on an SFTP server, which is known by its host key and by nothing else. */
export function sftpDestination(place: SftpPlace): Destination {
  return {
    open: async () => {
      // Loaded when it is needed: every start would wait for it.
      const { default: SftpClient } = await import('ssh2-sftp-client');
      const quiet = (): void => undefined;
      const client = new SftpClient('matu', { error: quiet, end: quiet, close: quiet });
      const closing = new Promise<never>((_, reject) => {
        client.on('close', () => reject(new Error('The connection was closed')));
      });
      // Each connection is closed in the end.
      closing.catch(quiet);
      const answering = { isOther: false };
      const hostVerifier = (key: Buffer): boolean => {
        answering.isOther = fingerprintOf(key) !== place.hostKey;
        return !answering.isOther;
      };
      const end = async (): Promise<void> => {
        await client.end().catch(quiet);
      };
      try {
        const { host, port, user: username } = place;
        const connecting = client.connect({
          ...{ host, port, username, hostVerifier, readyTimeout: READY_WITHIN_MS },
          ...credentialsOf(place),
        });
        // The library waits on where a connection ends before it stood.
        const sftp = await Promise.race([connecting, closing]);
        const opened = new OpenSftp({ sftp, folder: place.folder, closing, end });
        const found = await opened.find();
        if (found.ok) return ok(opened);
        await end();
        return found;
      } catch (thrown) {
        void end();
        return answering.isOther ? fail({ kind: 'wrongHostKey' }) : refusalOf(thrown);
      }
    },
  };
}

function credentialsOf({ password, privateKey }: SftpPlace) {
  if (privateKey === null) return { password: password ?? '' };
  return password === null ? { privateKey } : { privateKey, passphrase: password };
}

/** Writes a host key as `ssh-keygen -lf` does. */
function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

function refusalOf(thrown: unknown): Result<never, DestinationError> {
  const words = thrown instanceof Error ? thrown.message : '';
  if (/authentication methods failed|privateKey|passphrase/i.test(words)) return fail({ kind: 'wrongCredentials' });
  if (/timed out/i.test(words)) return fail({ kind: 'tooSlow' });
  const error = networkErrorOf(thrown);
  // The library's own codes say nothing more: the connection broke, or nobody spoke SSH there.
  return fail(error === null || error.kind === 'io' ? { kind: 'dropped' } : error);
}
