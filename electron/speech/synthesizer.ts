import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Language } from '../../core/basics/language.ts';
import { wavWithTrueLengths } from './wav.ts';

/** Speaks words that no clip says: names, numbers, sentences with something in them, a person's own words. */
export interface Synthesizer {
  /** Returns a WAV file in memory, or null when nothing could be said. Never throws. */
  speak(text: string, language: Language): Promise<Uint8Array | null>;
  /** Ends everything that is being said. */
  hush(): void;
}

/** How the program speaks, also when clips are made: calmly. */
export const ESPEAK_MANNER = ['-s', '140', '-g', '1'] as const;

/** What a child may take and make. A sentence of 2000 letters stays far below. */
const MOST_BYTES = 24 * 1024 * 1024;
const MOST_MS = 10_000;
const MOST_CHILDREN = 4;

/**
 * Speaks by children of espeak-ng. The words go in by standard input and the sound comes back by standard output: they
 * stand in no argument, no environment, no file, and end with the child.
 *
 * @param program absolute path of espeak-ng
 */
export function espeakSynthesizer(program: string): Synthesizer {
  const running = new Set<ChildProcess>();
  const soundBy = ({ voice, words, isMarkup }: Manner): Promise<Uint8Array | Failure> => {
    if (running.size >= MOST_CHILDREN) return Promise.resolve('unsaid');
    const markup = isMarkup ? ['-m'] : [];
    const args = ['-v', voice, '-b', '1', ...ESPEAK_MANNER, ...markup, '--stdin', '--stdout'];
    const child = spawn(program, args, {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' },
    });
    running.add(child);
    return soundOf(child, words).finally(() => running.delete(child));
  };
  return {
    async speak(text, language) {
      for (const manner of mannersOf(text, language)) {
        const sound = await soundBy(manner);
        if (sound !== 'crashed') return sound === 'unsaid' ? null : sound;
      }
      return null;
    },
    hush() {
      for (const child of running) child.kill('SIGKILL');
    },
  };
}

/** One way of saying a text. */
interface Manner {
  readonly voice: Language;
  readonly words: string;
  readonly isMarkup: boolean;
}

/**
 * The Greenlandic voice of espeak-ng 1.51 crashes at some Danish sounds: at `Blå`, at 28, 38, 48 … Greenlandic says such
 * names and numbers in Danish anyway, so those words are said by the Danish voice; if it still crashes, all of them are.
 */
function mannersOf(text: string, language: Language): readonly Manner[] {
  const plain: Manner = { voice: language, words: text, isMarkup: false };
  if (language !== 'kl') return [plain];
  return [plain, { ...plain, words: withDanishWords(text), isMarkup: true }, { ...plain, voice: 'da' }];
}

function withDanishWords(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return escaped.replace(/[^\s&;]*[\dæøå][^\s&;]*/gi, '<voice xml:lang="da">$&</voice>');
}

/** Why nothing is heard: the program crashed, or there was nothing to wait for. */
type Failure = 'crashed' | 'unsaid';

const CRASHES: readonly (NodeJS.Signals | null)[] = ['SIGSEGV', 'SIGABRT', 'SIGBUS', 'SIGFPE', 'SIGILL'];

function soundOf(child: ChildProcess, text: string): Promise<Uint8Array | Failure> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => child.kill('SIGKILL'), MOST_MS);
    child.stdout?.on('data', (part: Buffer) => {
      size += part.length;
      if (size > MOST_BYTES) child.kill('SIGKILL');
      else parts.push(part);
    });
    child.once('error', () => resolve('unsaid'));
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      const sound = code === 0 && size <= MOST_BYTES ? wavWithTrueLengths(Buffer.concat(parts)) : null;
      resolve(sound ?? (CRASHES.includes(signal) ? 'crashed' : 'unsaid'));
    });
    // A child that is gone cannot be written to; its end has been heard above.
    child.stdin?.on('error', () => undefined);
    // Doubled brackets would be read as the program's own phonetic letters.
    child.stdin?.end(text.replace(/\[(?=\[)/g, '[ '));
  });
}

/** Finds a program in the folders of PATH; null where it is not installed. */
export function findProgram(name: string, path: string | undefined): string | null {
  const files = (path ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name));
  return files.find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
