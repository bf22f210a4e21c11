import type { LanguageTag } from '../core/basics/language.ts';
import type { LanguageTexts } from '../ipc/contract.ts';
import type { LoadedTexts } from './i18n/translator.ts';
import { kiosk } from './kiosk.ts';

/** Loads the texts of the visit's content version in every language and dialect; a dialect is laid over its language. */
export async function loadTexts(): Promise<LoadedTexts> {
  const load = async (language: LanguageTag): Promise<LanguageTexts> =>
    // What the contract says of this reply.
    JSON.parse(await kiosk['kiosk.texts']({ language })) as LanguageTexts;
  const [kl, da, sv, east, north] = await Promise.all([
    load('kl'),
    load('da'),
    load('sv'),
    load('kl-tunumiit'),
    load('kl-x-avaneq'),
  ]);
  return { kl, da, sv, 'kl-tunumiit': laidOver(kl, east), 'kl-x-avaneq': laidOver(kl, north) };
}

function laidOver(language: LanguageTexts, dialect: LanguageTexts): LanguageTexts {
  const inherited = language.unapproved.filter((key) => !Object.hasOwn(dialect.texts, key));
  return { texts: { ...language.texts, ...dialect.texts }, unapproved: [...inherited, ...dialect.unapproved] };
}
