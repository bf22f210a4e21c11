import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { bundleChild, startChild } from '../child-process.ts';
import type { Acknowledging } from './acknowledging-child.ts';
import { lostIn } from './lost-acknowledgements.ts';

/** The command, which makes a home like everybody’s. */
const COMMAND = fileURLToPath(new URL('../../tools/simulate.mjs', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../../tools/simulate.ts', import.meta.url));
/** A start checks everything in custody, so that a home which is never emptied takes longer with each intake. */
const ROUNDS_EACH = 250;
/** So many of the last acknowledged intakes are read after each round; all of them at a home's end. */
const NEWEST = 20;

/** Homes of made-up people, one after the other, each for a number of rounds. */
export class SimulatedHomes {
  readonly #program: string;
  readonly #folders: { readonly homes: string; readonly acks: string };
  readonly #seed: string;
  #rounds = 0;
  #current: Acknowledging | null = null;

  private constructor(program: string, folders: { readonly homes: string; readonly acks: string }, seed: string) {
    this.#program = program;
    this.#folders = folders;
    this.#seed = seed;
  }

  /** @param folders where the homes stand, and what they acknowledge; either is made when it is not there */
  static async in(folders: { readonly homes: string; readonly acks: string }, seed: string): Promise<SimulatedHomes> {
    for (const folder of [folders.homes, folders.acks]) mkdirSync(folder, { recursive: true });
    return new SimulatedHomes(await bundleChild(PROGRAM), folders, seed);
  }

  /** The home for the next round. */
  async next(): Promise<Acknowledging> {
    if (this.#rounds % ROUNDS_EACH === 0) {
      this.finish();
      this.#current = await this.#make();
    }
    this.#rounds += 1;
    if (this.#current === null) throw new Error('The first round makes a home');
    return this.#current;
  }

  /** Looks for what was acknowledged last. */
  check({ home, ackFile }: Acknowledging): void {
    expect(lostIn(home, ackFile, NEWEST)).toEqual([]);
  }

  /** Looks for everything that the current home acknowledged, and removes it. */
  finish(): void {
    if (this.#current === null) return;
    const { home, ackFile } = this.#current;
    expect(lostIn(home, ackFile, Infinity)).toEqual([]);
    rmSync(home, { recursive: true });
    rmSync(ackFile);
    this.#current = null;
  }

  async #make(): Promise<Acknowledging> {
    const name = String(this.#rounds);
    const made = { home: join(this.#folders.homes, name), ackFile: join(this.#folders.acks, `${name}.acks`) };
    const words = ['--home', made.home, '--ack', made.ackFile, '--seed', `${this.#seed} ${name}`];
    // In a process of its own, so that nothing here keeps the file system busy, or in memory.
    const maker = startChild(COMMAND, ...words, '--intakes', '1', '--kdf-log2n', '1');
    expect(await maker.nextLine()).toContain('"sealed":1');
    await maker.kill();
    return { program: this.#program, ...made };
  }
}
