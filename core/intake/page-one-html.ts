import { escapeHtml } from '../basics/escape-html.ts';
import type { Language } from '../basics/language.ts';
import { text, type Texts } from '../translation/catalogue.ts';
import { fitted } from './page-one/fit.ts';
import type { PageOne, PageOneBlock, PageOneCall, PageOneEntry, PageOneFlag, PageOnePart } from './page-one/model.ts';
import { STYLE } from './page-one/style.ts';

/** What stands on the page beside the model: its language, and the meanings of its marks. */
export interface PageOneLabels {
  readonly language: Language;
  readonly ownWords: string;
  readonly estimated: string;
  readonly draftWording: string;
  readonly continuedOn: string;
  readonly continuedFrom: string;
}

/** The labels of a page from the texts of its language. */
export function pageOneLabels(language: Language, texts: Texts): PageOneLabels {
  return {
    language,
    ownWords: text(texts, 'pageOne.ownWords'),
    estimated: text(texts, 'pageOne.estimated'),
    draftWording: text(texts, 'pageOne.draftWording'),
    continuedOn: text(texts, 'pageOne.continuedOn'),
    continuedFrom: text(texts, 'pageOne.continuedFrom'),
  };
}

/**
 * Renders page 1 as one self-contained A4 page: no script, no address, nothing fetched. Everything a person said is
 * escaped, so that it can only be read. The type gets smaller with the amount; own words that are too long even for
 * the smallest are continued on a second sheet.
 */
export function pageOneHtml(page: PageOne, labels: PageOneLabels): string {
  const { step, page: fitting, continued } = fitted(page);
  return [
    `<!doctype html>`,
    `<html lang="${labels.language}">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(page.title)}</title>`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head>`,
    `<body><main class="${step.form}" style="font-size:${step.sizePx}px">`,
    headerHtml(fitting),
    flagsHtml(fitting),
    ...fitting.blocks.filter(isContact).map((block) => blockHtml(block, labels)),
    `<div class="columns">`,
    ...fitting.blocks.filter((block) => !isContact(block)).map((block) => blockHtml(block, labels)),
    `</div>`,
    `<footer>${[page.footer, ...legend(page, labels)].map(escapeHtml).join(' ')}</footer>`,
    ...(continued.length === 0 ? [] : [secondSheetHtml(page, continued, labels)]),
    `</main></body></html>`,
    ``,
  ].join('\n');
}

function isContact({ name }: PageOneBlock): boolean {
  return name === 'contact';
}

function headerHtml({ title, number, strip, dayOf14, notes }: PageOne): string {
  const count = dayOf14 === null ? '' : `<p class="count">${escapeHtml(dayOf14.value)}</p>`;
  const lines = strip.map(({ label, value }) => pair(label, value)).join('');
  const note = notes.length === 0 ? '' : `<p class="notes">${notes.map(escapeHtml).join(' ')}</p>`;
  return `<header><h1>${escapeHtml(title)}<b>${escapeHtml(number)}</b></h1>${count}<dl>${lines}</dl></header>${note}`;
}

function flagsHtml({ flags, calls, noFlags }: PageOne): string {
  const lines = flags.length === 0 ? [`<li class="none">${escapeHtml(noFlags)}</li>`] : flags.map(flagHtml);
  return `<ul class="flags">${[...lines, ...calls.map(callHtml)].join('')}</ul>`;
}

function callHtml({ label, words, at }: PageOneCall): string {
  return `<li class="call"><span class="level">${escapeHtml(label)}</span><p>${escapeHtml(words)}</p><time>${escapeHtml(at)}</time></li>`;
}

function flagHtml({ level, levelName, label, answers, at }: PageOneFlag): string {
  const meaning = label === null ? '' : `<b>${escapeHtml(label)}</b> `;
  const said = answers.map(({ question, answer }) => `${escapeHtml(question)} <b>${escapeHtml(answer)}</b>`).join(' ');
  return `<li class="${level}"><span class="level">${escapeHtml(levelName)}</span><p>${meaning}${said}</p><time>${escapeHtml(at)}</time></li>`;
}

function blockHtml({ name, title, entries }: PageOneBlock, labels: PageOneLabels): string {
  const lines = entries.map((entry) => entryHtml(entry, labels)).join('\n');
  return `<section class="${name}"><h2>${escapeHtml(title)}</h2><dl>${lines}</dl></section>`;
}

/** Marks a question whose wording nobody had approved; what it means stands once, at the foot. */
const DRAFT_MARK = '~';
const ESTIMATE_MARK = '≈';

function entryHtml({ linkId, label, parts, isDraft, isLoud }: PageOneEntry, labels: PageOneLabels): string {
  const item = linkId === null ? '' : ` data-item="${escapeHtml(linkId)}"`;
  const mark = isDraft ? ` ${DRAFT_MARK}` : '';
  const said = parts.map((part) => partHtml(part, labels)).join(' ');
  return `<div${isLoud ? ' class="loud"' : ''}${item}><dt>${escapeHtml(label)}${mark}</dt> <dd>${said}</dd></div>`;
}

function partHtml({ kind, text: words, continues }: PageOnePart, { continuedOn }: PageOneLabels): string {
  const rest = continues === true ? ` … <b>${escapeHtml(continuedOn)}</b>` : '';
  switch (kind) {
    case 'own':
      return `<span>“<bdi>${escapeHtml(words)}</bdi>${rest === '' ? '”' : rest}</span>`;
    case 'estimated':
      return `<span>${ESTIMATE_MARK} ${escapeHtml(words)}</span>`;
    case 'said':
      return `<span>${escapeHtml(words)}${rest}</span>`;
  }
}

/** What the marks on this page mean; only those that stand on it. */
function legend({ blocks, dayOf14 }: PageOne, { ownWords, estimated, draftWording }: PageOneLabels): string[] {
  const entries = blocks.flatMap((block) => block.entries);
  const kinds = new Set(entries.flatMap(({ parts }) => parts.map(({ kind }) => kind)));
  return [
    ...(dayOf14 === null ? [] : [dayOf14.rule]),
    ...(kinds.has('own') ? [`“…” ${ownWords}`] : []),
    ...(kinds.has('estimated') ? [`${ESTIMATE_MARK} ${estimated}`] : []),
    ...(entries.some(({ isDraft }) => isDraft) ? [`${DRAFT_MARK} ${draftWording}`] : []),
  ];
}

function secondSheetHtml({ number }: PageOne, continued: readonly PageOneEntry[], labels: PageOneLabels): string {
  const lines = continued.map((entry) => entryHtml(entry, labels)).join('\n');
  return `<section class="second"><h2>${escapeHtml(labels.continuedFrom)} ${escapeHtml(number)}</h2><dl>${lines}</dl></section>`;
}

function pair(label: string, value: string): string {
  return `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd></div>`;
}
