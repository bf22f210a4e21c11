import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Language } from '../../core/basics/language.ts';
import { espeakSynthesizer, ESPEAK_MANNER, findProgram } from '../../electron/speech/synthesizer.ts';

/** Makes clips by the voice that the kiosk itself speaks with. */
export interface ClipMaker {
  /** What speaks and packs, with versions and manner: clips made otherwise are other clips. */
  readonly engine: string;
  /** Writes an Opus file. Returns whether it stands there now, whole. */
  make(text: string, language: Language, file: string): Promise<boolean>;
}

/** Speech needs little: 24 kbit/s, and no more work than is heard. */
const OPUS_MANNER = ['--bitrate', '24', '--comp', '0', '--framesize', '60', '--speech', '--discard-comments'];

/** Finds the programs that make clips; null where one of them is not installed. */
export function findClipMaker(): ClipMaker | null {
  const espeak = findProgram('espeak-ng', process.env['PATH']);
  const opusenc = findProgram('opusenc', process.env['PATH']);
  if (espeak === null || opusenc === null) return null;
  const synthesizer = espeakSynthesizer(espeak);
  const manner = [...ESPEAK_MANNER, ...OPUS_MANNER].join(' ');
  return {
    engine: `${versionOf(espeak)}; ${versionOf(opusenc)}; ${manner}`,
    async make(text, language, file) {
      const wav = await synthesizer.speak(text, language);
      return wav !== null && (await encode(opusenc, wav, file));
    },
  };
}

/** The first line, without where the voices lie on this machine. */
function versionOf(program: string): string {
  const [first = ''] = execFileSync(program, ['--version'], { encoding: 'utf8' }).split('\n');
  return first.replace(/\s*Data at:.*/, '').trim();
}

async function encode(opusenc: string, wav: Uint8Array, file: string): Promise<boolean> {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.tmp`;
  const child = spawn(opusenc, ['--quiet', ...OPUS_MANNER, '-', unfinished], { stdio: ['pipe', 'ignore', 'ignore'] });
  const ended = once(child, 'close');
  child.stdin.on('error', () => undefined);
  child.stdin.end(wav);
  const [code] = (await ended) as [number | null];
  if (code === 0) renameSync(unfinished, file);
  return code === 0;
}
