import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { LANGUAGES, type Language } from '../../core/basics/language.ts';
import type { ClipIndex } from '../../core/speech/clip-index.ts';
import { clipHash } from '../../core/speech/spoken-text.ts';
import { toUtf8 } from '../../core/basics/utf8.ts';
import { nodeHasher } from '../../node/sha256.ts';
import type { ClipMaker } from './clip-maker.ts';

/** One clip: the words, and the file in the cache. */
interface Clip {
  readonly text: string;
  readonly language: Language;
  readonly hash: string;
  readonly file: string;
}

/** The folder of the cache that holds the clips of one engine. */
export function engineFolder(cache: string, engine: string): string {
  return join(cache, nodeHasher.sha256(toUtf8(engine)).slice(0, 16));
}

/** Names the clip of each text. */
export function clipsOf(texts: Readonly<Record<Language, readonly string[]>>, folder: string): readonly Clip[] {
  return LANGUAGES.flatMap((language) =>
    texts[language].map((text) => {
      const hash = clipHash(text, nodeHasher);
      return { text, language, hash, file: join(folder, language, `${hash}.opus`) };
    }),
  );
}

/**
 * Makes the clips that are not there yet, on all cores.
 *
 * @param onProgress called after each one
 * @returns those that could not be made
 */
export async function makeMissing(
  clips: readonly Clip[],
  maker: ClipMaker,
  onProgress: (done: number, of: number) => void,
): Promise<readonly Clip[]> {
  const missing = clips.filter(({ file }) => !existsSync(file));
  const waiting = [...missing];
  const failed: Clip[] = [];
  const lane = async (): Promise<void> => {
    for (let clip = waiting.shift(); clip !== undefined; clip = waiting.shift()) {
      if (!(await maker.make(clip.text, clip.language, clip.file))) failed.push(clip);
      onProgress(missing.length - waiting.length, missing.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, lane));
  return failed;
}

/** Removes what no text asks for any more, and what another engine made. */
export function removeOthers(clips: readonly Clip[], cache: string, folder: string): void {
  for (const name of readdirSync(cache)) {
    const other = join(cache, name);
    if (other !== folder) rmSync(other, { recursive: true, force: true });
  }
  const wanted = new Set(clips.map(({ file }) => file));
  for (const language of LANGUAGES) {
    for (const file of filesIn(join(folder, language))) if (!wanted.has(file)) rmSync(file);
  }
}

function filesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

/** Puts the clips and their index where the program looks for them. */
export function copyClips(clips: readonly Clip[], engine: string, target: string): void {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const { language, hash, file } of clips) {
    const copy = join(target, language, `${hash}.opus`);
    mkdirSync(dirname(copy), { recursive: true });
    cpSync(file, copy);
  }
  writeFileSync(join(target, 'index.json'), `${JSON.stringify(indexOf(clips, engine))}\n`);
}

function indexOf(clips: readonly Clip[], engine: string): ClipIndex {
  const hashesOf = (language: Language): readonly string[] =>
    clips.filter((clip) => clip.language === language).map(({ hash }) => hash);
  return {
    format: 1,
    kind: 'synthetic',
    engine,
    clips: { kl: hashesOf('kl'), da: hashesOf('da'), sv: hashesOf('sv') },
  };
}
