import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCentre } from '../../centre/run-centre.ts';
import { parseIntake, type Intake } from '../../core/intake/intake.ts';
import { parseKioskCard } from '../../core/bundle/kiosk-card.ts';
import { systemRandom } from '../../node/random.ts';
import { systemClock } from '../../node/system-clock.ts';

/** What the centre sees of one bundle. */
export interface OpenedIntake {
  readonly intake: Intake;
  readonly page1: string;
}

/** The bundles that the house delivered to the demo home's stick. */
export function deliveredBundles(home: string): readonly string[] {
  const stick = join(home, 'stick');
  return readdirSync(stick)
    .filter((name) => name.endsWith('.age'))
    .map((name) => join(stick, name));
}

/** Opens a bundle as the demo home's centre does. */
export async function openAtCentre(home: string, bundle: string): Promise<OpenedIntake> {
  const out = mkdtempSync(join(tmpdir(), 'matu-opened-'));
  try {
    const surroundings = { random: systemRandom, clock: systemClock, say: () => undefined, complain: () => undefined };
    const args = ['--home', join(home, 'centre'), '--kiosk', join(home, 'kiosk.json'), '--out', out];
    const code = await runCentre(['open', bundle, ...args], surroundings);
    if (code !== 0) throw new Error(`The centre refused the bundle: ${code}`);
    const [folder = ''] = readdirSync(out);
    const intake = parseIntake(readFileSync(join(out, folder, 'intake.json')));
    if (!intake.ok) throw new Error('The opened intake cannot be read');
    return { intake: intake.value, page1: readFileSync(join(out, folder, 'page1.html'), 'utf8') };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Lets the demo home's centre permit its kiosk to set up an administrator anew; the permit lies on the stick. */
export async function permitsAtCentre(
  home: string,
  { kioskId, challenge }: { readonly kioskId: string; readonly challenge: string },
): Promise<void> {
  const surroundings = { random: systemRandom, clock: systemClock, say: () => undefined, complain: () => undefined };
  const args = ['--kiosk', kioskId, '--challenge', challenge, '--out', join(home, 'stick')];
  const code = await runCentre(['permit', ...args, '--home', join(home, 'centre')], surroundings);
  if (code !== 0) throw new Error(`The centre permitted nothing: ${code}`);
}

/**
 * Opens a bundle with nothing but age, tar, minisign and sha256sum, and returns one of its files.
 *
 * @throws when one of the programs is missing or refuses
 */
export function openByHand(
  home: string,
  bundle: string,
  file: 'intake.json' | 'manifest.json' = 'intake.json',
): string {
  const folder = mkdtempSync(join(tmpdir(), 'matu-by-hand-'));
  const run = (program: string, ...args: string[]): string =>
    execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    const kiosk = parseKioskCard(readFileSync(join(home, 'kiosk.json')));
    if (!kiosk.ok) throw new Error('kiosk.json cannot be read');
    run('age', '--decrypt', '-i', join(home, 'centre', 'daily.identity'), '-o', 'bundle.tar', bundle);
    run('tar', '-xf', 'bundle.tar');
    const comment = run('minisign', '-V', '-H', '-Q', '-P', kiosk.value.publicKey, '-m', 'SHA256SUMS');
    if (comment !== 'matu bundle v1\n') throw new Error('The signature is for something else');
    run('sha256sum', '--check', '--strict', '--quiet', 'SHA256SUMS');
    return readFileSync(join(folder, file), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
