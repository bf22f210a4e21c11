import type { Language } from '../../core/basics/language.ts';
import type { Texts } from '../../core/translation/catalogue.ts';
import type { LanguageFiles, LocaleFiles, TextFile } from '../../tools/locales/locale-files.ts';

const NOTHING_ELSE = { safety: {}, presence: {}, speech: {}, keyboard: {}, letter: {} };
const DANISH: LanguageFiles = {
  ...NOTHING_ELSE,
  kiosk: { 'kiosk.hide': 'Skjul', 'kiosk.chooseUpTo': 'Vælg højst: {{count}}' },
  intake: { 'intake.helper.title': 'Hvem er med dig her ved skærmen?' },
  pictures: { 'pictures.land.stone': 'Sten' },
  staff: { 'staff.demo.mark': 'DEMO' },
  'page-one': { 'pageOne.title': 'Side 1' },
  desk: { 'desk.title': 'Personale' },
};
const SWEDISH: LanguageFiles = {
  ...NOTHING_ELSE,
  kiosk: { 'kiosk.hide': 'Dölj', 'kiosk.chooseUpTo': 'Välj högst: {{count}}' },
  intake: { 'intake.helper.title': 'Vem är med dig här vid skärmen?' },
  pictures: { 'pictures.land.stone': 'Sten' },
  staff: { 'staff.demo.mark': 'DEMO' },
  'page-one': { 'pageOne.title': 'Sida 1' },
  desk: { 'desk.title': 'Personal' },
};
const GREENLANDIC: LanguageFiles = {
  ...NOTHING_ELSE,
  kiosk: { 'kiosk.hide': 'Isertoruk', 'kiosk.chooseUpTo': 'Amerlanerpaamik toqqakkit: {{count}}' },
  intake: { 'intake.helper.title': 'Maani kina ilagiviuk?' },
  pictures: { 'pictures.land.stone': 'Ujarak' },
  staff: { 'staff.demo.mark': 'DEMO' },
  'page-one': { 'pageOne.title': 'Qupperneq 1' },
  desk: {},
};

/** Whole and sound texts of three languages, small. */
export const SOUND: LocaleFiles = { kl: GREENLANDIC, da: DANISH, sv: SWEDISH };

/** The sound texts with other texts in one file of one language. */
export function withTexts(language: Language, file: TextFile, texts: Texts): LocaleFiles {
  return { ...SOUND, [language]: { ...SOUND[language], [file]: texts } };
}

/** The sound texts with one text changed or added. */
export function withText(language: Language, file: TextFile, key: string, text: string): LocaleFiles {
  return withTexts(language, file, { ...SOUND[language][file], [key]: text });
}
