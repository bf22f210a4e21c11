import { resolve } from 'node:path';

/** What stands beside a destination on the command line. */
export interface DestinationWords {
  readonly name: string;
  readonly user: string | undefined;
  readonly hostKey: string | undefined;
}

/** Makes settings of what somebody wrote on the command line. Nothing is checked here; their schema does it. */
export function settingsFrom(to: string, { name, user, hostKey }: DestinationWords): object {
  if (/^https?:\/\//.test(to)) return { kind: 'webdav', name, url: to, user: user ?? null };
  if (!to.startsWith('sftp://') || !URL.canParse(to)) return { kind: 'folder', name, folder: resolve(to) };
  const { hostname: host, port, username, pathname } = new URL(to);
  return {
    ...{ kind: 'sftp', name, host, hostKey, user: user ?? decodeURIComponent(username) },
    ...(port === '' ? {} : { port: Number(port) }),
    folder: decodeURIComponent(pathname),
  };
}
