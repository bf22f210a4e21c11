import { resolve } from 'node:path';
import { parseUrl } from '../../core/basics/parse-url.ts';

/** What stands beside a destination on the command line. */
export interface DestinationWords {
  readonly name: string;
  readonly user: string | undefined;
  readonly hostKey: string | undefined;
}

/** Makes settings of what somebody wrote on the command line. Nothing is checked here; their schema does it. */
export function settingsFrom(to: string, { name, user, hostKey }: DestinationWords): object {
  if (/^https?:\/\//.test(to)) return { kind: 'webdav', name, url: to, user: user ?? null };
  const url = to.startsWith('sftp://') ? parseUrl(to) : null;
  if (url === null) return { kind: 'folder', name, folder: resolve(to) };
  const { hostname: host, port, username, pathname } = url;
  return {
    ...{ kind: 'sftp', name, host, hostKey, user: user ?? decodeURIComponent(username) },
    ...(port === '' ? {} : { port: Number(port) }),
    folder: decodeURIComponent(pathname),
  };
}
