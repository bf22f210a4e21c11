import { CULTURES } from '../basics/language.ts';
import { checkVersion } from './check-version.ts';
import type { Pack } from './pack.ts';
import type { Finding, PackProblem } from './problem.ts';
import type { QuestionnaireFile } from './questionnaire.ts';

/** Checks each version. What is wrong in all of them is wrong in what they share, and is said once. */
export function checkVersions(pack: Pack, base: QuestionnaireFile): readonly PackProblem[] {
  const shared = new Set([...base.item.map(({ linkId }) => linkId), ...base.instrumentSlot.map(({ slot }) => slot)]);
  const versions = CULTURES.map((culture) => ({
    file: `${culture}.json`,
    findings: new Map(checkVersion(pack[culture]).map((finding) => [JSON.stringify(finding), finding])),
  }));
  const isEverywhere = (key: string, { place }: Finding): boolean =>
    shared.has(place.replace(/ > .*$/, '')) && versions.every(({ findings }) => findings.has(key));
  const said = new Map<string, PackProblem>();
  for (const { file, findings } of versions)
    for (const [key, finding] of findings) {
      const where = isEverywhere(key, finding) ? 'questionnaire.json' : file;
      said.set(`${where} ${key}`, { file: where, ...finding });
    }
  return [...said.values()];
}
