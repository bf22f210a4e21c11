import type { Dice } from '../../tools/simulate/dice.ts';
import type { Before, Step } from './recording-file-system.ts';

type Change = Extract<Step, { kind: 'write' | 'truncate' }>;
type Names = Extract<Step, { kind: 'names' }>['changes'];

/** How much of what was not synced is there after a power cut. */
type Luck = 'none' | 'all' | 'by chance';

const SECTOR_BYTES = 512;
const NO_BYTES = new Uint8Array();

/** What a disk holds for good, and what it may or may not hold, after the steps so far. */
export class CrashedDisk {
  readonly #files: Uint8Array[];
  readonly #changes = new Map<number, Change[]>();
  readonly #folders: Map<string, Map<string, number>>;
  readonly #renames = new Map<string, Names[]>();

  constructor({ files, folders }: Before) {
    this.#files = [...files];
    this.#folders = new Map([...folders].map(([folder, names]) => [folder, new Map(names)]));
  }

  apply(step: Step): void {
    switch (step.kind) {
      case 'write':
      case 'truncate':
        this.#changes.set(step.file, [...(this.#changes.get(step.file) ?? []), step]);
        return;
      case 'names':
        this.#renames.set(step.folder, [...(this.#renames.get(step.folder) ?? []), step.changes]);
        return;
      case 'syncFile':
        this.#files[step.file] = this.#changed(step.file, this.#changes.get(step.file) ?? []);
        this.#changes.delete(step.file);
        return;
      case 'syncFolder':
        this.#folders.set(step.folder, this.#renamed(step.folder, this.#renames.get(step.folder) ?? []));
        this.#renames.delete(step.folder);
        return;
      case 'fact':
        return;
    }
  }

  /** One of the things that may stand on the disk after a power cut now: contents by path. */
  stateOf(luck: Luck, dice: Dice): ReadonlyMap<string, Uint8Array> {
    const state = new Map<string, Uint8Array>();
    for (const folder of this.#folders.keys()) {
      const renames = this.#renames.get(folder) ?? [];
      const names = this.#renamed(folder, keptRenames(renames, luck, dice));
      for (const [name, file] of names) state.set(`${folder}/${name}`, this.#contentOf(file, luck, dice));
    }
    return state;
  }

  /** Nothing is left to chance. */
  get isSynced(): boolean {
    return this.#changes.size + this.#renames.size === 0;
  }

  get folders(): Iterable<string> {
    return this.#folders.keys();
  }

  #contentOf(file: number, luck: Luck, dice: Dice): Uint8Array {
    const changes = this.#changes.get(file) ?? [];
    if (luck === 'all') return this.#changed(file, changes);
    if (luck === 'none' || changes.length === 0) return this.#changed(file, []);
    const kept = changes.slice(0, dice.below(changes.length + 1));
    const last = kept.at(-1);
    if (last?.kind !== 'write') return this.#changed(file, kept);
    return this.#changed(file, [...kept.slice(0, -1), damaged(last, dice)]);
  }

  #changed(file: number, changes: readonly Change[]): Uint8Array {
    let content = this.#files[file] ?? NO_BYTES;
    for (const change of changes) {
      const isWrite = change.kind === 'write';
      const length = isWrite ? Math.max(content.length, change.at + change.bytes.length) : change.length;
      const changed = new Uint8Array(length);
      changed.set(content.subarray(0, length));
      if (isWrite) changed.set(change.bytes, change.at);
      content = changed;
    }
    return content;
  }

  #renamed(folder: string, renames: readonly Names[]): Map<string, number> {
    const names = new Map(this.#folders.get(folder));
    for (const [name, file] of renames.flat()) {
      if (file === null) names.delete(name);
      else names.set(name, file);
    }
    return names;
  }
}

/** Names are written in order by file systems with a journal, and in any order by others. */
function keptRenames(renames: readonly Names[], luck: Luck, dice: Dice): readonly Names[] {
  if (luck === 'none') return [];
  if (luck === 'all') return renames;
  if (dice.onceIn(2)) return renames.slice(0, dice.below(renames.length + 1));
  return renames.filter(() => dice.onceIn(2));
}

/** The last write that reached the disk: whole, cut, all zeros, or with sectors that are still zeros. */
function damaged(write: Extract<Change, { kind: 'write' }>, dice: Dice): Change {
  const { bytes, at } = write;
  switch (dice.below(4)) {
    case 0:
      return write;
    case 1:
      return { ...write, bytes: bytes.subarray(0, dice.below(bytes.length + 1)) };
    case 2:
      return { ...write, bytes: new Uint8Array(bytes.length) };
    default: {
      const holed = Uint8Array.from(bytes);
      const first = Math.floor(at / SECTOR_BYTES);
      for (let sector = first; sector * SECTOR_BYTES < at + bytes.length; sector += 1) {
        if (dice.onceIn(2)) holed.fill(0, Math.max(0, sector * SECTOR_BYTES - at), (sector + 1) * SECTOR_BYTES - at);
      }
      return { ...write, bytes: holed };
    }
  }
}
