import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '../../core/basics/language.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { pictureProblem, voiceProblem, type PortraitProblem } from '../../core/staff/portrait.ts';
import { removeDurably, replaceDurably } from '../../node/durable-file.ts';
import { attempt, nodeFileSystem, type FileSystem } from '../../node/file-system.ts';

type Kept = Result<null, PortraitProblem | { readonly kind: 'notSaved' }>;

/** The pictures and voices of the people of the house: files of their own, that nobody signs in for. */
export class Portraits {
  readonly #folder: string;
  readonly #fs: FileSystem;
  /** The names that stand in the folder, so that asking costs no look at the disk. */
  readonly #names: Set<string>;

  /** A folder that is missing or cannot be read is one without any. */
  constructor(folder: string, fs: FileSystem = nodeFileSystem) {
    this.#folder = folder;
    this.#fs = fs;
    const names = attempt(() => readdirSync(folder));
    this.#names = new Set(names.ok ? names.value : []);
  }

  hasPicture(person: number): boolean {
    return this.#names.has(pictureName(person));
  }

  /** In which languages somebody greets. */
  voices(person: number): readonly Language[] {
    return LANGUAGES.filter((language) => this.#names.has(voiceName(person, language)));
  }

  /** A JPEG, or null. */
  picture(person: number): Uint8Array | null {
    return this.#read(pictureName(person));
  }

  /** Opus in Ogg, or null. */
  voice(person: number, language: Language): Uint8Array | null {
    return this.#read(voiceName(person, language));
  }

  /** Keeps a picture; null takes it away. */
  setPicture(person: number, bytes: Uint8Array | null): Kept {
    const problem = bytes === null ? null : pictureProblem(bytes);
    return problem === null ? this.#keep(pictureName(person), bytes) : fail(problem);
  }

  /** Keeps a voice; null takes it away. */
  setVoice(person: number, language: Language, bytes: Uint8Array | null): Kept {
    const problem = bytes === null ? null : voiceProblem(bytes);
    return problem === null ? this.#keep(voiceName(person, language), bytes) : fail(problem);
  }

  /** Takes away all that is kept of somebody who has left. @returns whether nothing is left */
  forget(person: number): boolean {
    const names = [pictureName(person), ...LANGUAGES.map((language) => voiceName(person, language))];
    return names.map((name) => this.#keep(name, null)).every(({ ok: isGone }) => isGone);
  }

  #read(name: string): Uint8Array | null {
    if (!this.#names.has(name)) return null;
    const bytes = attempt(() => readFileSync(join(this.#folder, name)));
    return bytes.ok ? bytes.value : null;
  }

  #keep(name: string, bytes: Uint8Array | null): Kept {
    if (bytes === null && !this.#names.has(name)) return ok(null);
    const made = attempt(() => mkdirSync(this.#folder, { recursive: true, mode: 0o700 }));
    const path = join(this.#folder, name);
    const done = bytes === null ? removeDurably(path, this.#fs) : replaceDurably(path, bytes, this.#fs);
    if (!made.ok || !done.ok) return fail({ kind: 'notSaved' });
    if (bytes === null) this.#names.delete(name);
    else this.#names.add(name);
    return ok(null);
  }
}

function pictureName(person: number): string {
  return `${person}.jpg`;
}

function voiceName(person: number, language: Language): string {
  return `${person}-${language}.opus`;
}
