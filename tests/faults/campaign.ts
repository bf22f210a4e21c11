import { appendFileSync } from 'node:fs';
import { Dice } from '../../tools/simulate/dice.ts';

/** What a campaign is called, how many rounds it has within `npm test`, and how many in the full run. */
export interface Campaign {
  readonly name: string;
  readonly short: number;
  readonly full: number;
  /** The most memory that a process of the campaign had besides this one, where there are others. */
  readonly otherMemoryMiB?: () => number;
}

/** No process of a campaign may have more memory. */
export const MOST_MEMORY_MIB = 256;

export const IS_FULL = process.env['MATU_FAULTS'] === 'full';
/** One of several processes that share the rounds of each campaign, and how many they are. */
const [JOB = 1, JOBS = 1] = (process.env['MATU_FAULTS_JOB'] ?? '1/1').split('/').map(Number);
const GIVEN_SEED = process.env['MATU_FAULTS_SEED'] ?? 'matu';
/** What chance grows from in this process. */
export const SEED = `${GIVEN_SEED} ${JOB}/${JOBS}`;
const LONGEST_MS = Number(process.env['MATU_FAULTS_MINUTES'] ?? 'Infinity') * 60_000;
const RECORD = process.env['MATU_FAULTS_RECORD'];
/** No test may end a run early: each campaign ends itself, and the machine may stand still for a while. */
export const CAMPAIGN_TIMEOUT_MS = IS_FULL ? 48 * 3600 * 1000 : 600_000;

/**
 * Runs this process's share of the rounds of a campaign one after the other, each with dice of its own. The full run may
 * be given less time than its number needs; then it says how far it came.
 *
 * @param round returns how many of the rounds it did; nothing stands for one
 * @throws for the first round that fails, with what repeats it
 */
export async function runCampaign(
  { name, short, full, otherMemoryMiB }: Campaign,
  round: (dice: Dice, number: number) => Promise<number | undefined> | number | undefined,
): Promise<void> {
  const all = IS_FULL ? full : short;
  const wanted = Math.ceil((all - JOB + 1) / JOBS);
  const startedMs = performance.now();
  let done = 0;
  const soFar = () => {
    const seconds = Math.round((performance.now() - startedMs) / 1000);
    const memoryMiB = Math.round(process.resourceUsage().maxRSS / 1024);
    const other = otherMemoryMiB === undefined ? {} : { otherMemoryMiB: otherMemoryMiB() };
    return { part: name, seed: GIVEN_SEED, job: `${JOB}/${JOBS}`, wanted, done, seconds, memoryMiB, ...other };
  };
  // Numbers count over all processes, so that each round is one process's.
  for (let number = JOB; done < wanted && performance.now() - startedMs < LONGEST_MS; number += JOBS) {
    try {
      done += (await round(new Dice(`${GIVEN_SEED} ${name} ${number}`), number)) ?? 1;
    } catch (thrown) {
      tell({ ...soFar(), failedRound: number });
      const again = `--seed ${GIVEN_SEED}${JOBS > 1 ? ` --jobs ${JOBS}` : ''}`;
      throw new Error(`${name}: round ${number} failed; again with ${again}`, { cause: thrown });
    }
  }
  tell(soFar());
}

/** Writes one line for whoever keeps the record, and into the record where there is one. */
export function tell(facts: Readonly<Record<string, string | number>>): void {
  const line = JSON.stringify(facts);
  process.stdout.write(`faults ${line}\n`);
  if (RECORD !== undefined) appendFileSync(RECORD, `${line}\n`);
}
