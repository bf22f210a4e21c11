import { CULTURES } from '../basics/language.ts';
import { fail, ok, type Result } from '../basics/result.ts';
import { adapt } from '../questionnaire/culture-version.ts';
import { checkCounting } from './check-counting.ts';
import { checkNames, checkOverlay } from './check-overlay.ts';
import { checkSafety } from './check-safety.ts';
import { checkVersions } from './check-versions.ts';
import type { Pack } from './pack.ts';
import { parseFiles, type PackFiles } from './parse-files.ts';
import type { PackProblem } from './problem.ts';

export type { Pack, PackFiles, PackProblem };

/**
 * Reads and checks a whole pack. Nothing is half-loaded: one problem anywhere refuses the pack.
 *
 * @returns every problem found, so that an editor can mend them in one go
 */
export function loadPack(files: PackFiles): Result<Pack, readonly PackProblem[]> {
  const parsed = parseFiles(files);
  if (!parsed.ok) return parsed;
  const { base, overlays, safety } = parsed.value;
  const named = [...checkNames(base), ...CULTURES.flatMap((culture) => checkOverlay(base, overlays[culture], culture))];
  if (named.length > 0) return fail(named);
  const pack: Pack = {
    greenlandic: adapt({ base, overlay: overlays.greenlandic, safety }),
    danish: adapt({ base, overlay: overlays.danish, safety }),
    swedish: adapt({ base, overlay: overlays.swedish, safety }),
  };
  const found = [...checkVersions(pack, base), ...checkCounting(pack), ...checkSafety(pack, safety)];
  return found.length > 0 ? fail(found) : ok(pack);
}
