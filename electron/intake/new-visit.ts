import { randomUUID } from 'node:crypto';
import type { Culture } from '../../core/basics/language.ts';
import type { Site } from '../../core/intake/site.ts';
import { beginVisit, type Visit } from '../../core/intake/visit.ts';
import type { VisitSurroundings } from './visit-surroundings.ts';

const FIRST_CULTURE: Readonly<Record<Site['country'], Culture>> = { DK: 'danish', SE: 'swedish', GL: 'greenlandic' };

/** A visit at the greeting, in the language and culture version of the site until somebody chooses. */
export function newVisit({ site, clock, content }: Pick<VisitSurroundings, 'clock' | 'content' | 'site'>): Visit {
  return beginVisit({
    intakeId: randomUUID(),
    contentVersion: content.id,
    startedAt: new Date(clock.nowMs()).toISOString(),
    language: site.language,
    culture: FIRST_CULTURE[site.country],
  });
}
