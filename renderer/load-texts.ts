import type { Language } from '../core/basics/language.ts';
import type { LanguageTexts } from '../ipc/contract.ts';
import type { LoadedTexts } from './i18n/translator.ts';
import { kiosk } from './kiosk.ts';

/** Loads the texts of the visit's content version in every language. */
export async function loadTexts(): Promise<LoadedTexts> {
  const load = (language: Language): Promise<LanguageTexts> => kiosk['kiosk.texts']({ language });
  const [kl, da, sv] = await Promise.all([load('kl'), load('da'), load('sv')]);
  return { kl, da, sv };
}
