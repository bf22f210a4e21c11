import type { Language } from '../basics/language.ts';
import { text, type Texts } from '../translation/catalogue.ts';
import type { PageOne, PageOneRow, PageOneSection } from './page-one.ts';

/** What stands on the page beside the model: its language and the small labels of a row. */
export interface PageOneLabels {
  readonly language: Language;
  readonly ownWords: string;
  readonly draftWording: string;
  readonly permissions: string;
}

/** The labels of a page from the texts of its language. */
export function pageOneLabels(language: Language, texts: Texts): PageOneLabels {
  return {
    language,
    ownWords: text(texts, 'pageOne.ownWords'),
    draftWording: text(texts, 'pageOne.draftWording'),
    permissions: text(texts, 'pageOne.section.permissions'),
  };
}

/**
 * Renders page 1 as one self-contained A4 page: no script, no address, nothing fetched. Everything a person said
 * is escaped, so that it can only be read.
 */
export function pageOneHtml(page: PageOne, labels: PageOneLabels): string {
  return [
    `<!doctype html>`,
    `<html lang="${labels.language}">`,
    `<head><meta charset="utf-8"><title>${escape(page.title)}</title>`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head>`,
    `<body><main><h1>${escape(page.title)}</h1>`,
    `<dl class="strip">${page.strip.map(({ label, value }) => pair(label, value)).join('')}</dl>`,
    ...page.notes.map((note) => `<p class="note">${escape(note)}</p>`),
    ...page.sections.map((section) => sectionHtml(section, labels)),
    `<section><h2>${escape(labels.permissions)}</h2><ul>${page.permissions.map(entry).join('')}</ul></section>`,
    `<footer>${escape(page.footer)}</footer></main></body></html>`,
    ``,
  ].join('\n');
}

function sectionHtml({ title, rows }: PageOneSection, labels: PageOneLabels): string {
  return `<section><h2>${escape(title)}</h2><dl>${rows.map((row) => rowHtml(row, labels)).join('')}</dl></section>`;
}

function rowHtml({ question, answer, ownWords, draftWording }: PageOneRow, labels: PageOneLabels): string {
  const words = ownWords === null ? '' : `<span class="own">${escape(labels.ownWords)}: ${escape(ownWords)}</span>`;
  const draft = draftWording ? `<span class="draft">${escape(labels.draftWording)}</span>` : '';
  return `<div><dt>${escape(question)}</dt><dd>${escape(answer)}${words}${draft}</dd></div>`;
}

function pair(label: string, value: string): string {
  return `<div><dt>${escape(label)}</dt><dd>${escape(value)}</dd></div>`;
}

function entry(line: string): string {
  return `<li>${escape(line)}</li>`;
}

function escape(plain: string): string {
  return plain
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const STYLE = `
@page { size: A4; margin: 14mm }
* { box-sizing: border-box; margin: 0 }
body { background: #fbf8f3; color: #16262e; font: 15px/1.4 system-ui, sans-serif }
main { max-width: 184mm; margin: 0 auto; padding: 8mm 0 }
h1 { font-size: 26px; margin-bottom: 4mm }
h2 { font-size: 15px; margin: 5mm 0 1.5mm; color: #0e4a5c }
dl > div { display: grid; grid-template-columns: 62mm 1fr; gap: 4mm; padding: 1.2mm 0; border-top: 1px solid #c9d3d6 }
dt { color: #45575f }
dd { font-weight: 600; overflow-wrap: anywhere; white-space: pre-wrap }
.strip { background: #dce8ea; border-radius: 3mm; padding: 2mm 4mm }
.strip > div:first-child { border-top: 0 }
.note { margin-top: 2mm; padding: 2mm 4mm; border-left: 1.2mm solid #b4531a; background: #fff }
.own, .draft { display: block; font-weight: 400; color: #45575f }
.draft { font-size: 13px }
ul { padding-left: 5mm }
footer { margin-top: 6mm; color: #45575f; font-size: 13px }
@media print { body { background: #fff } main { padding: 0 } }
`;
