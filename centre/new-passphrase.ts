import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import { reportOwnFile } from './own-file.ts';
import { readPassphraseFile } from './passphrase-file.ts';
import { EXIT } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

/** Whoever carries the file away can try passphrases without end. */
const SHORTEST = 12;

/** What was said of a new daily identity. */
export interface Protection {
  /** null: the terminal is asked. */
  readonly passphraseFile: string | null;
  /** Only for a demo. */
  readonly isUnprotected: boolean;
  readonly json: boolean;
}

type NoPassphrase = 'noPassphrase' | 'passphrasesDiffer' | 'passphraseTooShort';

const WORDS: Readonly<Record<NoPassphrase, string>> = {
  noPassphrase: 'No passphrase was said: type one at a terminal, or say --passphrase-file FILE with one line.',
  passphrasesDiffer: 'These were two different passphrases.',
  passphraseTooShort: `A passphrase has at least ${SHORTEST} characters; a few words are easy to type.`,
};

/**
 * Finds out under which passphrase a new daily identity is to lie.
 *
 * @returns null where it is to lie open; the exit code when there is none, which was said already
 */
export async function newPassphrase(
  protection: Protection,
  surroundings: Surroundings,
): Promise<Result<string | null, number>> {
  const { json } = protection;
  const { say, complain } = surroundings;
  if (protection.isUnprotected) {
    complain('UNPROTECTED: whoever copies the daily identity reads every intake. Only for a demo, never for people.');
    return ok(null);
  }
  const found = await passphraseOf(protection, surroundings);
  if (found.ok || typeof found.error === 'number') return found as Result<string, number>;
  complain(`${WORDS[found.error]} Nothing was made.`);
  if (json) say(JSON.stringify({ ok: false, reason: found.error }));
  return fail(EXIT.usage);
}

async function passphraseOf(
  { passphraseFile, json }: Protection,
  surroundings: Surroundings,
): Promise<Result<string, NoPassphrase | number>> {
  if (passphraseFile === null) return typedTwice(surroundings);
  const lines = readPassphraseFile(passphraseFile);
  if (!lines.ok) return fail(reportOwnFile(lines.error, json, surroundings));
  const [passphrase, ...more] = lines.value;
  return passphrase === undefined || more.length > 0 ? fail('noPassphrase') : longEnough(passphrase);
}

async function typedTwice({ askSecret }: Surroundings): Promise<Result<string, NoPassphrase>> {
  const first = (await askSecret?.('New passphrase for the daily identity: ')) ?? null;
  if (first === null) return fail('noPassphrase');
  const usable = longEnough(first);
  if (!usable.ok) return usable;
  return (await askSecret?.('The same again: ')) === first ? usable : fail('passphrasesDiffer');
}

function longEnough(passphrase: string): Result<string, NoPassphrase> {
  return [...passphrase].length < SHORTEST ? fail('passphraseTooShort') : ok(passphrase);
}
