import { escapeHtml } from '../../core/basics/escape-html.ts';
import type { LanguageTag } from '../../core/basics/language.ts';
import { text, type Texts } from '../../core/translation/catalogue.ts';
import type { CalendarDay } from '../../core/translation/dates.ts';
import type { ShownCode, Slip } from '../../ipc/contract.ts';

/** What stands on a paper: a code alone, or the proof of a letter with the code that takes it back. */
export interface PaperContent {
  readonly code: ShownCode;
  readonly letter: Slip | null;
}

/** The words and drawings that a paper is made with. */
export interface PaperWords {
  readonly language: LanguageTag;
  readonly texts: Texts;
  /** An SVG element with every pictogram as a symbol. */
  readonly pictogramSheet: string;
}

/**
 * Makes the page of a paper that somebody may find on a table: pictures, digits, a number and a date. No name, no house,
 * and no word of health stands on it.
 */
export function paperHtml({ code, letter }: PaperContent, { language, texts, pictogramSheet }: PaperWords): string {
  const pictures = code.pictures.map(
    ({ kind, picture }, index) =>
      `<li><span>${index + 1}</span><svg><use href="#pictogram-code-${kind}-${picture}"/></svg>` +
      `<b>${escapeHtml(text(texts, `pictures.${kind}.${picture}`))}</b></li>`,
  );
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Matu</title><style>${STYLE}</style></head>`,
    `<body>${pictogramSheet}${letter === null ? '' : proof(letter, texts)}<ol>${pictures.join('')}</ol>`,
    `<p class="digits">${escapeHtml(code.digits)}</p></body></html>`,
  ].join('');
}

function proof({ kiosk, seq, shortHash, day }: Slip, texts: Texts): string {
  const row = (key: string, value: string): string =>
    `<div><dt>${escapeHtml(text(texts, key))}</dt><dd>${escapeHtml(value)}</dd></div>`;
  const number = row('kiosk.sent.number', `${kiosk}-${seq}-${shortHash}`);
  return `<dl>${number}${row('kiosk.sent.date', dayWords(day, texts))}</dl>`;
}

function dayWords({ day, month, year }: CalendarDay, texts: Texts): string {
  return text(texts, 'kiosk.date', { day, month: text(texts, `kiosk.month.${month}`), year });
}

// Narrow enough for a roll of 80 mm, and small enough to fold into a pocket.
const STYLE = `
@page { margin: 8mm }
body { max-width: 110mm; margin: 0; color: #000; font: 12pt sans-serif }
dl { display: flex; flex-wrap: wrap; gap: 2mm 8mm; margin: 0 0 5mm }
dt { font-size: 9pt }
dd { margin: 0; font-size: 14pt; font-weight: 700 }
ol { display: grid; grid-template-columns: repeat(4, 1fr); gap: 4mm 2mm; margin: 0; padding: 0; list-style: none }
li { display: grid; justify-items: center; text-align: center }
li span { justify-self: start; font-size: 9pt }
li svg { width: 18mm; height: 18mm; fill: none; stroke: #000; stroke-width: 5; stroke-linecap: round; stroke-linejoin: round }
li b { font-size: 10pt; font-weight: 400 }
.digits { margin: 5mm 0 0; font-size: 18pt; font-weight: 700; letter-spacing: .08em }
`;
