import { describe, expect, test } from 'vitest';
import { CULTURES, LANGUAGES } from '../../core/basics/language.ts';
import { act } from '../../core/intake/act.ts';
import { beginVisit, type Visit, type VisitEvent } from '../../core/intake/visit.ts';
import { raisedRules, safetyLevel } from '../../core/questionnaire/safety.ts';
import { interviewOf } from '../../core/intake/visit.ts';
import { answerOf } from '../../tools/person/answer-of.ts';
import { repliesFor } from '../../tools/person/replies.ts';
import { expectOk } from '../expect-ok.ts';
import { realPack } from '../journeys/real-pack.ts';

const now = '2026-11-23T10:00:00.000Z';
const context = { pack: realPack, codeTaken: true, now };

const after = (visit: Visit, event: VisitEvent): Visit => expectOk(act(visit, event, context));

function atFirstQuestion(track: Visit['track'], how: Pick<Visit, 'language' | 'culture'>): Visit {
  const begun = beginVisit({ intakeId: crypto.randomUUID(), contentVersion: '0'.repeat(64), startedAt: now, ...how });
  const chosen = { ...begun, chosen: { language: true, culture: true }, stage: { kind: 'track' } } as const;
  return after(chosen, { kind: 'chooseTrack', track });
}

describe.each(CULTURES)('The scripted person in the %s version', (culture) => {
  test.each(LANGUAGES.flatMap((language) => [[language, 'short'] as const, [language, 'whole'] as const]))(
    'has a fitting reply to every question in %s on the %s track, and is in no danger',
    (language, track) => {
      const replies = repliesFor(language, culture);
      let visit = atFirstQuestion(track, { language, culture });
      for (let asked = 0; visit.stage.kind === 'question' && asked < 150; asked++) {
        const { linkId } = visit.stage;
        const reply = replies[linkId];
        expect(reply, linkId).toBeDefined();
        if (reply !== undefined) visit = after(visit, { kind: 'answer', linkId, answer: answerOf(reply) });
      }
      expect(visit.stage).toEqual({ kind: 'readBack' });
      expect(safetyLevel(raisedRules(interviewOf(visit, realPack)))).not.toBe('red');
    },
  );
});
