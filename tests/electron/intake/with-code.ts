import { parseCode, type PictureCode } from '../../../core/intake/picture-code.ts';
import type { CurrentVisit } from '../../../electron/intake/current-visit.ts';
import { expectOk } from '../../expect-ok.ts';
import { answers, goesTo, NAME } from './person.ts';

/** Takes a code and returns its digits as they are shown. */
export async function takesCode(visit: CurrentVisit): Promise<string> {
  return expectOk(await visit.takeCode()).digits;
}

/** A code from its digits. */
export function codeOf(digits: string): PictureCode {
  return expectOk(parseCode(digits));
}

/** Goes to the question for a name, and says one. */
export function saysName(visit: CurrentVisit): void {
  goesTo(visit, 'call-name');
  answers(visit, { kind: 'text', text: NAME });
}
