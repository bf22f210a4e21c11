import { describe, expect, test } from 'vitest';
import { visitScene, type ShownItem } from '../../../core/intake/scene.ts';
import type { Stage, Visit } from '../../../core/intake/visit.ts';
import { Journey, journey, newVisit } from '../../journeys/journey.ts';
import { oddPack } from '../../journeys/odd-pack.ts';
import { realPack } from '../../journeys/real-pack.ts';

const POLICY = { fourteenDays: true, noMedicineWhileAnonymous: true };

function itemOf(visit: Journey, policy = POLICY): ShownItem {
  const { scene } = visitScene(visit.visit, visit.pack, policy);
  if (scene.kind !== 'question') throw new Error(`No question but ${scene.kind}`);
  return scene.item;
}

function at(stage: Stage): Visit {
  return { ...journey().visit, stage };
}

test('The start screens come in order, without a path', () => {
  const visit = new Journey(newVisit(), realPack);
  const kinds = [visit.view.scene.kind];
  visit.proceed().chooseLanguage('kl');
  kinds.push(visit.view.scene.kind);
  visit.proceed().chooseCulture('greenlandic');
  kinds.push(visit.view.scene.kind, visit.proceed().view.scene.kind);
  expect(kinds).toEqual(['greeting', 'language', 'culture', 'whoCanSee']);
  expect(visit.view).toMatchObject({
    language: 'kl',
    culture: 'greenlandic',
    chosen: { language: true, culture: true },
    path: [],
  });
});

test('Who can see the answers is said in the words of the version', () => {
  const scene = journey({ culture: 'swedish' }).back().view.scene;
  expect(scene.kind === 'whoCanSee' && scene.points[2]).toEqual({
    textKey: 'intake.whoCanSee.no-police-no-compulsion',
    pictogram: 'police-no',
  });
});

describe('A question', () => {
  test('shows keys of texts, its options and how many may be chosen', () => {
    const item = itemOf(journey({ culture: 'greenlandic' }).notNow('helper'));
    expect(item).toMatchObject({
      linkId: 'strengths',
      sensitivity: 0,
      titleKey: 'intake.strengths@greenlandic.title',
      hintKey: 'intake.strengths@greenlandic.hint',
      noticeKey: null,
      field: { kind: 'choice', maxAnswers: 5 },
    });
    expect(item.field.kind === 'choice' && item.field.options[0]).toEqual({
      code: 'sea-and-mountain',
      textKey: 'intake.strengths.option.sea-and-mountain',
      pictogram: 'sea-and-mountain',
      exclusive: false,
    });
  });

  test('of one answer takes one, and without pictograms has none', () => {
    expect(itemOf(journey().until('age')).field).toMatchObject({ maxAnswers: 1 });
    expect(itemOf(journey().until('age')).field).toHaveProperty('options.0.pictogram', null);
  });

  test('without a limit takes as many answers as it offers', () => {
    expect(itemOf(journey({ pack: oddPack }).until('second')).field).toMatchObject({ maxAnswers: 3 });
    expect(itemOf(journey({ pack: oddPack }).until('second')).field).toHaveProperty('options.2.exclusive', true);
  });

  test('for words says how long they may be', () => {
    expect(itemOf(journey().until('call-name')).field).toEqual({ kind: 'text', maxLength: 60 });
  });

  test('without a hint has no key of one', () => {
    expect(itemOf(journey()).hintKey).toBeNull();
  });

  test('shows a notice everywhere, or only where the site has its rule', () => {
    const smoking = journey({ culture: 'swedish' }).until('takes-room').answer('takes-room', ['hash']);
    const lax = { ...POLICY, noMedicineWhileAnonymous: false };
    const anonymity = journey().until('anonymity');
    expect(itemOf(smoking, lax).noticeKey).toBe('intake.cannabis-pattern.notice');
    expect(itemOf(anonymity).noticeKey).toBe('intake.anonymity.notice');
    expect(itemOf(anonymity, lax).noticeKey).toBeNull();
  });

  test('shows the answer that stands, and nothing before the first', () => {
    expect(journey().standing).toBeNull();
    expect(journey().answer('helper', ['peer']).back().standing).toEqual({ kind: 'codes', codes: ['peer'] });
  });
});

describe('The path', () => {
  test('shows what is done, where the person is, and what lies ahead', () => {
    expect(journey({ culture: 'swedish' }).until('help-first').view.path).toEqual([
      { section: 'start', state: 'done' },
      { section: 'you', state: 'done' },
      { section: 'hopes', state: 'here' },
      { section: 'strengths', state: 'ahead' },
      { section: 'room', state: 'ahead' },
      { section: 'next', state: 'ahead' },
      { section: 'readBack', state: 'ahead' },
    ]);
  });

  test('ends at read back', () => {
    expect(journey().toTheEnd().view.path.at(-1)).toEqual({ section: 'readBack', state: 'here' });
  });

  test('stays where a person under 18 stopped', () => {
    const { path } = visitScene(at({ kind: 'underAge', after: 'age' }), realPack, POLICY);
    expect(path.find(({ state }) => state === 'here')?.section).toBe('you');
  });
});

describe('Read back', () => {
  test('tells codes, words and non-answers, and is silent on what was not asked', () => {
    const visit = journey()
      .answer('helper', ['interpreter'])
      .notNow('anonymity')
      .answer('call-name', 'Aviâja')
      .toTheEnd();
    const notAsked = { answer: { kind: 'notAsked', why: 'helperPresent' }, language: 'da', culture: 'danish' } as const;
    const kept = { ...visit.visit, answers: { ...visit.visit.answers, age: notAsked } };
    const { scene } = visitScene(kept, realPack, POLICY);
    expect(scene.kind === 'readBack' && scene.lines.slice(0, 4)).toEqual([
      {
        linkId: 'helper',
        sensitivity: 1,
        titleKey: 'intake.helper.title',
        said: { kind: 'options', textKeys: ['intake.helper.option.interpreter'] },
      },
      {
        linkId: 'anonymity',
        sensitivity: 2,
        titleKey: 'intake.anonymity.title',
        said: { kind: 'nonAnswer', nonAnswer: 'notNow' },
      },
      {
        linkId: 'call-name',
        sensitivity: 1,
        titleKey: 'intake.call-name.title',
        said: { kind: 'words', text: 'Aviâja' },
      },
      {
        linkId: 'help-first',
        sensitivity: 1,
        titleKey: 'intake.help-first.title',
        said: { kind: 'nonAnswer', nonAnswer: 'notNow' },
      },
    ]);
  });

  test('leaves out what has no answer', () => {
    const { scene } = visitScene(at({ kind: 'readBack' }), realPack, POLICY);
    expect(scene).toEqual({ kind: 'readBack', lines: [] });
  });
});

describe('Never shown is', () => {
  test('a question that the version does not have', () => {
    const stage = { kind: 'question', linkId: 'nothing', editing: false } as const;
    expect(() => visitScene(at(stage), realPack, POLICY)).toThrow('nothing');
  });

  test('a stage of a kind that the types rule out', () => {
    expect(() => visitScene(at({ kind: 'dance' } as never), realPack, POLICY)).toThrow();
  });

  test('an answer of a kind that the types rule out', () => {
    const helper = { answer: { kind: 'sung' } as never, language: 'da', culture: 'danish' } as const;
    expect(() => visitScene({ ...at({ kind: 'readBack' }), answers: { helper } }, realPack, POLICY)).toThrow();
  });
});
