import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Destination } from '../../../electron/outbox/destination.ts';
import { sftpDestination } from '../../../electron/outbox/sftp-destination.ts';
import { withTimeLimits } from '../../../electron/outbox/time-limits.ts';
import { webDavDestination } from '../../../electron/outbox/webdav-destination.ts';
import type { Dice } from '../../../tools/simulate/dice.ts';
import { FalseServer } from '../../servers/false-server.ts';
import { CAPTIVE_PAGE, FaultProxy, type Fault } from '../../servers/fault-proxy.ts';
import type { OpenSsh } from '../../servers/openssh.ts';
import { folderIn } from '../../servers/ground-of.ts';
import { folderOnTheWay } from './drive-route.ts';
import { oneOf, type Route } from './route.ts';

const FALSEHOODS = ['keepsNothing', 'keepsHalf', 'keepsOther', 'showsOlder', 'showsAPage', 'isFull'] as const;
/** Only where nobody ever answers: a machine that does much else is slow as well. */
const SHORT = { toOpenMs: 300, perStepMs: 300 };
const BUNDLE_BYTES = 33_000;

/** A server, and a network in between. */
interface Served {
  readonly route: Route;
  readonly stop: () => Promise<void>;
}

/** A WebDAV server that lies, at the place that the centre fetches from. */
export async function webDavRoute(folder: string, files: number): Promise<Served> {
  const server = new FalseServer();
  const url = new URL(await server.start());
  const proxy = new FaultProxy(Number(url.port));
  url.port = String(await proxy.start());
  const destination = webDavDestination({ url: url.href, user: null, password: null });
  const stop = async (): Promise<void> => {
    await proxy.stop();
    await server.stop();
  };
  const { collect, giveBack } = fetchedInto(folder, server.files);
  const route: Route = {
    name: 'WebDAV',
    reach: (_fs, weather) => {
      const lies = weather?.onceIn(2) === true;
      server.falsehood = weather !== null && lies ? oneOf(weather, FALSEHOODS) : 'honest';
      return behind(proxy, destination, { weather: lies ? null : weather, files });
    },
    names: () => [...server.files.keys()],
    look: (fileName) => server.files.get(fileName) ?? null,
    plant: (fileName, bytes) => void server.files.set(fileName, Buffer.from(bytes)),
    takeAway: (fileName) => void server.files.delete(fileName),
    collect,
    giveBack,
  };
  return { route, stop };
}

/** What a server has, fetched into a folder, and receipts brought back from there. */
function fetchedInto(folder: string, files: Map<string, Buffer>): Pick<Route, 'collect' | 'giveBack'> {
  return {
    collect: () => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
      return folder;
    },
    giveBack: () => {
      const receipts = readdirSync(folder).filter((name) => name.startsWith('receipt-'));
      for (const name of receipts) files.set(name, readFileSync(join(folder, name)));
    },
  };
}

/** A folder on Debian's own SFTP server. */
export async function sftpRoute(server: OpenSsh, files: number): Promise<Served> {
  const proxy = new FaultProxy(server.port);
  const { path } = folderIn(server.files);
  const destination = sftpDestination({ ...server.place, port: await proxy.start(), folder: path });
  const stop = async (): Promise<void> => {
    await proxy.stop();
    rmSync(path, { recursive: true, force: true });
  };
  const reach: Route['reach'] = (_fs, weather) => behind(proxy, destination, { weather, files });
  return { route: { name: 'SFTP', ...folderOnTheWay(path), reach }, stop };
}

function behind(
  proxy: FaultProxy,
  destination: Destination,
  { weather, files }: { readonly weather: Dice | null; readonly files: number },
): Destination {
  proxy.fault = weather === null ? { kind: 'none' } : faultOf(weather, files);
  return proxy.fault.kind === 'silent' ? withTimeLimits(destination, SHORT) : destination;
}

function faultOf(dice: Dice, files: number): Fault {
  const bytes = dice.below(files * BUNDLE_BYTES);
  return oneOf<Fault>(dice, [
    { kind: 'none' },
    { kind: 'silent' },
    { kind: 'dropAfter', bytes },
    { kind: 'truncateAfter', bytes },
    { kind: 'answer', words: CAPTIVE_PAGE },
  ]);
}
