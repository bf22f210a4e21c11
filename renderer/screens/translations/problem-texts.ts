import type { InstrumentTrouble } from '../../../ipc/instruments-contract.ts';
import type { PackageTrouble } from '../../../ipc/packages-contract.ts';
import type { Translate } from '../../i18n/format.ts';

/** What is said of a package that was not written or not taken; null is a kiosk that did not answer. */
export function packageProblem(error: PackageTrouble | null, say: Translate): string {
  return say(error === null ? 'desk.noAnswer' : `desk.translation.packages.problem.${error.kind}`);
}

/** What is said of an instrument that was not loaded or changed, with the place where it happened. */
export function instrumentProblem(error: InstrumentTrouble | null, say: Translate): string {
  if (error === null) return say('desk.noAnswer');
  const text = say(`desk.translation.instruments.problem.${error.kind}`);
  return error.place === null || error.place === '' ? text : `${text} (${error.place})`;
}
