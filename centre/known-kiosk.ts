import { join } from 'node:path';
import { parseKioskCard, type KioskCard } from '../core/bundle/kiosk-card.ts';
import { fail, ok, type Result } from '../core/basics/result.ts';
import { readCentreHome, type CentreHome } from './centre-home.ts';
import { readEnrolledKiosks, revokedAfterOf, type EnrolledKiosk } from './enrolled-kiosks.ts';
import { readOwnFile, reportOwnFile } from './own-file.ts';
import { readPassphraseFile } from './passphrase-file.ts';
import { Passphrases } from './passphrases.ts';
import type { Surroundings } from './surroundings.ts';

/** Where a command finds the centre's own files and a kiosk's card. */
interface Places {
  readonly home: string;
  readonly kioskFile: string;
  /** null: the terminal is asked, where an identity lies under a passphrase. */
  readonly passphraseFile: string | null;
  readonly json: boolean;
}

/** A centre's home with the kiosks that were enrolled there. */
export interface KnownHome extends CentreHome {
  readonly enrolled: readonly EnrolledKiosk[];
  readonly revokedAfter: ReadonlyMap<string, number>;
}

/**
 * Reads the centre's home and the card of the kiosk that something came from.
 *
 * @returns the exit code when one of them cannot be used; that was said already
 */
export async function readKnownKiosk(
  places: Places,
  surroundings: Surroundings,
): Promise<Result<{ readonly home: KnownHome; readonly kiosk: KioskCard }, number>> {
  const kiosk = readOwnFile(places.kioskFile, parseKioskCard);
  if (!kiosk.ok) return fail(reportOwnFile(kiosk.error, places.json, surroundings));
  const home = await readHome(places, surroundings);
  return home.ok ? ok({ home: home.value, kiosk: kiosk.value }) : home;
}

/**
 * Reads the centre's home, and asks for the passphrases of its identities.
 *
 * @returns the exit code when it cannot be used; that was said already
 */
export async function readHome(
  { home, passphraseFile, json }: Omit<Places, 'kioskFile'>,
  surroundings: Surroundings,
): Promise<Result<KnownHome, number>> {
  const said = passphraseFile === null ? ok([]) : readPassphraseFile(passphraseFile);
  if (!said.ok) return fail(reportOwnFile(said.error, json, surroundings));
  const ask = passphraseFile === null ? surroundings.askSecret : undefined;
  const read = await readCentreHome(home, new Passphrases(said.value, ask));
  if (!read.ok) {
    const { file, kind } = read.error;
    return fail(reportOwnFile({ file: join(home, file), kind, fields: [] }, json, surroundings));
  }
  for (const file of read.value.openBeside)
    surroundings.complain(
      `${file} lies open in ${home}: whoever copies it reads every intake. It belongs in the safe.`,
    );
  const enrolled = readEnrolled(home, json, surroundings);
  return enrolled.ok
    ? ok({ ...read.value, enrolled: enrolled.value, revokedAfter: revokedAfterOf(enrolled.value) })
    : enrolled;
}

function readEnrolled(
  home: string,
  json: boolean,
  surroundings: Surroundings,
): Result<readonly EnrolledKiosk[], number> {
  const enrolled = readEnrolledKiosks(home);
  if (enrolled.ok) return enrolled;
  const kind = enrolled.error.kind === 'malformed' ? 'malformed' : 'missing';
  return fail(reportOwnFile({ file: enrolled.error.file, kind, fields: [] }, json, surroundings));
}

/** The kiosks that something may come from: the one that was named, or all that are enrolled; perhaps none. */
export function readKiosks(
  { home, kioskFile, json }: Pick<Places, 'home' | 'json'> & { readonly kioskFile: string | null },
  surroundings: Surroundings,
): Result<readonly KioskCard[], number> {
  if (kioskFile === null) {
    const enrolled = readEnrolled(home, json, surroundings);
    return enrolled.ok ? ok(enrolled.value.map(({ card }) => card)) : enrolled;
  }
  const kiosk = readOwnFile(kioskFile, parseKioskCard);
  return kiosk.ok ? ok([kiosk.value]) : fail(reportOwnFile(kiosk.error, json, surroundings));
}
