import type { Catalogue, Texts } from '../../../core/translation/catalogue.ts';

/** Texts in which each key reads as itself behind a mark, so that a test sees which key was used, and from where. */
export function keyTexts(mark = '', own: Texts = {}): Texts {
  const read = (key: PropertyKey): string => own[String(key)] ?? `${mark}${String(key)}`;
  return new Proxy<Texts>(
    {},
    {
      get: (_, key) => read(key),
      getOwnPropertyDescriptor: (_, key) => ({ configurable: true, enumerable: true, value: read(key) }),
    },
  );
}

/** Such texts for every language and dialect, marked with it: `da:kiosk.send`. */
export const keyCatalogue: Catalogue = {
  kl: keyTexts('kl:'),
  da: keyTexts('da:'),
  sv: keyTexts('sv:'),
  'kl-tunumiit': keyTexts('kl-tunumiit:'),
  'kl-x-avaneq': keyTexts('kl-x-avaneq:'),
};
