import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findMarkers } from './find-markers.ts';

/** Every name below a folder that is not a folder itself, relative to it. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
}

/** Looks for marker words in everything below a folder, the names and the targets of links too. One line for each find. */
export function scanFolder(folder: string, markers: readonly string[]): readonly string[] {
  const names = readdirSync(folder, { recursive: true }).map(String);
  const inNames = findMarkers(Buffer.from(names.join('\n')), markers).map(
    ({ marker, how }) => `a name: ${marker}, ${how}`,
  );
  const inFiles = filesBelow(folder).flatMap((name) =>
    findMarkers(contentOf(join(folder, name)), markers).map(({ marker, how }) => `${name}: ${marker}, ${how}`),
  );
  return [...inNames, ...inFiles];
}

/** What a running program removes meanwhile is not there to be found; a socket holds nothing. */
function contentOf(path: string): Buffer {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return Buffer.alloc(0);
  if (stats.isSymbolicLink()) return Buffer.from(readlinkSync(path));
  return stats.isFile() ? readFileSync(path) : Buffer.alloc(0);
}
