import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { folderDestination } from '../../../electron/outbox/folder-destination.ts';
import { promisedFileSystem } from '../../../node/async-file-system.ts';
import type { FileSystem } from '../../../node/file-system.ts';
import type { Dice } from '../../../tools/simulate/dice.ts';
import { oneOf, type Route } from './route.ts';

/** What a drive does from some write on. `forgets`: the system's memory has the file, and the medium has not. */
type Trouble = 'none' | 'full' | 'broken' | 'pulled' | 'keepsHalf' | 'keepsOther' | 'forgets';
const TROUBLES = ['none', 'full', 'broken', 'pulled', 'keepsHalf', 'keepsOther', 'forgets'] as const;

/** A folder on this machine, and what somebody on the way does to it. */
export function folderOnTheWay(
  folder: string,
): Pick<Route, 'names' | 'look' | 'plant' | 'takeAway' | 'collect' | 'giveBack'> {
  return {
    names: () => readdirSync(folder),
    look: (fileName) => (existsSync(join(folder, fileName)) ? readFileSync(join(folder, fileName)) : null),
    plant: (fileName, bytes) => writeFileSync(join(folder, fileName), bytes),
    takeAway: (fileName) => rmSync(join(folder, fileName), { force: true }),
    collect: () => folder,
    giveBack: () => undefined,
  };
}

/** A drive that somebody carries. */
export function driveRoute(folder: string, files: number): Route {
  mkdirSync(folder);
  const pulled = `${folder}-pulled`;
  const pull = (): void => renameSync(folder, pulled);
  const putIn = (): void => {
    if (existsSync(pulled)) renameSync(pulled, folder);
  };
  const { look, ...onTheWay } = folderOnTheWay(folder);
  return {
    name: 'drive',
    ...onTheWay,
    // What lies on it lies there, whether or not it is in the machine.
    look: (fileName) => {
      putIn();
      return look(fileName);
    },
    reach: (fs, weather) => {
      putIn();
      const trouble = weather === null ? 'none' : oneOf(weather, TROUBLES);
      // Some file systems are read past memory, and others cannot be.
      const readsMedium = trouble === 'forgets' || weather?.onceIn(2) === true;
      const medium = (path: string): Uint8Array =>
        trouble === 'forgets' ? new Uint8Array(readFileSync(path).length) : readFileSync(path);
      return folderDestination({
        folder,
        fs: promisedFileSystem(troubled(fs, trouble, { weather, files, pull })),
        readPastMemory: (path) => Promise.resolve(readsMedium ? medium(path) : null),
      });
    },
  };
}

function troubled(
  fs: FileSystem,
  trouble: Trouble,
  { weather, files, pull }: { readonly weather: Dice | null; readonly files: number; readonly pull: () => void },
): FileSystem {
  let left = weather?.below(files) ?? Infinity;
  return {
    ...fs,
    write: (descriptor, bytes) => {
      left -= 1;
      if (left >= 0) return fs.write(descriptor, bytes);
      if (trouble === 'pulled' && left === -1) pull();
      if (trouble === 'full') throw systemError('write', 'ENOSPC');
      if (trouble === 'broken') throw systemError('write', 'EIO');
      if (trouble === 'keepsHalf') fs.write(descriptor, bytes.subarray(0, bytes.length / 2));
      else if (trouble === 'keepsOther') fs.write(descriptor, new Uint8Array(bytes.length));
      else return fs.write(descriptor, bytes);
      return bytes.length;
    },
  };
}

function systemError(syscall: string, code: string): Error {
  return Object.assign(new Error(code), { syscall, code });
}
