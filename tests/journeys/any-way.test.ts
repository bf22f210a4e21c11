import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CULTURES, LANGUAGES } from '../../core/basics/language.ts';
import { visitScene, type ShownItem } from '../../core/intake/scene.ts';
import { act, answersOf, visitSchema, type Visit, type VisitEvent } from '../../core/intake/visit.ts';
import type { Pack } from '../../core/pack/load.ts';
import { answerSchema, codesOf, NON_ANSWERS, type Answer, type GivenAnswer } from '../../core/questionnaire/answer.ts';
import { optionsOf } from '../../core/questionnaire/culture-version.ts';
import { visibleAnswers } from '../../core/questionnaire/flow.ts';
import { newVisit } from './journey.ts';
import { oddPack } from './odd-pack.ts';
import { realPack } from './real-pack.ts';

const POLICY = { fourteenDays: true, noMedicineWhileAnonymous: false };
const packs = [
  ['the pack that ships', realPack],
  ['a pack of very different versions', oddPack],
] as const;

/** What somebody does at random; which of it is possible depends on the screen. */
interface Impulse {
  readonly kind: 'answer' | 'nonAnswer' | 'proceed' | 'back' | 'language' | 'culture' | 'edit';
  readonly picks: readonly number[];
  readonly words: string;
}

const impulses = fc.array(
  fc.record<Impulse>({
    kind: fc.constantFrom('answer', 'answer', 'answer', 'nonAnswer', 'proceed', 'back', 'language', 'culture', 'edit'),
    picks: fc.array(fc.nat(40), { minLength: 1, maxLength: 3 }),
    words: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
  }),
  { maxLength: 60 },
);

function pickOf<T>(from: readonly T[], pick: number): T {
  const picked = from[pick % from.length];
  if (picked === undefined) throw new Error('Nothing to pick from');
  return picked;
}

function answerFor(item: ShownItem, { picks, words }: Impulse): GivenAnswer {
  if (item.field.kind === 'text') return { kind: 'text', text: words };
  const { options, maxAnswers } = item.field;
  const chosen = picks.slice(0, maxAnswers).map((pick) => pickOf(options, pick));
  const alone = chosen.find(({ exclusive }) => exclusive);
  return { kind: 'codes', codes: (alone === undefined ? chosen : [alone]).map(({ code }) => code) };
}

function eventFor(visit: Visit, pack: Pack, impulse: Impulse): VisitEvent {
  const { scene } = visitScene(visit, pack, POLICY);
  const [pick = 0] = impulse.picks;
  switch (impulse.kind) {
    case 'language':
      return { kind: 'chooseLanguage', language: pickOf(LANGUAGES, pick) };
    case 'culture':
      return { kind: 'chooseCulture', culture: pickOf(CULTURES, pick) };
    case 'back':
      return { kind: 'back' };
    case 'edit':
      return { kind: 'edit', linkId: pickOf(pack[visit.culture].items, pick).item.linkId };
    case 'proceed':
      return { kind: 'proceed' };
    case 'answer':
    case 'nonAnswer':
      if (scene.kind !== 'question') return { kind: 'proceed' };
      return {
        kind: 'answer',
        linkId: scene.item.linkId,
        answer: impulse.kind === 'answer' ? answerFor(scene.item, impulse) : { kind: pickOf(NON_ANSWERS, pick) },
      };
  }
}

/** Every visit on the way that the impulses lead; what the kiosk refuses changes nothing. */
function way(start: Visit, pack: Pack, taken: readonly Impulse[]): Visit[] {
  const visits = [start];
  let visit = start;
  for (const impulse of taken) {
    const done = act(visit, eventFor(visit, pack, impulse), { pack, codeTaken: false });
    if (done.ok) visit = done.value;
    visits.push(visit);
  }
  return visits;
}

function visibleIn(visit: Visit, pack: Pack): ReadonlyMap<string, Answer | undefined> {
  return visibleAnswers(pack[visit.culture], answersOf(visit));
}

function stopsForAPerson(visit: Visit, pack: Pack): boolean {
  const visible = visibleIn(visit, pack);
  return pack[visit.culture].items.some(({ item }) =>
    optionsOf(item).some(
      ({ code, leadsTo }) => leadsTo !== undefined && codesOf(visible.get(item.linkId)).includes(code),
    ),
  );
}

describe.each(packs)('Whatever somebody does with %s', (_, pack) => {
  test('a question on the screen is one that is shown', () => {
    fc.assert(
      fc.property(impulses, (taken) => {
        for (const visit of way(newVisit(), pack, taken)) {
          if (visit.stage.kind === 'question') expect(visibleIn(visit, pack).has(visit.stage.linkId)).toBe(true);
        }
      }),
    );
  });

  test('read back comes only when every shown question has an answer, and never under 18', () => {
    fc.assert(
      fc.property(impulses, (taken) => {
        for (const visit of way(newVisit(), pack, taken)) {
          if (visit.stage.kind !== 'readBack') continue;
          expect([...visibleIn(visit, pack).values()]).not.toContain(undefined);
          expect(stopsForAPerson(visit, pack)).toBe(false);
        }
      }),
    );
  });

  test('no answer is lost, and only the question on the screen is answered', () => {
    fc.assert(
      fc.property(impulses, (taken) => {
        const visits = way(newVisit(), pack, taken);
        visits.forEach((visit, index) => {
          const before = visits[index - 1];
          if (before === undefined) return;
          const asked = before.stage.kind === 'question' ? before.stage.linkId : null;
          for (const [linkId, given] of Object.entries(before.answers)) {
            if (linkId === asked) expect(visit.answers).toHaveProperty(linkId);
            else expect(visit.answers[linkId]).toBe(given);
          }
        });
      }),
    );
  });

  test('a change of language or culture version changes no answer', () => {
    fc.assert(
      fc.property(impulses, fc.constantFrom(...LANGUAGES), fc.constantFrom(...CULTURES), (taken, language, culture) => {
        const visit = way(newVisit(), pack, taken).at(-1) ?? newVisit();
        for (const event of [
          { kind: 'chooseLanguage', language },
          { kind: 'chooseCulture', culture },
        ] as const) {
          const done = act(visit, event, { pack, codeTaken: false });
          expect(done.ok && done.value.answers).toBe(visit.answers);
        }
      }),
    );
  });

  test('the questions end, after each has been answered once more at most', () => {
    fc.assert(
      fc.property(impulses, fc.array(fc.nat(40), { minLength: 1, maxLength: 3 }), (taken, picks) => {
        let visit = way(newVisit(), pack, taken).at(-1) ?? newVisit();
        const ahead: Impulse[] = [
          { kind: 'language', picks, words: 'x' },
          { kind: 'culture', picks, words: 'x' },
          // The start screens, the offer of a code, and every item: first those that follow, then those left open.
          ...Array.from({ length: 5 + 2 * pack.danish.items.length }, () => ({
            kind: 'answer' as const,
            picks,
            words: 'x',
          })),
        ];
        visit = way(visit, pack, ahead).at(-1) ?? visit;
        expect(['readBack', 'underAge']).toContain(visit.stage.kind);
      }),
    );
  });

  test('a visit that was kept as JSON in the middle goes on as if it never was', () => {
    fc.assert(
      fc.property(impulses, impulses, (before, after) => {
        const kept = way(newVisit(), pack, before).at(-1) ?? newVisit();
        const read = visitSchema.parse(JSON.parse(JSON.stringify(kept)));
        expect(read).toEqual(kept);
        expect(way(read, pack, after)).toEqual(way(kept, pack, after));
      }),
    );
  });

  test('every answer fits the schema of answers, and survives JSON', () => {
    fc.assert(
      fc.property(impulses, (taken) => {
        const { answers } = way(newVisit(), pack, taken).at(-1) ?? newVisit();
        for (const { answer } of Object.values(answers)) {
          expect(answerSchema.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
        }
      }),
    );
  });
});
