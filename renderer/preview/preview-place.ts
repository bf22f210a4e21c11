import type { Culture } from '../../core/basics/language.ts';

/** A screen of the kiosk that is not one question. */
export const SCREENS = [
  ...['greeting', 'language', 'culture', 'whoCanSee', 'track'],
  ...['offerCode', 'underAge', 'offerAlone', 'readBack', 'sent', 'kept', 'deleted'],
  ...['covered', 'lifting', 'asked', 'danger', 'fetch', 'here'],
] as const satisfies readonly string[];

/** A screen of the kiosk: a question of a culture version, or one around the questions. */
export type PreviewPlace =
  { readonly kind: 'screen'; readonly name: string } | { readonly kind: 'question'; readonly linkId: string };

/** A name for a place, as lists need one. */
export function placeName(place: PreviewPlace): string {
  return place.kind === 'screen' ? place.name : `question ${place.linkId}`;
}

/** The screens in whose words a key may stand, the likeliest first. */
export function likelyPlaces(linkId: string | null): readonly PreviewPlace[] {
  const screens = SCREENS.map((name): PreviewPlace => ({ kind: 'screen', name }));
  return linkId === null ? screens : [{ kind: 'question', linkId }, ...screens];
}

/** The culture version that a key is worded for; null where any will do. */
export function cultureOf(name: string | null): Culture | null {
  return name === 'greenlandic' || name === 'danish' || name === 'swedish' ? name : null;
}
