import { assertNever } from '../basics/assert-never.ts';
import type { Pack } from '../pack/load.ts';
import type { CultureVersion } from '../questionnaire/culture-version.ts';
import { isOnlyAlone, openItems, unasked, type Interview } from '../questionnaire/flow.ts';
import { isRed, raisedRules, safetyLevel, type RaisedRule } from '../questionnaire/safety.ts';
import { answeredOf } from '../questionnaire/visible-answers.ts';
import { path } from './path.ts';
import { questionScene } from './question-scene.ts';
import { readBackLines } from './read-back.ts';
import type { Scene, ShownSafety, VisitScene } from './scene.ts';
import type { SitePolicy } from './site.ts';
import { canTellBack } from './stages.ts';
import { standingCalls } from './visit-calls.ts';
import { interviewOf, type Visit } from './visit.ts';

/** Turns a visit into what a window shows. `policy` decides which notices are true at this site. */
export function visitScene(visit: Visit, pack: Pack, policy: SitePolicy): VisitScene {
  const { language, culture, track, accompanied, chosen } = visit;
  const interview = interviewOf(visit, pack);
  const raised = raisedRules(interview);
  return {
    language,
    culture,
    track,
    accompanied,
    chosen,
    path: path(visit, pack),
    canTellBack: canTellBack(visit, interview),
    safety: shownSafety(visit, raised, interview),
    scene: scene({ visit, pack, interview, policy }),
  };
}

function shownSafety(visit: Visit, raised: readonly RaisedRule[], interview: Interview): ShownSafety {
  const named = namedRules(raised, interview);
  const offered = named.filter(({ rule }) => visit.rulesOffered.includes(rule.id)).map(({ rule }) => rule);
  return {
    level: safetyLevel(raised),
    rules: named.map(({ rule }) => rule.id),
    red: named.filter(isRed).map(({ rule }) => rule.id),
    tellsCalls: standingCalls(visit, raised).length > 0,
    offer:
      offered.length === 0
        ? null
        : {
            tips: [...new Set(offered.flatMap(({ tip }) => tip ?? []))],
            asksNowOrLater: offered.some((rule) => rule.asksNowOrLater === true),
          },
  };
}

/**
 * The rules that a window may name. While somebody helps, those that only highly sensitive answers reach stay unnamed;
 * the level stands, and an answer that can be given in company still shows the rule that it reaches.
 */
function namedRules(raised: readonly RaisedRule[], interview: Interview): readonly RaisedRule[] {
  const { item } = answeredOf(interview);
  const isPrivate = (linkId: string): boolean => {
    const asked = item(linkId);
    return asked !== undefined && isOnlyAlone(asked);
  };
  return raised.filter(({ linkIds }) => !interview.accompanied || !linkIds.every(isPrivate));
}

interface SceneSource {
  readonly visit: Visit;
  readonly pack: Pack;
  readonly interview: Interview;
  readonly policy: SitePolicy;
}

function scene(source: SceneSource): Scene {
  const { interview } = source;
  const { stage } = source.visit;
  switch (stage.kind) {
    case 'greeting':
    case 'language':
    case 'culture':
    case 'track':
    case 'offerCode':
    case 'underAge':
      return { kind: stage.kind };
    case 'whoCanSee':
      return { kind: 'whoCanSee', points: whoCanSeePoints(interview.version) };
    case 'question':
      return questionScene(source, stage.linkId);
    case 'offerAlone':
      return { kind: 'offerAlone', questions: leftOutForHelper(interview) };
    case 'readBack':
      return { kind: 'readBack', lines: readBackLines(source), open: openFromReadBack(interview) };
    default:
      return assertNever(stage);
  }
}

function leftOutForHelper(interview: Interview): number {
  return [...unasked(interview).values()].filter((why) => why === 'helperPresent').length;
}

/** What would be asked if the person wanted the whole track after all. */
function openFromReadBack(interview: Interview): number {
  return openItems({ ...interview, track: 'whole', leftOpen: new Set() }).length;
}

function whoCanSeePoints(version: CultureVersion): { textKey: string; pictogram: string }[] {
  return version.whoCanSee.map(({ code, pictogram }) => ({ textKey: `intake.whoCanSee.${code}`, pictogram }));
}
