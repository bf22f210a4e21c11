import { join } from 'node:path';
import { parseKioskCard, type KioskCard } from '../core/bundle/kiosk-card.ts';
import { fail, ok, type Result } from '../core/basics/result.ts';
import { readCentreHome, type CentreHome } from './centre-home.ts';
import { readOwnFile, reportOwnFile } from './own-file.ts';
import type { Surroundings } from './surroundings.ts';

/** Where a command finds the centre's own files and a kiosk's card. */
interface Places {
  readonly home: string;
  readonly kioskFile: string;
  readonly json: boolean;
}

/**
 * Reads the centre's home and the card of the kiosk that something came from.
 *
 * @returns the exit code when one of them cannot be used; that was said already
 */
export function readKnownKiosk(
  places: Places,
  surroundings: Surroundings,
): Result<{ readonly home: CentreHome; readonly kiosk: KioskCard }, number> {
  const home = readCentreHome(places.home);
  if (!home.ok) {
    const { file, kind } = home.error;
    return fail(reportOwnFile({ file: join(places.home, file), kind, fields: [] }, places.json, surroundings));
  }
  const kiosk = readOwnFile(places.kioskFile, parseKioskCard);
  if (!kiosk.ok) return fail(reportOwnFile(kiosk.error, places.json, surroundings));
  return ok({ home: home.value, kiosk: kiosk.value });
}
