import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCentre } from '../../centre/run-centre.ts';
import { systemRandom } from '../../node/random.ts';
import { systemClock } from '../../node/system-clock.ts';

/** What a run said. */
export interface Run {
  readonly code: number | null;
  /** The last line of `--json`, parsed. */
  readonly json: Readonly<Record<string, unknown>>;
}

/** A program with what it is started with each time. */
export interface Started {
  readonly executable: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Lets the program do one thing to a home, and waits for its end. */
export async function runProgram({ executable, args, env }: Started, ...more: readonly string[]): Promise<Run> {
  // As root Chromium's sandbox cannot start.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const all = [...sandbox, ...args, ...more, '--json'];
  const child = spawn(executable, all, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complained = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr.on('data', (text: Buffer) => (complained += text.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, json: parsed(said.trim().split('\n').at(-1) ?? '', complained) };
}

function parsed(line: string, complained: string): Run['json'] {
  try {
    return JSON.parse(line) as Run['json'];
  } catch {
    return { notJson: line, complained };
  }
}

/** A centre, and a stick with its card. */
export class Centre {
  readonly stick: string;
  readonly #home: string;

  constructor(folder: string) {
    this.stick = join(folder, 'stick');
    this.#home = join(folder, 'centre');
    mkdirSync(this.stick, { recursive: true });
  }

  async begins(): Promise<void> {
    await this.says('init', '--unprotected');
    for (const name of ['root.pub', 'centre.json', 'centre.json.minisig']) {
      copyFileSync(join(this.#home, name), join(this.stick, name));
    }
  }

  async says(...args: readonly string[]): Promise<Run> {
    const said: string[] = [];
    const code = await runCentre([...args, '--home', this.#home, '--json'], {
      random: systemRandom,
      clock: systemClock,
      say: (line) => void said.push(line),
      complain: () => undefined,
    });
    return { code, json: parsed(said.at(-1) ?? '', '') };
  }
}

/** Enrols a home without a window, from no home at all to the confirmed one; returns what each step said. */
export async function enrolsWithoutWindow(program: Started, home: string, centre: Centre): Promise<readonly Run[]> {
  const place = ['--home', home];
  const { stick } = centre;
  await centre.begins();
  const shown = await runProgram(program, ...place, '--enrol', stick);
  const answered = await runProgram(program, ...place, '--enrol', stick, '--words', String(shown.json['centreWords']));
  const taken = await centre.says('enrol', '--from', stick, '--words', String(answered.json['kioskWords']));
  const confirmed = await runProgram(program, ...place, '--receipts', stick);
  return [shown, answered, taken, confirmed];
}
