import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeDeliveries } from './made-deliveries.ts';
import type { MadeDeliveries } from './made-deliveries.ts';

/** What receiving so many bundles took, beside Debian's own programs over the same files. */
export interface ReceiveCost {
  readonly bundles: number;
  /** `matu-centre receive`, the start of the program and every sync included. */
  readonly receiveMs: number;
  /** The largest amount of memory that it held; null where the system does not tell. */
  readonly peakBytes: number | null;
  /** A shell loop of `age -d` alone. */
  readonly ageMs: number;
  /** The same work by hand: `age -d`, `tar x`, `minisign -V`, `sha256sum -c`. Nothing is synced there. */
  readonly byHandMs: number;
}

/** Measures receiving for each of several amounts, one after the other, in one folder. */
export async function measureReceive(
  folder: string,
  { amounts, say }: { readonly amounts: readonly number[]; readonly say: (line: string) => void },
): Promise<readonly ReceiveCost[]> {
  const costs: ReceiveCost[] = [];
  for (const bundles of amounts) {
    say(`receive: sealing ${bundles} bundles`);
    const place = join(folder, String(bundles));
    const made = await makeDeliveries(place, bundles);
    say(`receive: ${bundles} by receive, by age, by hand`);
    const received = receiveOnce(made, bundles);
    costs.push({ bundles, ...received, ageMs: runShell(AGE_LOOP, made), byHandMs: runShell(BY_HAND_LOOP, made) });
    rmSync(place, { recursive: true, force: true });
  }
  return costs;
}

function receiveOnce(made: MadeDeliveries, bundles: number): Pick<ReceiveCost, 'receiveMs' | 'peakBytes'> {
  const args = ['receive', made.stick, '--home', made.home, '--kiosk', made.kioskFile];
  const program = [process.execPath, '--import', 'tsx', 'centre/matu-centre.ts', ...args];
  const startedAt = performance.now();
  // GNU time tells the peak of the process; where it is not there the program runs without it.
  const timed = spawnSync('/usr/bin/time', ['-f', '%M', ...program], { encoding: 'utf8' });
  const run = timed.error === undefined ? timed : spawnSync(process.execPath, program.slice(1), { encoding: 'utf8' });
  const receiveMs = performance.now() - startedAt;
  const kept = readdirSync(join(made.home, 'inbox')).length;
  if (run.status !== 0 || kept !== bundles) throw new Error(`receive took ${kept} of ${bundles}: ${run.stderr}`);
  const peakKib = timed.error === undefined ? Number(timed.stderr.trim().split('\n').at(-1)) : Number.NaN;
  return { receiveMs, peakBytes: Number.isFinite(peakKib) ? peakKib * 1024 : null };
}

const AGE_LOOP = `for file in "$STICK"/*.age; do
  age --decrypt -i "$IDENTITY" -o "$OUT/bundle.tar" "$file" || exit 1
done`;

const BY_HAND_LOOP = `cd "$OUT" || exit 1
for file in "$STICK"/*.age; do
  folder="$OUT/$(basename "$file" .age)"
  mkdir "$folder" && cd "$folder" || exit 1
  age --decrypt -i "$IDENTITY" -o bundle.tar "$file" || exit 1
  tar -xf bundle.tar || exit 1
  minisign -V -H -q -P "$KIOSK_KEY" -m SHA256SUMS || exit 1
  sha256sum --check --strict --quiet SHA256SUMS || exit 1
done`;

function runShell(script: string, { home, publicKey, stick }: MadeDeliveries): number {
  const out = join(home, '..', 'by-hand');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  const env = { ...process.env, STICK: stick, OUT: out, IDENTITY: join(home, 'daily.identity'), KIOSK_KEY: publicKey };
  const startedAt = performance.now();
  const run = spawnSync('sh', ['-c', script], { env, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`Debian's own programs failed: ${run.stderr}`);
  return performance.now() - startedAt;
}
