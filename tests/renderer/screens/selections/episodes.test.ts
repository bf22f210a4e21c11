import { describe, expect, test } from 'vitest';
import type { Episode } from '../../../../core/questionnaire/answer.ts';
import {
  addTime,
  asksShare,
  changeCount,
  chooseCompany,
  chooseShare,
  countOf,
  FIRST_TIME,
  fittingTimes,
  MOST_OF_A_VESSEL,
  nextEpisodeStep,
  openTime,
  previousEpisodeStep,
  removeTime,
  tellAgain,
  toldEpisodes,
  type EpisodesField,
  type ToldTimes,
} from '../../../../renderer/screens/citizen/selections/episodes.ts';

const choices = (...codes: string[]) => codes.map((code) => ({ code, textKey: code, pictogram: null }));

/** Asks for one's own part and for the company, as the Greenlandic version does. */
const withBoth: EpisodesField = {
  kind: 'episodes',
  maxEpisodes: 4,
  containers: [
    { code: 'can', textKey: 'can', pictogram: null, shared: false },
    { code: 'box', textKey: 'box', pictogram: null, shared: true },
  ],
  asksShare: 'always',
  shares: choices('all', 'half'),
  company: choices('alone', 'friends'),
};
const onlyOfShared: EpisodesField = { ...withBoth, asksShare: 'ofShared', company: [] };
const onlyDrinks: EpisodesField = { ...withBoth, asksShare: 'never', shares: [], company: [] };

const cans = (count: number): Episode => ({ drinks: [{ container: 'can', count }], share: null, company: null });
const boxes = (share: string | null): Episode => ({ drinks: [{ container: 'box', count: 1 }], share, company: null });

const list = (...times: Episode[]): ToldTimes => ({ kind: 'episodes', times, open: null });
const drinksOf = (time: number, ...times: Episode[]): ToldTimes => ({
  kind: 'episodes',
  times,
  open: { time, step: 'drinks' },
});
const aroundOf = (time: number, ...times: Episode[]): ToldTimes => ({
  kind: 'episodes',
  times,
  open: { time, step: 'around' },
});

describe('Vessels', () => {
  test('are counted up and down, and are gone at nought', () => {
    const two = changeCount(changeCount(FIRST_TIME, 'can', 1), 'can', 1);
    expect(countOf(openTime(two) ?? cans(0), 'can')).toBe(2);
    const none = changeCount(changeCount(two, 'can', -1), 'can', -1);
    expect(openTime(none)?.drinks).toEqual([]);
    expect(openTime(changeCount(none, 'can', -1))?.drinks).toEqual([]);
  });

  test('are counted no further than an answer can say', () => {
    const full = drinksOf(0, cans(MOST_OF_A_VESSEL));
    expect(openTime(changeCount(full, 'can', 1))).toEqual(cans(MOST_OF_A_VESSEL));
  });

  test('change in the open time only', () => {
    expect(changeCount(drinksOf(1, cans(1), cans(2)), 'can', 1).times).toEqual([cans(1), cans(3)]);
  });
});

test('The part and the company belong to the open time', () => {
  const told = chooseCompany(chooseShare(aroundOf(1, cans(1), cans(2)), 'half'), 'friends');
  expect(told.times).toEqual([cans(1), { ...cans(2), share: 'half', company: 'friends' }]);
});

describe('The part is asked for', () => {
  test.each([
    { field: withBoth, time: cans(1), asks: true, when: 'always where the version always asks' },
    { field: onlyOfShared, time: cans(1), asks: false, when: 'not of what one empties alone' },
    { field: onlyOfShared, time: boxes(null), asks: true, when: 'of what is emptied together' },
    { field: onlyDrinks, time: boxes(null), asks: false, when: 'never where the version never asks' },
  ])('$when', ({ field, time, asks }) => {
    expect(asksShare(field, time)).toBe(asks);
  });
});

describe('Continue', () => {
  test('asks for a drink first', () => {
    expect(nextEpisodeStep(FIRST_TIME, withBoth)).toEqual({ kind: 'missing', what: 'drinks' });
  });

  test('leads from the drinks to what was around them', () => {
    expect(nextEpisodeStep(drinksOf(0, cans(1)), withBoth)).toEqual({ kind: 'step', told: aroundOf(0, cans(1)) });
  });

  test('leads from the drinks to the list where nothing else is asked', () => {
    expect(nextEpisodeStep(drinksOf(0, cans(1)), onlyDrinks)).toEqual({ kind: 'step', told: list(cans(1)) });
    expect(nextEpisodeStep(drinksOf(0, cans(1)), onlyOfShared)).toEqual({ kind: 'step', told: list(cans(1)) });
  });

  test('asks for the part, and takes it that the company is not said', () => {
    expect(nextEpisodeStep(aroundOf(0, boxes(null)), withBoth)).toEqual({ kind: 'missing', what: 'share' });
    expect(nextEpisodeStep(aroundOf(0, boxes('half')), withBoth)).toEqual({ kind: 'step', told: list(boxes('half')) });
  });

  test('drops a further time in which nothing was put', () => {
    const begun = addTime(list(cans(1)));
    expect(openTime(begun)?.drinks).toEqual([]);
    expect(nextEpisodeStep(begun, onlyDrinks)).toEqual({ kind: 'step', told: list(cans(1)) });
  });

  test('is done with a list of which nothing is missing', () => {
    expect(nextEpisodeStep(list(boxes('all'), boxes('half')), withBoth)).toEqual({ kind: 'done' });
  });

  test('opens a time again of which another version asks more', () => {
    const told = list(boxes('all'), boxes(null));
    expect(nextEpisodeStep(told, withBoth)).toEqual({
      kind: 'step',
      told: { ...told, open: { time: 1, step: 'around' } },
    });
  });
});

describe('Back', () => {
  test('leads out of the question from the list and from the first drinks', () => {
    expect(previousEpisodeStep(list(cans(1)), onlyDrinks)).toBeNull();
    expect(previousEpisodeStep(FIRST_TIME, withBoth)).toBeNull();
    expect(previousEpisodeStep(drinksOf(0, boxes(null)), withBoth)).toBeNull();
  });

  test('leads from what was around to the drinks', () => {
    expect(previousEpisodeStep(aroundOf(0, cans(1)), withBoth)).toEqual(drinksOf(0, cans(1)));
  });

  test('leads to the list from a time that is told again', () => {
    expect(previousEpisodeStep(drinksOf(0, boxes('all')), withBoth)).toEqual(list(boxes('all')));
    expect(previousEpisodeStep(drinksOf(1, cans(1), cans(2)), onlyDrinks)).toEqual(list(cans(1), cans(2)));
  });

  test('drops a further time in which nothing was put', () => {
    expect(previousEpisodeStep(addTime(list(cans(1))), onlyDrinks)).toEqual(list(cans(1)));
  });
});

test('A time can be told again, and taken away', () => {
  expect(tellAgain(list(cans(1), cans(2)), 1)).toEqual(drinksOf(1, cans(1), cans(2)));
  expect(removeTime(list(cans(1), cans(2)), 0)).toEqual(list(cans(2)));
});

test('Where the last time is taken away the first one begins anew', () => {
  expect(removeTime(list(cans(1)), 0)).toEqual(FIRST_TIME);
});

test('A part that is no longer asked for is not answered', () => {
  const told = list({ ...cans(2), share: 'half' }, boxes('half'));
  expect(toldEpisodes(told, onlyOfShared).map(({ share }) => share)).toEqual([null, 'half']);
});

describe('In another culture version', () => {
  const otherVessels: EpisodesField = {
    ...withBoth,
    maxEpisodes: 2,
    containers: withBoth.containers.filter(({ code }) => code === 'can'),
    shares: choices('all'),
    company: [],
  };

  test('unknown vessels, parts and company are left out', () => {
    const mixed: Episode = {
      drinks: [
        { container: 'can', count: 2 },
        { container: 'box', count: 1 },
      ],
      share: 'half',
      company: 'friends',
    };
    expect(fittingTimes(list(mixed), otherVessels)).toEqual(list(cans(2)));
  });

  test('a time of which nothing is left goes, and the open one stays open', () => {
    expect(fittingTimes(drinksOf(1, boxes('all'), cans(2)), otherVessels)).toEqual(drinksOf(0, cans(2)));
  });

  test('an open time stays open although nothing of it is left', () => {
    const told = fittingTimes(drinksOf(1, cans(1), boxes('all')), otherVessels);
    expect(told.open).toEqual({ time: 1, step: 'drinks' });
    expect(openTime(told)?.drinks).toEqual([]);
  });

  test('times beyond its number go', () => {
    expect(fittingTimes(list(cans(1), cans(2), cans(3)), otherVessels)).toEqual(list(cans(1), cans(2)));
  });

  test('the first time begins anew where nothing is left', () => {
    expect(fittingTimes(list(boxes('all')), otherVessels)).toEqual(FIRST_TIME);
  });
});
