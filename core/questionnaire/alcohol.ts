import type { Container, Item } from '../pack/questionnaire.ts';
import type { Episode } from './answer.ts';

/** Grams of pure alcohol in a millilitre, at room temperature. */
const GRAMS_PER_MILLILITRE = 0.789;
const MILLILITRES_PER_CENTILITRE = 10;

/** The item that asks for times of drinking. */
export type EpisodesItem = Extract<Item, { type: 'episodes' }>;

/** Grams of pure alcohol in one vessel: volume × strength × density. Grams are what is stored; units are shown. */
export function gramsIn({ centilitres, percent }: Pick<Container, 'centilitres' | 'percent'>): number {
  return centilitres * MILLILITRES_PER_CENTILITRE * (percent / 100) * GRAMS_PER_MILLILITRE;
}

/**
 * Grams of pure alcohol that the person drank at one time, estimated from the pictures and the person's own part. Where
 * only the part of shared vessels is asked for, the others were the person's own.
 *
 * @returns null when the item does not know a vessel or part, as after a change of the culture version
 */
export function gramsOfEpisode(item: EpisodesItem, episode: Episode): number | null {
  const part = episode.share === null ? 1 : item.share?.find(({ code }) => code === episode.share)?.weight;
  if (part === undefined) return null;
  let grams = 0;
  for (const { container, count } of episode.drinks) {
    const vessel = item.container.find(({ code }) => code === container);
    if (vessel === undefined) return null;
    const isShared = item.asksShare === 'always' || vessel.shared === true;
    grams += gramsIn(vessel) * count * (isShared ? part : 1);
  }
  return grams;
}

/** The mean over several times, or null when one of them cannot be estimated. */
export function meanGrams(item: EpisodesItem, episodes: readonly Episode[]): number | null {
  let sum = 0;
  for (const episode of episodes) {
    const grams = gramsOfEpisode(item, episode);
    if (grams === null) return null;
    sum += grams;
  }
  return episodes.length === 0 ? null : sum / episodes.length;
}
