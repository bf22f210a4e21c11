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
  return {
    speak(text, language) {
      if (running.size >= MOST_CHILDREN) return Promise.resolve(null);
      const args = ['-v', language, '-b', '1', ...ESPEAK_MANNER, '--stdin', '--stdout'];
      const child = spawn(program, args, {
        stdio: ['pipe', 'pipe', 'ignore'],
        env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' },
      });
      running.add(child);
      return soundOf(child, text).finally(() => running.delete(child));
    },
    hush() {
      for (const child of running) child.kill('SIGKILL');
    },
  };
}

function soundOf(child: ChildProcess, text: string): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => child.kill('SIGKILL'), MOST_MS);
    child.stdout?.on('data', (part: Buffer) => {
      size += part.length;
      if (size > MOST_BYTES) child.kill('SIGKILL');
      else parts.push(part);
    });
    child.once('error', () => resolve(null));
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0 && size <= MOST_BYTES ? wavWithTrueLengths(Buffer.concat(parts)) : null);
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
