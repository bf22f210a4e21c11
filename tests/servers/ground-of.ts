import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ground } from '../electron/outbox/destination-suite.ts';

/** A folder as the ground of the suite: what stands there, and what somebody else does to it. */
export function folderGround(folder: string): Pick<Ground, 'look' | 'names' | 'plant' | 'takeAway'> {
  const path = (fileName: string): string => join(folder, fileName);
  return {
    look: (fileName) => (existsSync(path(fileName)) ? readFileSync(path(fileName)) : null),
    names: () => readdirSync(folder).filter((name) => !name.startsWith('.')),
    plant: (fileName, bytes) => {
      writeFileSync(path(fileName), bytes);
      // The server may run under another account.
      chmodSync(path(fileName), 0o666);
    },
    takeAway: () => rmSync(folder, { recursive: true }),
  };
}

let count = 0;

/** A new folder within another, where a server may write. */
export function folderIn(folder: string): { readonly name: string; readonly path: string } {
  count += 1;
  const name = `place-${count}`;
  const path = join(folder, name);
  mkdirSync(path);
  chmodSync(path, 0o777);
  return { name, path };
}
