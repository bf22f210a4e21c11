import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageOne } from '../../../core/intake/page-one.ts';
import { pageOneHtml, pageOneLabels } from '../../../core/intake/page-one-html.ts';
import { textsSchema, type Texts } from '../../../core/translation/catalogue.ts';
import { answerTo, chosen, exampleSite, intakeOf, left } from './example-intake.ts';

function danish(file: string): Texts {
  return textsSchema.parse(
    JSON.parse(readFileSync(new URL(`../../../locales/da/${file}.json`, import.meta.url), 'utf8')),
  );
}

const texts = { ...danish('page-one'), ...danish('kiosk') };
const facts = { kioskId: '11111111-1111-4111-8111-111111111111', seq: 7, clockConfidence: 'low', nowMs: null } as const;

function htmlSaying(words: string): string {
  const intake = intakeOf(
    [
      answerTo('call-name', { kind: 'words', text: words }),
      answerTo('age', left('tellAPerson'), { question: { text: words, siteText: words } }),
      answerTo('strengths', { kind: 'options', options: [{ code: 'song', text: words, siteText: `${words}!` }] }),
    ],
    { site: { ...exampleSite, name: words } },
  );
  return pageOneHtml(pageOne(intake, facts, texts), pageOneLabels('da', texts));
}

describe('What a person said', () => {
  test('is shown as it was said', () => {
    expect(htmlSaying('Aviâja ❤')).toContain('<dd>Aviâja ❤</dd>');
  });

  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['"><img src=x onerror=x>', '&quot;&gt;&lt;img src=x onerror=x&gt;'],
    ["' & </title>", '&#39; &amp; &lt;/title&gt;'],
    ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
  ])('cannot become a part of the page: %s', (words, escaped) => {
    const html = htmlSaying(words);
    expect(html).toContain(`<dd>${escaped}</dd>`);
    expect(html).not.toContain(words);
  });

  test('never changes which tags stand on the page', () => {
    const tagsOf = (html: string): readonly string[] => html.match(/<[^>]*>/g) ?? [];
    const tags = tagsOf(htmlSaying('x'));
    const unit = fc.constantFrom('<', '>', '"', "'", '&', '/', '=', ' ', 'a', '-', '!', '\n', ';');
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1 }), (words) => {
        expect(tagsOf(htmlSaying(words))).toEqual(tags);
      }),
    );
  });
});

describe('The page', () => {
  const html = htmlSaying('Maja');

  test('fetches nothing and runs nothing', () => {
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|\bhref=|url\(|@import|https?:/i);
  });

  test('says its language and bears its title', () => {
    expect(html.startsWith('<!doctype html>\n<html lang="da">')).toBe(true);
    expect(html).toContain('<title>Side 1</title>');
    expect(html).toContain('<h1>Side 1</h1>');
  });

  test('holds the strip, notes, sections, permissions and footer', () => {
    expect(html).toContain('<dt>Sendt</dt><dd>1. marts 2026</dd>');
    expect(html).toContain(`<p class="note">${texts['pageOne.lowClock'] ?? ''}</p>`);
    expect(html).toContain(`<h2>${texts['pageOne.section.tellAPerson'] ?? ''}</h2>`);
    expect(html).toContain(`<li>${texts['pageOne.permission.send'] ?? ''}</li>`);
    expect(html).toContain(`<footer><p>${texts['pageOne.footer'] ?? ''}</p>`);
  });

  test('keeps words of the screen and doubtful wording beside the answer, and only where there are any', () => {
    const option = { code: 'song', text: 'erinarsorneq', siteText: 'Sang' };
    const asked = answerTo(
      'strengths',
      { kind: 'options', options: [option] },
      { language: 'kl', reviewStatus: 'draft' },
    );
    const page = (answers: Parameters<typeof intakeOf>[0]): string =>
      pageOneHtml(pageOne(intakeOf(answers), facts, texts), pageOneLabels('da', texts));
    expect(page([asked])).toContain('~</dt><dd>Sang<span class="own">“erinarsorneq”</span></dd>');
    expect(page([asked])).toContain('<p>~ Spurgt med ord, der ikke er godkendt</p><p>“…” Personens ord</p></footer>');
    expect(page([answerTo('age', chosen('25-34'))])).not.toContain('<p>~');
    expect(page([answerTo('age', chosen('25-34'))])).not.toContain('<span');
  });
});
