import type { Page } from '@playwright/test';
import { expect } from './kiosk.ts';

/** What was heard after a key. */
export type Heard = readonly string[];

type Spoken = NonNullable<typeof globalThis.matuSpoken>[number];

const STILL_MS = 100;
/** Without one more word. Much may be said, and a busy machine says it slowly. */
const LONGEST_MS = 20_000;

/** Somebody who only hears, and only presses keys. Knows the screen by nothing but the log of what was spoken. */
export class Ear {
  readonly #page: Page;
  /** The last turn before the last key. */
  #before = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Lets sound pass sixteen times as fast; everything else is as it is. */
  static async quickly(page: Page): Promise<Ear> {
    await page.evaluate(() => {
      const usual = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'playbackRate');
      Object.defineProperty(HTMLMediaElement.prototype, 'playbackRate', {
        get(this: HTMLMediaElement): unknown {
          return usual?.get?.call(this);
        },
        set(this: HTMLMediaElement) {
          usual?.set?.call(this, 16);
        },
      });
    });
    return new Ear(page);
  }

  /** Presses a key and hears everything that follows, until it is quiet. */
  async press(key: string): Promise<Heard> {
    return this.#after(() => this.#page.keyboard.press(key));
  }

  async types(text: string): Promise<Heard> {
    return this.#after(() => this.#page.keyboard.type(text));
  }

  /** Presses a key until these words are heard first of all, such as the name of a button. */
  async goesTo(words: string | readonly string[], key = 'Tab'): Promise<Heard> {
    const wanted = typeof words === 'string' ? [words] : words;
    const passed: string[] = [];
    for (let presses = 0; presses < 60; presses++) {
      const turn = await this.#turn();
      await this.#page.keyboard.press(key);
      const first = await this.#firstWords(turn);
      if (wanted.includes(first)) return this.#untilQuiet(turn);
      passed.push(first);
    }
    throw new Error(`"${wanted.join(' or ')}" is never heard, only: ${passed.join(' | ')}`);
  }

  /** Hears everything since the last key, until these words came and it is quiet again. */
  async hears(words: string): Promise<Heard> {
    await this.#waitFor(`"${words}" is not said`, (log) => log.find((heard) => this.#isNew(heard, words)) ?? null);
    return this.#untilQuiet(this.#before);
  }

  #isNew({ turn, text }: Spoken, words: string): boolean {
    return turn > this.#before && text === words;
  }

  async #after(act: () => Promise<void>): Promise<Heard> {
    this.#before = await this.#turn();
    await act();
    return this.#untilQuiet(this.#before);
  }

  /** Everything that was said after a turn, as soon as it is quiet and stays so. */
  async #untilQuiet(turn: number): Promise<Heard> {
    let before = -1;
    const log = await this.#waitFor('nothing is said, or it never ends', (all) => {
      const isStill = all.length === before;
      before = all.length;
      const last = all.at(-1);
      return isStill && last !== undefined && last.turn > turn && last.text === '' ? all : null;
    });
    return log.filter((heard) => heard.turn > turn && heard.text !== '').map(({ text }) => text);
  }

  /** The first words after a turn; whoever looks for something does not listen to the rest. */
  async #firstWords(turn: number): Promise<string> {
    const isFirst = (heard: Spoken): boolean => heard.turn > turn && heard.text !== '';
    const first = await this.#waitFor('nothing is said', (log) => log.find(isFirst) ?? null);
    return first.text;
  }

  async #waitFor<T>(problem: string, look: (log: readonly Spoken[]) => T | null): Promise<T> {
    let end = Date.now() + LONGEST_MS;
    let length = 0;
    for (;;) {
      const log = await this.#log();
      const found = look(log);
      if (found !== null) return found;
      if (log.length !== length) end = Date.now() + LONGEST_MS;
      length = log.length;
      const lately = log.slice(-12).map(({ text }) => text);
      expect(Date.now(), `${problem}; lately: ${lately.join(' | ')}`).toBeLessThan(end);
      await this.#page.waitForTimeout(STILL_MS);
    }
  }

  async #turn(): Promise<number> {
    return (await this.#log()).at(-1)?.turn ?? 0;
  }

  #log(): Promise<readonly Spoken[]> {
    return this.#page.evaluate(() => globalThis.matuSpoken ?? []);
  }
}
