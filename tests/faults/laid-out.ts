import { mkdirSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A folder that holds one tree of files after the other. */
export class LaidOut {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * Makes the folder hold these and nothing else. Folders that stay are not made anew, which takes most of the time.
   *
   * @param folders by their paths in this folder, parents first
   * @param files by their paths in this folder
   */
  layOut(folders: readonly string[], files: ReadonlyMap<string, Uint8Array>): void {
    const wanted = new Set(['', ...folders]);
    mkdirSync(this.folder, { recursive: true });
    const found = new Set(this.#empty('', wanted));
    for (const folder of wanted) if (!found.has(folder)) mkdirSync(join(this.folder, folder));
    for (const [path, bytes] of files) writeFileSync(join(this.folder, path), bytes);
  }

  /** Removes everything but the folders that are wanted; @returns those that were found */
  #empty(folder: string, wanted: ReadonlySet<string>): readonly string[] {
    const inside = readdirSync(join(this.folder, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && wanted.has(path)) return this.#empty(path, wanted);
      if (entry.isDirectory()) rmSync(join(this.folder, path), { recursive: true });
      else unlinkSync(join(this.folder, path));
      return [];
    });
    return [folder, ...inside];
  }
}
