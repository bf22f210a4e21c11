import { constants, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { nodeFileSystem, type FileSystem } from '../../node/file-system.ts';
import type { Fact } from './visits.ts';

/** A step that changes what a disk may hold after a power cut. Files are numbered, because their names change. */
export type Step =
  | { readonly kind: 'write'; readonly file: number; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'truncate'; readonly file: number; readonly length: number }
  | { readonly kind: 'syncFile'; readonly file: number }
  /** Names that change together; null removes one. */
  | { readonly kind: 'names'; readonly folder: string; readonly changes: readonly (readonly [string, number | null])[] }
  | { readonly kind: 'syncFolder'; readonly folder: string }
  | { readonly kind: 'fact'; readonly fact: Fact };

/** A file system as it stood before. */
export interface Before {
  /** The content of each file, by its number. */
  readonly files: readonly Uint8Array[];
  /** The names in each folder. */
  readonly folders: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** What a disk does against its promises: for showing that it would be found. */
export type Lie = 'no fsync' | 'no directory fsync';

interface Handle {
  readonly path: string;
  /** Null for a folder. */
  readonly file: number | null;
  readonly appends: boolean;
  at: number;
}

/** The real file system, which writes down what it is asked to do. */
export class Recording {
  readonly before: Before;
  readonly steps: Step[] = [];
  readonly fs: FileSystem;
  readonly #lie: Lie | null;
  readonly #names = new Map<string, number>();
  readonly #lengths: number[] = [];
  readonly #handles = new Map<number, Handle>();

  /** @param folder everything in it is taken to be durable */
  constructor(folder: string, lie: Lie | null) {
    this.#lie = lie;
    this.before = this.#lookAround(folder);
    this.fs = {
      ...nodeFileSystem,
      open: (path, flags, mode) => this.#open(path, flags, mode),
      write: (descriptor, bytes) => this.#write(descriptor, bytes),
      fsync: (descriptor) => this.#sync(descriptor),
      fdatasync: (descriptor) => this.#sync(descriptor),
      truncate: (descriptor, length) => {
        nodeFileSystem.truncate(descriptor, length);
        const { file } = this.#handleOf(descriptor);
        if (file !== null) this.#cut(file, length);
      },
      close: (descriptor) => {
        nodeFileSystem.close(descriptor);
        this.#handles.delete(descriptor);
      },
      link: (existing, added) => {
        nodeFileSystem.link(existing, added);
        this.#rename(dirname(added), [[added, this.#fileOf(existing)]]);
      },
      rename: (from, to) => {
        nodeFileSystem.rename(from, to);
        if (dirname(from) !== dirname(to)) throw new Error('Nobody moves a recorded file into another folder');
        this.#rename(dirname(to), [
          [to, this.#fileOf(from)],
          [from, null],
        ]);
      },
      unlink: (path) => {
        nodeFileSystem.unlink(path);
        this.#rename(dirname(path), [[path, null]]);
      },
    };
  }

  #lookAround(folder: string): Before {
    const files: Uint8Array[] = [];
    const folders = new Map<string, Map<string, number>>();
    const look = (each: string): void => {
      const names = new Map<string, number>();
      folders.set(each, names);
      for (const name of readdirSync(each)) {
        const path = join(each, name);
        if (statSync(path).isDirectory()) look(path);
        else {
          names.set(name, files.length);
          this.#names.set(path, files.length);
          const bytes = readFileSync(path);
          this.#lengths.push(bytes.length);
          files.push(bytes);
        }
      }
    };
    look(folder);
    return { files, folders };
  }

  #open(path: string, flags: string | number, mode?: number): number {
    const descriptor = nodeFileSystem.open(path, flags, mode);
    if (statSync(path).isDirectory()) {
      this.#handles.set(descriptor, { path, file: null, appends: false, at: 0 });
      return descriptor;
    }
    const found = this.#names.get(path);
    const file = found ?? this.#lengths.push(0) - 1;
    if (found === undefined) this.#rename(dirname(path), [[path, file]]);
    else if (flags === 'w') this.#cut(file, 0);
    const appends = typeof flags === 'number' && (flags & constants.O_APPEND) !== 0;
    this.#handles.set(descriptor, { path, file, appends, at: 0 });
    return descriptor;
  }

  #write(descriptor: number, bytes: Uint8Array): number {
    const count = nodeFileSystem.write(descriptor, bytes);
    const handle = this.#handleOf(descriptor);
    if (handle.file === null) throw new Error('Nobody writes into a folder');
    const at = handle.appends ? (this.#lengths[handle.file] ?? 0) : handle.at;
    this.steps.push({ kind: 'write', file: handle.file, at, bytes: Uint8Array.from(bytes.subarray(0, count)) });
    handle.at = at + count;
    this.#lengths[handle.file] = Math.max(this.#lengths[handle.file] ?? 0, handle.at);
    return count;
  }

  #sync(descriptor: number): void {
    nodeFileSystem.fsync(descriptor);
    const { file, path } = this.#handleOf(descriptor);
    if (file === null) {
      if (this.#lie !== 'no directory fsync') this.steps.push({ kind: 'syncFolder', folder: path });
    } else if (this.#lie !== 'no fsync') this.steps.push({ kind: 'syncFile', file });
  }

  #cut(file: number, length: number): void {
    this.#lengths[file] = length;
    this.steps.push({ kind: 'truncate', file, length });
  }

  #rename(folder: string, changed: readonly (readonly [string, number | null])[]): void {
    for (const [path, file] of changed) {
      if (file === null) this.#names.delete(path);
      else this.#names.set(path, file);
    }
    const changes = changed.map(([path, file]) => [basename(path), file] as const);
    this.steps.push({ kind: 'names', folder, changes });
  }

  #fileOf(path: string): number {
    const file = this.#names.get(path);
    if (file === undefined) throw new Error('A file is recorded before it is named');
    return file;
  }

  #handleOf(descriptor: number): Handle {
    const handle = this.#handles.get(descriptor);
    if (handle === undefined) throw new Error('A descriptor is recorded before it is used');
    return handle;
  }
}
