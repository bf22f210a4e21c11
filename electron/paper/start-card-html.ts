import { escapeHtml } from '../../core/basics/escape-html.ts';
import type { Language } from '../../core/basics/language.ts';

/** One line of a start card: a pictogram, and what it says. `second` stands under it in the language of the house. */
export interface StartCardLine {
  readonly pictogram: string;
  readonly said: string;
  readonly second: string | null;
}

/** What stands on a start card. */
export interface StartCard {
  readonly language: Language;
  readonly secondLanguage: Language;
  readonly siteName: string;
  readonly title: string;
  readonly lines: readonly StartCardLine[];
  /** An SVG element with every pictogram as a symbol. */
  readonly pictogramSheet: string;
}

/** What fits on a sheet. */
const CARDS_ON_A_SHEET = 4;

/**
 * Makes a sheet of start cards, to be given with a cup of coffee to somebody who hesitates. It may lie on a table or in a
 * pocket: no word of health stands on it.
 */
export function startCardHtml(card: StartCard): string {
  const lines = card.lines.map((line) => lineHtml(line, card.secondLanguage)).join('');
  const one = `<article><h1>${escapeHtml(card.title)}</h1><ul>${lines}</ul><p>${escapeHtml(card.siteName)}</p></article>`;
  return [
    `<!doctype html><html lang="${card.language}"><head><meta charset="utf-8"><title>Matu</title>`,
    `<style>${STYLE}</style></head><body>${card.pictogramSheet}`,
    `<main>${one.repeat(CARDS_ON_A_SHEET)}</main></body></html>`,
  ].join('');
}

function lineHtml({ pictogram, said, second }: StartCardLine, secondLanguage: Language): string {
  const under = second === null ? '' : `<small lang="${secondLanguage}">${escapeHtml(second)}</small>`;
  return `<li><svg><use href="#pictogram-${pictogram}"/></svg><span>${escapeHtml(said)}${under}</span></li>`;
}

// Low enough for the two common sizes of paper.
const STYLE = `
@page { margin: 10mm }
body { margin: 0; color: #000; font: 14pt/1.3 sans-serif }
main { display: grid; grid-template: repeat(2, 125mm) / repeat(2, 94mm); gap: 2mm }
article { display: flex; flex-direction: column; padding: 7mm 7mm 5mm; border: .2mm dashed #777; box-sizing: border-box }
h1 { margin: 0 0 5mm; font-size: 24pt }
ul { flex: 1; display: flex; flex-direction: column; gap: 3mm; margin: 0; padding: 0; list-style: none }
li { display: grid; grid-template-columns: 18mm 1fr; align-items: center; gap: 5mm }
li svg { width: 18mm; height: 18mm; fill: none; stroke: #000; stroke-width: 5; stroke-linecap: round; stroke-linejoin: round }
li small { display: block; font-size: 10.5pt }
p { margin: 0; font-size: 10pt }
`;
