import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { median } from '../measure.ts';

/** What opening a home takes that was not closed, in milliseconds, each start in a new process. */
export interface RecoveryCosts {
  readonly sealed: number;
  readonly medianMs: number;
  readonly longestMs: number;
}

const toldSchema = z.strictObject({ ms: z.number(), sealed: z.number() });

/** Starts on a home so often. The first start only leaves it unclosed. */
export function measureRecovery(home: string, starts: number): RecoveryCosts {
  openOnce(home);
  const told = Array.from({ length: starts }, () => openOnce(home));
  const times = told.map(({ ms }) => ms);
  return { sealed: told[0]?.sealed ?? 0, medianMs: median(times), longestMs: Math.max(...times) };
}

function openOnce(home: string): z.infer<typeof toldSchema> {
  const program = join(import.meta.dirname, 'open-home-once.ts');
  const told = execFileSync(process.execPath, ['--import', 'tsx', program, home]);
  return toldSchema.parse(JSON.parse(told.toString('utf8')));
}
