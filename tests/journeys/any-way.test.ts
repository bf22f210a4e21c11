import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CULTURES, LANGUAGE_TAGS } from '../../core/basics/language.ts';
import { toUtf8 } from '../../core/basics/utf8.ts';
import { act } from '../../core/intake/act.ts';
import { composeIntake } from '../../core/intake/compose-intake.ts';
import { parseIntake } from '../../core/intake/intake.ts';
import { interviewOf, visitSchema, type Visit } from '../../core/intake/visit.ts';
import type { Pack } from '../../core/pack/load.ts';
import { answerSchema, codesOf, hasValue, type Answer } from '../../core/questionnaire/answer.ts';
import { maySend } from '../../core/questionnaire/conditions.ts';
import { optionsOf } from '../../core/questionnaire/culture-version.ts';
import { unasked } from '../../core/questionnaire/flow.ts';
import { answeredOf, countedAnswers } from '../../core/questionnaire/visible-answers.ts';
import { choosingAll, choosingPlace } from '../../tools/bench/any-answer.ts';
import { keyCatalogue } from '../core/translation/key-texts.ts';
import { exampleSite } from '../core/intake/example-intake.ts';
import { danishInstrumentPack, instrumentPack } from './instrument-pack.ts';
import { journey, newVisit } from './journey.ts';
import { oddPack } from './odd-pack.ts';
import { contextAt, eager, impulses, way, type Step } from './random-person.ts';
import { realPack } from './real-pack.ts';
import { walked } from './ways-on.ts';

const packs = [
  ['the pack that ships', realPack],
  ['the same with an instrument that exists in two languages', instrumentPack],
  ['the same with an instrument that exists in one language', danishInstrumentPack],
  ['a pack of very different versions', oddPack],
] as const;
const RUNS = { numRuns: 40 };

/** Where ways begin: at the greeting, in the middle with and without a helper, and with everything told back. */
function starts(pack: Pack): readonly Visit[] {
  return [
    newVisit(),
    ...CULTURES.flatMap((culture) => [
      journey({ culture, pack, track: 'short', helped: true }).visit,
      journey({ culture, pack }).visit,
      walked(journey({ culture, pack }), choosingAll).visit,
      walked(journey({ culture, pack, track: 'short' }), choosingPlace(1)).visit,
    ]),
  ];
}

function visibleIn(visit: Visit, pack: Pack): ReadonlyMap<string, Answer | undefined> {
  return interviewOf(visit, pack).visible;
}

function questionOf({ stage }: Visit): string | null {
  return stage.kind === 'question' ? stage.linkId : null;
}

function hasComeTo({ before, after }: Step): string | null {
  return questionOf(before) === questionOf(after) ? null : questionOf(after);
}

function handsOver(visit: Visit, pack: Pack): boolean {
  const visible = visibleIn(visit, pack);
  return pack[visit.culture].items.some(({ item }) =>
    optionsOf(item).some(
      ({ code, leadsTo }) => leadsTo !== undefined && codesOf(visible.get(item.linkId)).includes(code),
    ),
  );
}

describe.each(packs)('Whatever somebody does with %s', (_, pack) => {
  const start = fc.constantFrom(...starts(pack));

  /** Checks every step of any way. */
  function atEachStep(check: (step: Step) => void): void {
    fc.assert(
      fc.property(start, impulses, (from, taken) => {
        for (const step of way(from, pack, taken)) check(step);
      }),
      RUNS,
    );
  }

  test('only questions that are shown are asked, and none again that is answered, but by Back or to change it', () => {
    atEachStep((step) => {
      const asked = hasComeTo(step);
      if (asked === null) return;
      const visible = visibleIn(step.after, pack);
      expect(visible.has(asked)).toBe(true);
      if (step.event.kind !== 'back' && step.event.kind !== 'edit') expect(visible.get(asked)).toBeUndefined();
    });
  });

  test('no highly sensitive question stands on the screen of who has a helper', () => {
    atEachStep(({ after }) => {
      const linkId = questionOf(after);
      if (after.accompanied && linkId !== null)
        expect(pack[after.culture].byLinkId.get(linkId)?.item.sensitivity).toBeLessThan(3);
    });
  });

  test('no answer is lost but one that is removed, and only the question on the screen is answered', () => {
    atEachStep(({ before, after, event }) => {
      const replaced = event.kind === 'answer' ? questionOf(before) : null;
      const removed = event.kind === 'remove' && before !== after ? event.linkId : null;
      if (removed !== null) expect(after.answers).not.toHaveProperty(removed);
      for (const [linkId, given] of Object.entries(before.answers)) {
        if (linkId === removed) continue;
        if (linkId === replaced) expect(after.answers).toHaveProperty(linkId);
        else expect(after.answers[linkId]).toBe(given);
      }
      const added = Object.keys(after.answers).filter((linkId) => !(linkId in before.answers));
      expect(added.filter((linkId) => linkId !== replaced)).toEqual([]);
    });
  });

  test('every answer fits the schema of answers, and survives JSON', () => {
    atEachStep(({ after, event }) => {
      const given = event.kind === 'answer' ? after.answers[event.linkId] : undefined;
      if (given !== undefined)
        expect(answerSchema.parse(JSON.parse(JSON.stringify(given.answer)))).toEqual(given.answer);
    });
  });

  test('read back comes only when every shown question is answered or is left out for a reason', () => {
    atEachStep(({ before, after }) => {
      if (after.stage.kind !== 'readBack' || before.stage.kind === 'readBack') return;
      const open = [...visibleIn(after, pack)].flatMap(([linkId, answer]) => (answer === undefined ? linkId : []));
      const reasons = unasked(interviewOf(after, pack));
      expect(open.filter((linkId) => !reasons.has(linkId))).toEqual([]);
    });
  });

  test('nobody comes to read back under 18', () => {
    atEachStep(({ after }) => {
      if (after.stage.kind === 'readBack') expect(handsOver(after, pack)).toBe(false);
    });
  });

  test('what is sealed at read back is readable, and holds exactly the answers that count', () => {
    atEachStep(({ before, after: visit }) => {
      if (visit.stage.kind !== 'readBack' || visit === before) return;
      const createdAt = '2026-03-01T12:00:00.000Z';
      const reviewStatus = (): 'draft' => 'draft';
      const source = { visit, pack, catalogue: keyCatalogue, reviewStatus, site: exampleSite, createdAt };
      const intake = composeIntake({ ...source, instruments: [], toldCalls: () => [] });
      expect(parseIntake(toUtf8(JSON.stringify(intake)))).toEqual({ ok: true, value: intake });
      const said = intake.answers.filter((answer) => answer.said.kind !== 'notAsked');
      expect(said.map(({ linkId }) => linkId)).toEqual(sendable(visit, pack));
      const shown = [...visibleIn(visit, pack)].flatMap(([linkId, answer]) => (answer === undefined ? linkId : []));
      const notAsked = intake.answers.filter((answer) => answer.said.kind === 'notAsked');
      expect(notAsked.map(({ linkId }) => linkId)).toEqual(shown);
    });
  });

  test('a change of language or culture version changes no answer', () => {
    fc.assert(
      fc.property(
        start,
        impulses,
        fc.constantFrom(...LANGUAGE_TAGS),
        fc.constantFrom(...CULTURES),
        (from, taken, language, culture) => {
          const visit = way(from, pack, taken).at(-1)?.after ?? from;
          for (const event of [
            { kind: 'chooseLanguage', language },
            { kind: 'chooseCulture', culture },
          ] as const) {
            const done = act(visit, event, contextAt(pack, 0));
            expect(done.ok && done.value.answers).toBe(visit.answers);
          }
        },
      ),
      RUNS,
    );
  });

  test('the questions end', () => {
    fc.assert(
      fc.property(start, impulses, fc.array(fc.nat(1000), { minLength: 2, maxLength: 6 }), (from, taken, picks) => {
        const visit = way(from, pack, taken).at(-1)?.after ?? from;
        // The start screens and the offers, and every item: a second time only where a later answer hid what was chosen.
        const steps = Array.from({ length: 8 + 2 * pack[visit.culture].items.length }, () => eager(picks));
        const end = way(visit, pack, steps).at(-1)?.after ?? visit;
        expect(['readBack', 'underAge']).toContain(end.stage.kind);
      }),
      RUNS,
    );
  });

  test('the same events lead the same way, also for a visit that was kept as JSON in the middle', () => {
    fc.assert(
      fc.property(start, impulses, impulses, (from, before, after) => {
        const first = way(from, pack, before);
        const kept = first.at(-1)?.after ?? from;
        const read = visitSchema.parse(JSON.parse(JSON.stringify(kept)));
        expect(read).toEqual(kept);
        const second = way(kept, pack, after);
        expect(replayed(from, pack, first)).toEqual(kept);
        expect(replayed(read, pack, second)).toEqual(second.at(-1)?.after ?? kept);
      }),
      RUNS,
    );
  });
});

function replayed(from: Visit, pack: Pack, steps: readonly Step[]): Visit {
  return steps.reduce((visit, { event }, second) => {
    const done = act(visit, event, contextAt(pack, second));
    return done.ok ? done.value : visit;
  }, from);
}

/** The answers that count and may leave the kiosk. */
function sendable(visit: Visit, pack: Pack): readonly string[] {
  const interview = interviewOf(visit, pack);
  const answered = answeredOf(interview);
  return countedAnswers(interview).flatMap(([linkId, answer]) => {
    const asked = answered.item(linkId);
    return hasValue(answer) && asked !== undefined && !maySend(asked, answered) ? [] : linkId;
  });
}
