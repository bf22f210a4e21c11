import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outlineOf } from '../../electron/store/draft-frames.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { PERHAPS } from '../../tools/simulate/ack-file.ts';

/**
 * What a simulation acknowledged and its home does not hold: of the newest sealed intakes, and of the last draft, as far
 * as can be seen without its code. The simulation itself opens that at its next start.
 */
export function lostIn(home: string, ackFile: string, newest: number): readonly string[] {
  const all = readFileSync(ackFile, 'utf8').split('\n').slice(0, -1);
  const lines = all.filter((line) => !line.startsWith(PERHAPS));
  const ledger = readFileSync(join(home, 'ledger', 'ledger.jsonl'), 'utf8');
  const sealed = lines.filter((line) => line.startsWith('sealed ')).slice(-newest);
  const lost = sealed.filter((line) => {
    const [, seq = '', intakeId = '', sha256 = ''] = line.split(' ');
    // Between the ledger and its name the file is there unfinished; the next start names it.
    const file = join(home, 'outbox', `${seq.padStart(8, '0')}.age`);
    const isThere = existsSync(file) && nodeHasher.sha256(readFileSync(file)) === sha256;
    return !isThere || ledger.split(intakeId).length !== 2;
  });
  const last = lines.at(-1)?.split(' ') ?? [];
  const draft = join(home, 'drafts', `${last[1] ?? ''}.draft`);
  // A visit that is sent deletes its draft after the ledger has the intake, and before that is acknowledged.
  const isSent = ledger.split('"kind":"sealed"').length - 1 > lines.filter((line) => line.startsWith('sealed ')).length;
  const isDraftLost = last[0] === 'draft' && !isSent && (!existsSync(draft) || isDamaged(draft));
  return [...lost, ...(isDraftLost ? [lines.at(-1) ?? ''] : [])];
}

function isDamaged(draft: string): boolean {
  return outlineOf(readFileSync(draft)) === 'damaged';
}
