import { describe, expect, test } from 'vitest';
import { gramsIn, gramsOfEpisode, meanGrams, type EpisodesItem } from '../../../core/questionnaire/alcohol.ts';
import type { Episode } from '../../../core/questionnaire/answer.ts';

const never: EpisodesItem = {
  linkId: 'last-times',
  section: 'substances',
  sensitivity: 2,
  type: 'episodes',
  maxEpisodes: 4,
  container: [
    { code: 'beer', pictogram: 'beer', centilitres: 33, percent: 4.6 },
    { code: 'box', pictogram: 'box', centilitres: 300, percent: 12.5, shared: true },
  ],
  asksShare: 'never',
};
const item: EpisodesItem = {
  ...never,
  asksShare: 'ofShared',
  share: [
    { code: 'all', weight: 1 },
    { code: 'half', weight: 0.5 },
  ],
};
const always: EpisodesItem = { ...item, asksShare: 'always' };

function time(drinks: Readonly<Record<string, number>>, share: string | null = null): Episode {
  return { drinks: Object.entries(drinks).map(([container, count]) => ({ container, count })), share, company: null };
}

describe('One vessel holds its centilitres × strength × density in grams of pure alcohol:', () => {
  test.each([
    ['a bottle of beer', 33, 4.6, 11.977],
    ['half a litre of strong beer', 50, 7.5, 29.588],
    ['a bottle of wine', 75, 12.5, 73.969],
    ['a shot of spirits', 2, 40, 6.312],
    ['a case of 24 cans', 792, 4.6, 287.448],
  ])('%s', (_name, centilitres, percent, grams) => {
    expect(gramsIn({ centilitres, percent })).toBeCloseTo(grams, 3);
  });
});

describe('One time of drinking comes to', () => {
  test.each<[string, EpisodesItem, Episode, number]>([
    ['the vessel itself', item, time({ beer: 1 }), 11.977],
    ['all vessels together', item, time({ beer: 2, box: 1 }), 319.829],
    ['the own part of what is shared, and the whole of what is not', item, time({ beer: 2, box: 1 }, 'half'), 171.892],
    ['the own part of everything where that is asked for', always, time({ beer: 2, box: 1 }, 'half'), 159.915],
    ['everything when all of it was one’s own', always, time({ beer: 2 }, 'all'), 23.954],
    ['everything where no part is asked for', never, time({ box: 1 }), 295.875],
  ])('%s', (_name, asked, episode, grams) => {
    expect(gramsOfEpisode(asked, episode)).toBeCloseTo(grams, 2);
  });

  test.each<[string, EpisodesItem, Episode]>([
    ['a vessel', item, time({ beer: 1, helrør: 1 })],
    ['a part', item, time({ beer: 1 }, 'most')],
    ['any part', never, time({ beer: 1 }, 'half')],
  ])('nothing that can be told where the version does not know %s', (_name, asked, episode) => {
    expect(gramsOfEpisode(asked, episode)).toBeNull();
  });
});

describe('Several times come to', () => {
  test('their mean', () => {
    expect(meanGrams(item, [time({ beer: 1 }), time({ beer: 3 })])).toBeCloseTo(23.954, 3);
  });

  test('nothing that can be told when one of them cannot be', () => {
    expect(meanGrams(item, [time({ beer: 1 }), time({ cider: 3 })])).toBeNull();
  });

  test('nothing that can be told when there are none', () => {
    expect(meanGrams(item, [])).toBeNull();
  });
});
