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
    `<div class="columns">`,
    ...page.sections.map(sectionHtml),
    `<section><h2>${escape(labels.permissions)}</h2><ul>${page.permissions.map(entry).join('')}</ul></section>`,
    `</div>`,
    `<footer>${[page.footer, ...legend(page, labels)].map((line) => `<p>${escape(line)}</p>`).join('')}</footer>`,
    `</main></body></html>`,
    ``,
  ].join('\n');
}

/** Marks a question whose wording nobody had approved; what it means stands once, at the foot. */
const DRAFT_MARK = '~';

/** What the marks on this page mean; only those that stand on it. */
function legend({ sections }: PageOne, { ownWords, draftWording }: PageOneLabels): string[] {
  const rows = sections.flatMap((section) => section.rows);
  const meanings = [];
  if (rows.some((row) => row.draftWording)) meanings.push(`${DRAFT_MARK} ${draftWording}`);
  if (rows.some((row) => row.ownWords !== null)) meanings.push(`“…” ${ownWords}`);
  return meanings;
}

function sectionHtml({ title, rows }: PageOneSection): string {
  return `<section><h2>${escape(title)}</h2><dl>${rows.map(rowHtml).join('')}</dl></section>`;
}

function rowHtml({ question, answer, ownWords, draftWording }: PageOneRow): string {
  const mark = draftWording ? ` ${DRAFT_MARK}` : '';
  const words = ownWords === null ? '' : `<span class="own">“${escape(ownWords)}”</span>`;
  return `<div><dt>${escape(question)}${mark}</dt><dd>${escape(answer)}${words}</dd></div>`;
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
@page { size: A4; margin: 12mm }
* { box-sizing: border-box; margin: 0 }
body { background: #fbf8f3; color: #16262e; font: 13px/1.35 system-ui, sans-serif }
main { max-width: 186mm; margin: 0 auto; padding: 6mm 0 }
h1 { font-size: 24px; margin-bottom: 3mm }
h2 { font-size: 14px; margin-bottom: 1mm; color: #0e4a5c; break-after: avoid }
dt { color: #45575f }
dd { font-weight: 600; overflow-wrap: anywhere; white-space: pre-wrap }
.strip { display: grid; grid-template-columns: repeat(4, 1fr); gap: 2mm 5mm; padding: 3mm 4mm; border-radius: 3mm;
  background: #dce8ea }
.note { margin-top: 2mm; padding: 2mm 4mm; border-left: 1.2mm solid #b4531a; background: #fff }
.columns { columns: 2; column-gap: 8mm; margin-top: 4mm }
section { margin-bottom: 4mm }
section dl > div { padding: 1mm 0; border-top: 1px solid #c9d3d6; break-inside: avoid }
.own { display: block; font-weight: 400; color: #45575f }
ul { padding-left: 5mm }
footer { padding-top: 2mm; border-top: 1px solid #c9d3d6; color: #45575f }
@media print { body { background: #fff } main { padding: 0 } }
`;
