import { describe, expect, test } from 'vitest';
import type { ShownItem } from '../../../core/intake/scene.ts';
import { visitScene } from '../../../core/intake/visit-scene.ts';
import type { Stage, Visit } from '../../../core/intake/visit.ts';
import { instrumentPack } from '../../journeys/instrument-pack.ts';
import { Journey, journey, newVisit, POLICY } from '../../journeys/journey.ts';
import { oddPack } from '../../journeys/odd-pack.ts';
import { realPack } from '../../journeys/real-pack.ts';

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
  visit.proceed().chooseLanguage('kl-tunumiit');
  kinds.push(visit.view.scene.kind);
  visit.proceed().chooseCulture('greenlandic');
  kinds.push(visit.view.scene.kind, visit.proceed().view.scene.kind, visit.proceed().view.scene.kind);
  expect(kinds).toEqual(['greeting', 'language', 'culture', 'whoCanSee', 'track']);
  expect(visit.view).toEqual({
    language: 'kl-tunumiit',
    culture: 'greenlandic',
    track: 'whole',
    accompanied: false,
    chosen: { language: true, culture: true },
    path: [],
    canTellBack: false,
    safety: { level: 'none', rules: [], red: [], tellsCalls: false, offer: null },
    scene: { kind: 'track' },
  });
});

test('Who can see the answers is said in the words of the version', () => {
  const scene = journey({ culture: 'swedish' }).back().back().view.scene;
  expect(scene.kind === 'whoCanSee' && scene.points[2]).toEqual({
    textKey: 'intake.whoCanSee.no-police-no-compulsion',
    pictogram: 'police-no',
  });
});

test('The track and whether somebody helps stand on every screen', () => {
  expect(journey({ track: 'short', helped: true }).view).toMatchObject({ track: 'short', accompanied: true });
});

describe('A question', () => {
  test('shows keys of texts, its options and how many may be chosen', () => {
    const item = itemOf(journey({ culture: 'greenlandic' }).until('strengths'));
    expect(item).toMatchObject({
      linkId: 'strengths',
      sensitivity: 0,
      titleKey: 'intake.strengths@greenlandic.title',
      hintKey: 'intake.strengths@greenlandic.hint',
      noticeKey: null,
      field: { kind: 'choice', presentation: 'cards', imagery: null, maxAnswers: 5 },
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
    expect(itemOf(journey().until('age')).field).toHaveProperty('options.1.pictogram', null);
  });

  test('without a limit takes as many answers as it offers', () => {
    expect(itemOf(journey({ pack: oddPack }).until('second')).field).toMatchObject({ maxAnswers: 3 });
    expect(itemOf(journey({ pack: oddPack }).until('second')).field).toHaveProperty('options.2.exclusive', true);
  });

  test('offers no option that is hidden', () => {
    const visit = journey({ pack: oddPack }).notNow('first').answer('second', ['no']).until('secret');
    expect(visit.offered).toEqual(['no']);
  });

  test('along a path or of stories says so', () => {
    const start = { culture: 'greenlandic' } as const;
    expect(itemOf(journey(start).until('importance')).field).toMatchObject({ presentation: 'path', imagery: 'boat' });
    expect(itemOf(journey(start).until('confidence')).field).toMatchObject({ presentation: 'stories', imagery: null });
  });

  test('for words says how long they may be, whether they are masked, and warns of no names unless they matter', () => {
    const words = { kind: 'text', masked: false, keyboard: null, warnsOfNames: false };
    const named = journey().until('anonymity').answer('anonymity', ['name']);
    expect(itemOf(named.copy().until('call-name')).field).toEqual({ ...words, maxLength: 60 });
    expect(itemOf(named.copy().until('personal-number')).field).toEqual({
      ...words,
      maxLength: 20,
      masked: true,
      keyboard: 'number',
    });
    expect(itemOf(named.copy().until('most-important')).field).toEqual({ ...words, maxLength: 1000 });
    const nameless = journey().until('anonymity').answer('anonymity', ['code-only']).until('most-important');
    expect(itemOf(nameless).field).toEqual({ ...words, maxLength: 1000, warnsOfNames: true });
  });

  test('for a number or days says their limits', () => {
    const visit = journey({ pack: oddPack }).until('sum').answer('sum', ['four']);
    expect(itemOf(visit).field).toEqual({ kind: 'number', minValue: 2, maxValue: 9 });
    expect(itemOf(visit.answer('count', 2)).field).toEqual({ kind: 'days', lastDays: 14 });
  });

  test('for times of drinking shows vessels, parts and company', () => {
    const visit = journey({ pack: oddPack }).until('sum').answer('sum', ['four']).answer('count', 2);
    expect(itemOf(visit.markDays('marked')).field).toEqual({
      kind: 'episodes',
      maxEpisodes: 3,
      containers: [
        { code: 'can', textKey: 'intake.drunk.container.can', pictogram: 'can', shared: false },
        { code: 'bottle', textKey: 'intake.drunk.container.bottle', pictogram: 'bottle', shared: true },
      ],
      asksShare: 'ofShared',
      shares: [
        { code: 'all', textKey: 'intake.drunk.share.all', pictogram: null },
        { code: 'half', textKey: 'intake.drunk.share.half', pictogram: null },
      ],
      company: [
        { code: 'alone', textKey: 'intake.drunk.company.alone', pictogram: null },
        { code: 'others', textKey: 'intake.drunk.company.others', pictogram: null },
      ],
    });
  });

  test('for times of drinking without parts and company shows none', () => {
    const drinking = journey().until('takes-room').answer('takes-room', ['alcohol']).until('last-drink');
    const { field } = itemOf(drinking.answer('last-drink', ['today']).until('last-times'));
    expect(field).toMatchObject({ kind: 'episodes', asksShare: 'never', shares: [], company: [] });
  });

  test('for people shows who they may be, and the rings', () => {
    const visit = journey({ pack: oddPack, culture: 'greenlandic' });
    expect(itemOf(visit).field).toEqual({
      kind: 'circle',
      maxPeople: 4,
      who: [
        { code: 'sister', textKey: 'intake.near.who.sister', pictogram: 'sister' },
        { code: 'friend', textKey: 'intake.near.who.friend', pictogram: 'friend' },
      ],
      rings: [
        { code: 'here', textKey: 'intake.near.ring.here', pictogram: null },
        { code: 'far', textKey: 'intake.near.ring.far', pictogram: null },
      ],
    });
  });

  test('has the three non-answers, in the words and pictures of the version', () => {
    expect(itemOf(journey({ culture: 'greenlandic' })).nonAnswers).toEqual([
      { nonAnswer: 'notNow', textKey: 'intake.nonAnswer@greenlandic.notNow', pictogram: 'face-no' },
      { nonAnswer: 'tellAPerson', textKey: 'intake.nonAnswer@greenlandic.tellAPerson', pictogram: 'talk' },
      { nonAnswer: 'dontKnow', textKey: 'intake.nonAnswer@greenlandic.dontKnow', pictogram: 'face-shrug' },
    ]);
    expect(itemOf(journey()).nonAnswers[2]).toMatchObject({ textKey: 'intake.nonAnswer.dontKnow' });
  });

  test('without a hint has no key of one', () => {
    expect(itemOf(journey().until('helper')).hintKey).toBeNull();
  });

  test('shows a notice everywhere, or only where the site has its rule', () => {
    const lax = { ...POLICY, noMedicineWhileAnonymous: false };
    const anonymity = journey().until('anonymity');
    expect(itemOf(journey().until('pregnant'), lax).noticeKey).toBe('intake.pregnant.notice');
    expect(itemOf(anonymity).noticeKey).toBe('intake.anonymity.notice');
    expect(itemOf(anonymity, lax).noticeKey).toBeNull();
  });

  test('of an instrument shows its official words', () => {
    const item = itemOf(journey({ pack: instrumentPack, language: 'sv' }).until('invented-example-q1'));
    expect(item.titleKey).toBe('instrument.invented-example-q1.title');
  });

  test('shows the answer that stands, and nothing before the first', () => {
    expect(journey().standing).toBeNull();
    expect(journey().answer('read-or-listen', ['both']).back().standing).toEqual({ kind: 'codes', codes: ['both'] });
  });
});

describe('The path', () => {
  test('shows what is done, where the person is, and what lies ahead', () => {
    const { path } = journey({ culture: 'swedish' }).until('help-first').view;
    const done = ['start', 'you'];
    const ahead = ['everyday', 'strengths', 'room', 'substances', 'body', 'mind', 'earlier', 'next', 'end', 'readBack'];
    expect(path).toEqual([
      ...done.map((section) => ({ section, state: 'done' })),
      { section: 'hopes', state: 'here' },
      ...ahead.map((section) => ({ section, state: 'ahead' })),
    ]);
  });

  test('of the short track leaves out sections of which nothing is asked', () => {
    const sections = (visit: Journey): readonly string[] => visit.view.path.map(({ section }) => section);
    expect(sections(journey({ track: 'short' }))).not.toContain('earlier');
    const early = journey().until('contact-way').chooseTrack('short');
    expect(sections(early)).toContain('earlier');
    expect(sections(early)).not.toContain('end');
  });

  test('ends at read back, and at the offer to answer alone', () => {
    expect(journey().toTheEnd().view.path.at(-1)).toEqual({ section: 'readBack', state: 'here' });
    expect(journey({ helped: true }).until('offerAlone').view.path.at(-1)?.state).toBe('here');
  });

  test('stays where a person under 18 stopped', () => {
    const { path } = visitScene(at({ kind: 'underAge', after: 'age' }), realPack, POLICY);
    expect(path.find(({ state }) => state === 'here')?.section).toBe('you');
  });
});

describe('Read back', () => {
  test('tells each line with its question, in the order of the version', () => {
    const visit = journey({ track: 'short' })
      .answer('helper', ['alone'])
      .notNow('urgent')
      .answer('anonymity', ['name'])
      .until('call-name')
      .answer('call-name', 'Aviâja')
      .tellBack();
    const line = { sensitivity: 1, language: null, locked: null };
    expect(visit.view.scene).toEqual({
      kind: 'readBack',
      lines: [
        {
          ...line,
          linkId: 'helper',
          section: 'start',
          titleKey: 'intake.helper.title',
          said: { kind: 'options', textKeys: ['intake.helper.option.alone'] },
        },
        {
          ...line,
          sensitivity: 2,
          linkId: 'urgent',
          section: 'start',
          titleKey: 'intake.urgent.title',
          said: { kind: 'nonAnswer', textKey: 'intake.nonAnswer.notNow' },
        },
        {
          ...line,
          sensitivity: 2,
          linkId: 'anonymity',
          section: 'you',
          titleKey: 'intake.anonymity.title',
          said: { kind: 'options', textKeys: ['intake.anonymity.option.name'] },
        },
        {
          ...line,
          linkId: 'call-name',
          section: 'you',
          titleKey: 'intake.call-name.title',
          said: { kind: 'words', text: 'Aviâja', masked: false },
        },
      ],
      open: visit.open,
    });
  });

  test('says which words to mask', () => {
    const visit = journey().until('anonymity').answer('anonymity', ['name']).until('personal-number');
    const { scene } = visit.answer('personal-number', '010203-4567').toTheEnd().view;
    const line = scene.kind === 'readBack' && scene.lines.find(({ linkId }) => linkId === 'personal-number');
    expect(line).toMatchObject({ said: { kind: 'words', masked: true } });
  });

  test('tells times of drinking without parts and company as they are', () => {
    const drinking = journey().until('takes-room').answer('takes-room', ['alcohol']).until('last-drink');
    const visit = drinking
      .answer('last-drink', ['today'])
      .until('last-times')
      .drank('last-times', { drinks: [{ container: 'beer-33', count: 2 }], share: null, company: null })
      .tellBack();
    expect(visit.toldBack['last-times']).toEqual(['2 × intake.last-times.container.beer-33']);
  });

  test('leaves out what has no answer', () => {
    const { scene } = visitScene(at({ kind: 'readBack' }), realPack, POLICY);
    expect(scene).toMatchObject({ kind: 'readBack', lines: [] });
  });
});

describe('Never shown is', () => {
  const given = { language: 'da', culture: 'danish', at: '2026-03-01T10:00:00.000Z', accompanied: false } as const;

  test('a question that the version does not have', () => {
    const stage = { kind: 'question', linkId: 'nothing', editing: false } as const;
    expect(() => visitScene(at(stage), realPack, POLICY)).toThrow('nothing');
  });

  test('a stage of a kind that the types rule out', () => {
    expect(() => visitScene(at({ kind: 'dance' } as never), realPack, POLICY)).toThrow();
  });

  test('marked days at a question of another kind', () => {
    const answers = { helper: { ...given, answer: { kind: 'days' as const, daysAgo: [1] } } };
    expect(() => visitScene({ ...at({ kind: 'readBack' }), answers }, realPack, POLICY)).toThrow('helper');
  });

  test('an answer of a kind that the types rule out', () => {
    const answers = { helper: { ...given, answer: { kind: 'sung' } as never } };
    expect(() => visitScene({ ...at({ kind: 'readBack' }), answers }, realPack, POLICY)).toThrow();
  });
});
