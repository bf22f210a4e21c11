import type { LanguageTag } from '../../../core/basics/language.ts';
import { translations } from '../../translations.ts';

const audio = new Audio();

/**
 * Says words as the kiosk would: by the voice of a person where one has recorded them, by the machine's otherwise.
 *
 * @returns whether anything is heard
 */
export async function sayAloud(text: string, language: LanguageTag): Promise<boolean> {
  const sound = await translations['speech.say']({ text, language }).catch(() => null);
  return sound?.ok === true && playSound(sound.value.token);
}

/** Plays a sound that the kiosk has ready. @returns whether it is heard */
export function playSound(token: string): Promise<boolean> {
  audio.src = `/speech/${token}`;
  return audio.play().then(
    () => true,
    () => false,
  );
}
