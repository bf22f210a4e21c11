import type { LanguageTag } from '../core/basics/language.ts';
import type { LanguageTexts } from '../ipc/contract.ts';
import type { LoadedTexts } from './i18n/translator.ts';
import { kiosk } from './kiosk.ts';

/** Loads the texts of the visit's content version in every language and dialect. */
export async function loadTexts(): Promise<LoadedTexts> {
  const load = (language: LanguageTag): Promise<LanguageTexts> => kiosk['kiosk.texts']({ language });
  const [kl, da, sv, east, north] = await Promise.all([
    load('kl'),
    load('da'),
    load('sv'),
    load('kl-tunumiit'),
    load('kl-x-avaneq'),
  ]);
  return { kl, da, sv, 'kl-tunumiit': east, 'kl-x-avaneq': north };
}
