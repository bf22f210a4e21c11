import { Dice } from '../../tools/simulate/dice.ts';

/** What a campaign is called, how many rounds it has within `npm test`, and how many in the full run. */
export interface Campaign {
  readonly name: string;
  readonly short: number;
  readonly full: number;
}

export const IS_FULL = process.env['MATU_FAULTS'] === 'full';
const SEED = process.env['MATU_FAULTS_SEED'] ?? 'matu';
const LONGEST_MS = Number(process.env['MATU_FAULTS_MINUTES'] ?? 'Infinity') * 60_000;
/** No test may end the full run early; each campaign ends itself. */
export const CAMPAIGN_TIMEOUT_MS = IS_FULL ? 48 * 3600 * 1000 : 60_000;

/**
 * Runs the rounds of a campaign one after the other, each with dice of its own. The full run may be given less time than
 * its number needs; then it says how far it came.
 *
 * @param round returns how many of the rounds it did; nothing stands for one
 * @throws for the first round that fails, with what repeats it
 */
export async function runCampaign(
  { name, short, full }: Campaign,
  round: (dice: Dice, number: number) => Promise<number | undefined> | number | undefined,
): Promise<void> {
  const wanted = IS_FULL ? full : short;
  const startedMs = performance.now();
  let done = 0;
  for (let number = 1; done < wanted && performance.now() - startedMs < LONGEST_MS; number += 1) {
    try {
      done += (await round(new Dice(`${SEED} ${name} ${number}`), number)) ?? 1;
    } catch (thrown) {
      throw new Error(`${name}: round ${number} failed; again with --seed ${SEED}`, { cause: thrown });
    }
  }
  const seconds = Math.round((performance.now() - startedMs) / 1000);
  const memoryMiB = Math.round(process.resourceUsage().maxRSS / 1024);
  tell({ part: name, seed: SEED, wanted, done, seconds, memoryMiB });
}

/** Writes one line for whoever keeps the record. */
export function tell(facts: Readonly<Record<string, string | number>>): void {
  process.stdout.write(`faults ${JSON.stringify(facts)}\n`);
}
