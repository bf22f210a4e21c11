import { existsSync } from 'node:fs';
import { acquireWriterLock } from '../node/writer-lock.ts';
import { EXIT } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

/** Runs a verb as the only one that writes in a centre's home; refuses it while another one does. */
export async function asOnlyWriter(
  { home, json }: { readonly home: string; readonly json: boolean },
  { say, complain }: Surroundings,
  run: () => Promise<number>,
): Promise<number> {
  // Nobody writes where there is no home; the verb itself says what it misses.
  if (!existsSync(home)) return run();
  const lock = await acquireWriterLock(home);
  if (!lock.ok) {
    complain(`Another program is writing in ${home} (${lock.error.kind}). Nothing was changed.`);
    if (json) say(JSON.stringify({ ok: false, unusable: { file: home, reason: lock.error.kind } }));
    return EXIT.usage;
  }
  try {
    return await run();
  } finally {
    await lock.value.release();
  }
}
