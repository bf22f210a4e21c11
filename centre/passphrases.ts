import type { Result } from '../core/basics/result.ts';
import { fail } from '../core/basics/result.ts';
import { unlockIdentityFile } from './protected-identity.ts';

/** Asks whoever sits at the terminal, and shows nothing of what is typed; null when nobody answers. */
export type AskSecret = (prompt: string) => Promise<string | null>;

const TRIES_AT_THE_TERMINAL = 3;

/** The passphrases of one run: those that were said before, and whoever can be asked for more. */
export class Passphrases {
  readonly #said: string[];
  readonly #ask: AskSecret | null;

  constructor(said: readonly string[] = [], ask: AskSecret | null = null) {
    this.#said = [...said];
    this.#ask = ask;
  }

  /** Opens an identity file by what was said already, and asks only where none of it fits. */
  async unlock(
    name: string,
    file: Uint8Array,
  ): Promise<Result<string, 'noPassphrase' | 'wrongPassphrase' | 'malformed'>> {
    let outcome: Result<string, 'noPassphrase' | 'wrongPassphrase' | 'malformed'> = fail('noPassphrase');
    for await (const passphrase of this.#candidates(name)) {
      outcome = await unlockIdentityFile(file, passphrase);
      if (outcome.ok && !this.#said.includes(passphrase)) this.#said.push(passphrase);
      if (outcome.ok || outcome.error === 'malformed') return outcome;
    }
    return outcome;
  }

  async *#candidates(name: string): AsyncGenerator<string> {
    yield* [...this.#said];
    for (let tries = 0; this.#ask !== null && tries < TRIES_AT_THE_TERMINAL; tries += 1) {
      const passphrase = await this.#ask(`${tries === 0 ? '' : 'That is not it. '}Passphrase for ${name}: `);
      if (passphrase === null) return;
      yield passphrase;
    }
  }
}
