import { readFileSync } from 'node:fs';

/** The file of the invented instrument. */
export interface InventedInstrument {
  readonly terms: Readonly<Record<string, unknown>>;
  readonly questionnaire: Readonly<Record<string, unknown>>;
}

/** The invented instrument in a language, as it lies in a content version. */
export function inventedInstrument(language: 'da' | 'sv'): InventedInstrument {
  const path = new URL(`../../fixtures/instruments/invented-example.${language}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')) as InventedInstrument;
}
