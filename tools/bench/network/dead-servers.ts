import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { DestinationSettings } from '../../../electron/store/destination-settings.ts';

/** Servers on loopback of whom a kiosk gets nothing. */
export interface DeadServers {
  /** They hold a connection open and never say a word, or take none. */
  readonly destinations: readonly DestinationSettings[];
  /** How often a kiosk has come to one that is silent. */
  readonly tries: () => number;
  /** Breaks every connection that is held. */
  readonly hangUp: () => void;
  readonly close: () => Promise<void>;
}

/** Of no server: none of them comes so far as to show one. */
const HOST_KEY = `SHA256:${'A'.repeat(43)}`;

/** Starts a silent server, and finds a port at which there is none. */
export async function startDeadServers(): Promise<DeadServers> {
  const held = new Set<Socket>();
  let tries = 0;
  const silent = createServer((socket) => {
    tries += 1;
    held.add(socket.on('error', () => undefined).on('close', () => held.delete(socket)));
  });
  const port = await listening(silent);
  const gone = createServer();
  const noPort = await listening(gone);
  await closed(gone);
  const hangUp = (): void => {
    for (const socket of held) socket.destroy();
  };
  const webDav = (name: string, at: number) =>
    ({ kind: 'webdav', name, url: `http://127.0.0.1:${at}/house/`, user: null }) as const;
  const sftp = { kind: 'sftp', host: '127.0.0.1', port, user: 'house', folder: 'house', hostKey: HOST_KEY } as const;
  return {
    destinations: [
      webDav('silent-share', port),
      webDav('gone-share', noPort),
      { ...sftp, name: 'silent-server' },
      webDav('silent-share-2', port),
      { ...sftp, name: 'silent-server-2' },
    ],
    tries: () => tries,
    hangUp,
    close: async () => {
      hangUp();
      await closed(silent);
    },
  };
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      // Of a server that listens on TCP it is an address, never a path.
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
