import type { Language } from '../basics/language.ts';
import { text, type Texts } from '../translation/catalogue.ts';
import { fitted, type FittedPage } from './page-one/fit.ts';
import type { PageOne, PageOneBlock, PageOneEntry, PageOneFlag, PageOnePart } from './page-one/model.ts';
import { STYLE } from './page-one/style.ts';

/** What stands on the page beside the model: its language and the small labels of its marks. */
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
 * the smallest are continued on a second page.
 */
export function pageOneHtml(page: PageOne, labels: PageOneLabels): string {
  const { form, size, page: onPage, continued } = fitted(page);
  const second = continued.length === 0 ? [] : [secondPage(page, continued, labels)];
  return [
    `<!doctype html>`,
    `<html lang="${labels.language}">`,
    `<head><meta charset="utf-8"><title>${escape(page.title)}</title>`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head>`,
    `<body><main class="${form} ${form}-${size}">`,
    headHtml(onPage),
    ...second,
    `</main></body></html>`,
    ``,
  ].join('\n');
}
