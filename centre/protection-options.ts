import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import type { Protection } from './new-passphrase.ts';
import type { UsageProblem } from './usage-problem.ts';

/** What stood on the command line about a new daily identity. */
interface ProtectionValues {
  readonly 'passphrase-file'?: string | undefined;
  readonly unprotected: boolean;
}

/** Reads how a new daily identity is to lie: under a passphrase, or open. */
export function protectionOf({
  'passphrase-file': file,
  unprotected,
}: ProtectionValues): Result<Omit<Protection, 'json'>, UsageProblem> {
  if (unprotected && file !== undefined) return fail({ words: '--passphrase-file and --unprotected contradict.' });
  return ok({ passphraseFile: file ?? null, isUnprotected: unprotected });
}
