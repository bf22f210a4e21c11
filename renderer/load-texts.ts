import type { LanguageTag } from '../core/basics/language.ts';
import type { LanguageTexts } from '../ipc/contract.ts';
import type { LoadedTexts } from './i18n/translator.ts';
import { kiosk } from './kiosk.ts';

/** Loads the texts of the visit's content version in every language and dialect; a dialect is laid over its language. */
export async function loadTexts(): Promise<LoadedTexts> {
  // What the contract says of this reply.
  const told = JSON.parse(await kiosk['kiosk.texts']({})) as Readonly<Record<LanguageTag, LanguageTexts>>;
  const over = (dialect: LanguageTag): LanguageTexts => laidOver(told.kl, told[dialect]);
  return { ...told, 'kl-tunumiit': over('kl-tunumiit'), 'kl-x-avaneq': over('kl-x-avaneq') };
}

function laidOver(language: LanguageTexts, dialect: LanguageTexts): LanguageTexts {
  const inherited = language.unapproved.filter((key) => !Object.hasOwn(dialect.texts, key));
  return { texts: { ...language.texts, ...dialect.texts }, unapproved: [...inherited, ...dialect.unapproved] };
}
