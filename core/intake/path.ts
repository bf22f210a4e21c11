import type { Pack } from '../pack/load.ts';
import type { Item } from '../pack/questionnaire.ts';
import type { CultureVersion } from '../questionnaire/culture-version.ts';
import type { PathPlace } from './scene.ts';
import type { Visit } from './visit.ts';

/**
 * The sections in which something is asked, then the place where everything is told back. Empty before the questions
 * begin.
 */
export function path(visit: Visit, pack: Pack): PathPlace[] {
  const version = pack[visit.culture];
  const isOnTrack = ({ linkId, short }: Item): boolean =>
    visit.track === 'whole' || short === true || Object.hasOwn(visit.answers, linkId);
  const onTrack = new Set(version.items.filter(({ item }) => isOnTrack(item)).map(({ item }) => item.section));
  const asked = version.sections.filter((section) => onTrack.has(section));
  const places = [...asked, 'readBack'];
  const here = places.indexOf(sectionOf(visit, version) ?? '');
  if (here === -1) return [];
  return places.map((section, index) => ({
    section,
    state: index < here ? 'done' : index === here ? 'here' : 'ahead',
  }));
}

function sectionOf({ stage }: Visit, version: CultureVersion): string | undefined {
  if (stage.kind === 'readBack' || stage.kind === 'offerAlone') return 'readBack';
  if (stage.kind === 'question') return version.byLinkId.get(stage.linkId)?.item.section;
  if (stage.kind === 'offerCode' || stage.kind === 'underAge') return version.byLinkId.get(stage.after)?.item.section;
  return undefined;
}
