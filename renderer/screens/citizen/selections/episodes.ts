import type { ShownChoice, ShownField } from '../../../../core/intake/scene.ts';
import type { Episode } from '../../../../core/questionnaire/answer.ts';
import type { BegunValue } from '../../../../core/questionnaire/begun-answer.ts';

export type EpisodesField = Extract<ShownField, { kind: 'episodes' }>;

/** Times of drinking as far as they are told: of each first what was drunk, then what was around it. */
export type ToldTimes = Extract<BegunValue, { kind: 'episodes' }>;

/** As many of one vessel as can be counted here. */
export const MOST_OF_A_VESSEL = 99;

const EMPTY_TIME: Episode = { drinks: [], share: null, company: null };

/** One time, of which nothing is told yet. */
export const FIRST_TIME: ToldTimes = { kind: 'episodes', times: [EMPTY_TIME], open: { time: 0, step: 'drinks' } };

/** How many of a vessel were emptied. */
export function countOf({ drinks }: Episode, container: string): number {
  return drinks.find((drink) => drink.container === container)?.count ?? 0;
}

/** The time that is being told; null while the list stands. */
export function openTime({ times, open }: ToldTimes): Episode | null {
  return open === null ? null : (times[open.time] ?? null);
}

/** Puts a vessel on the table of the open time, or takes one away. */
export function changeCount(told: ToldTimes, container: string, by: 1 | -1): ToldTimes {
  return changeOpen(told, (time) => {
    const count = Math.min(countOf(time, container) + by, MOST_OF_A_VESSEL);
    const others = time.drinks.filter((drink) => drink.container !== container);
    return { ...time, drinks: count > 0 ? [...others, { container, count }] : others };
  });
}

/** Says how much of the open time was one's own. */
export function chooseShare(told: ToldTimes, share: string): ToldTimes {
  return changeOpen(told, (time) => ({ ...time, share }));
}

/** Says who was there at the open time. */
export function chooseCompany(told: ToldTimes, company: string): ToldTimes {
  return changeOpen(told, (time) => ({ ...time, company }));
}

function changeOpen(told: ToldTimes, change: (time: Episode) => Episode): ToldTimes {
  return { ...told, times: told.times.map((time, index) => (index === told.open?.time ? change(time) : time)) };
}

/** Begins one more time. */
export function addTime({ times }: ToldTimes): ToldTimes {
  return { kind: 'episodes', times: [...times, EMPTY_TIME], open: { time: times.length, step: 'drinks' } };
}

/** Opens a time again. */
export function tellAgain({ times }: ToldTimes, time: number): ToldTimes {
  return { kind: 'episodes', times, open: { time, step: 'drinks' } };
}

/** Takes a time away; without any left, the first one begins anew. */
export function removeTime({ times }: ToldTimes, time: number): ToldTimes {
  const left = times.filter((_, index) => index !== time);
  return left.length === 0 ? FIRST_TIME : { kind: 'episodes', times: left, open: null };
}

/** Tells whether a person is asked how much of this time was their own. */
export function asksShare({ asksShare: when, containers }: EpisodesField, { drinks }: Episode): boolean {
  if (when === 'ofShared') {
    return drinks.some((drink) => containers.some(({ code, shared }) => shared && code === drink.container));
  }
  return when === 'always';
}

/** What is still to be said of a time before it can be an answer; null when nothing is. */
export function missingOf(field: EpisodesField, time: Episode): 'drinks' | 'share' | null {
  if (time.drinks.length === 0) return 'drinks';
  return asksShare(field, time) && time.share === null ? 'share' : null;
}

/** What Continue does within the question. `done`: every time is told, and the list stands. */
export type NextEpisodeStep =
  | { readonly kind: 'step'; readonly told: ToldTimes }
  | { readonly kind: 'missing'; readonly what: 'drinks' | 'share' }
  | { readonly kind: 'done' };

/** Decides what Continue does while times are told. */
export function nextEpisodeStep(told: ToldTimes, field: EpisodesField): NextEpisodeStep {
  const time = openTime(told);
  if (told.open === null || time === null) return nextFromList(told, field);
  const missing = missingOf(field, time);
  if (missing === 'drinks') {
    // A time that was begun by mistake is no hindrance.
    return told.times.length > 1 ? step(removeTime(told, told.open.time)) : { kind: 'missing', what: 'drinks' };
  }
  const hasMore = asksShare(field, time) || field.company.length > 0;
  if (told.open.step === 'drinks' && hasMore) return step({ ...told, open: { ...told.open, step: 'around' } });
  return missing === null ? step({ ...told, open: null }) : { kind: 'missing', what: missing };
}

/** A time that another culture version asks more of is opened again. */
function nextFromList(told: ToldTimes, field: EpisodesField): NextEpisodeStep {
  const time = told.times.findIndex((each) => missingOf(field, each) !== null);
  return time === -1 ? { kind: 'done' } : step({ ...told, open: { time, step: 'around' } });
}

function step(told: ToldTimes): NextEpisodeStep {
  return { kind: 'step', told };
}

/** Where Back leads within the question; null when it leads out of it. */
export function previousEpisodeStep(told: ToldTimes, field: EpisodesField): ToldTimes | null {
  const { open, times } = told;
  const time = openTime(told);
  if (open === null || time === null) return null;
  if (open.step === 'around') return { ...told, open: { ...open, step: 'drinks' } };
  const missing = missingOf(field, time);
  if (times.length === 1) return missing === null ? { ...told, open: null } : null;
  return missing === 'drinks' ? removeTime(told, open.time) : { ...told, open: null };
}

/** The times as they are answered: a part that is not asked for is not given. */
export function toldEpisodes({ times }: ToldTimes, field: EpisodesField): Episode[] {
  return times.map((time) => ({ ...time, share: asksShare(field, time) ? time.share : null }));
}

/** Leaves out what this version of the question does not know. */
export function fittingTimes(told: ToldTimes, field: EpisodesField): ToldTimes {
  const known = (coded: readonly ShownChoice[], code: string | null): string | null =>
    coded.some((each) => each.code === code) ? code : null;
  const times = told.times.slice(0, field.maxEpisodes).map(({ drinks, share, company }) => ({
    drinks: drinks.filter((drink) => known(field.containers, drink.container) !== null),
    share: known(field.shares, share),
    company: known(field.company, company),
  }));
  const isOpen = (index: number): boolean => index === told.open?.time;
  const kept = times.flatMap((time, index) => (time.drinks.length > 0 || isOpen(index) ? [{ time, index }] : []));
  if (kept.length === 0) return FIRST_TIME;
  const open = kept.findIndex(({ index }) => isOpen(index));
  return {
    kind: 'episodes',
    times: kept.map(({ time }) => time),
    open: open === -1 || told.open === null ? null : { time: open, step: told.open.step },
  };
}
