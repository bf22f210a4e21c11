import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../../../core/basics/language.ts';
import type { Texts } from '../../../core/translation/catalogue.ts';

/** Words of the length of those that ship. */
const WORDS = {
  da: 'Hvad har du mest brug for lige nu?',
  sv: 'Vad behöver du mest just nu?',
  kl: 'Maannakkut suna pisariaqartinnerpaaviuk?',
} as const;

/**
 * Copies a built program, and gives its content so many texts in each language. It reads its content from the files then:
 * what the build prepared is of other content.
 *
 * @param folder where the copy goes; nothing is there yet
 */
export function copyWithTexts(program: string, folder: string, texts: number): void {
  cpSync(program, folder, { recursive: true });
  rmSync(join(folder, 'content.json'));
  for (const language of LANGUAGES) {
    const path = join(folder, 'content', 'locales', language, 'kiosk.json');
    // The build copied what the checks of content have read.
    const own = JSON.parse(readFileSync(path, 'utf8')) as Texts;
    const more = Array.from({ length: texts }, (_, number) => [
      `kiosk.bench.${number}`,
      `${WORDS[language]} ${number}`,
    ]);
    writeFileSync(path, JSON.stringify({ ...own, ...Object.fromEntries(more) }));
  }
}
