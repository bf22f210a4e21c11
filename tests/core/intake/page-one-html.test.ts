import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Intake } from '../../../core/intake/intake.ts';
import { pageOne } from '../../../core/intake/page-one.ts';
import { pageOneHtml, pageOneLabels } from '../../../core/intake/page-one-html.ts';
import { answerTo, chosen, facts, intakeOf, left, pageTexts, picked, site, words } from './page-one/example-page.ts';

const texts = pageTexts('da');

function htmlOf(intake: Intake): string {
  return pageOneHtml(pageOne(intake, { ...facts, clockConfidence: 'low' }, texts), pageOneLabels('da', texts));
}

/** A page in every place of which the same words stand. */
function htmlSaying(said: string): string {
  const option = { code: said.slice(0, 60), text: said, siteText: said };
  const answers = [
    answerTo('call-name', words(said)),
    answerTo('good-day-words', words(said)),
    answerTo('strengths', { kind: 'options', options: [option] }),
    answerTo('people', { kind: 'circle', people: [{ who: option, ring: option }] }),
    answerTo('afraid', chosen('yes'), { question: { text: said, siteText: said } }),
    answerTo('legal', left('tellAPerson')),
    answerTo(said.slice(0, 60), left('tellAPerson'), { question: { text: said, siteText: said } }),
    answerTo('must-not-see-who', words(said)),
    answerTo(`${said.slice(0, 50)}-new`, words(said), { question: { text: said, siteText: said } }),
  ];
  const rule = { rule: said.slice(0, 60), level: 'red' as const, linkIds: ['afraid'], at: '2026-03-01T10:00:00Z' };
  const reached = [{ label: said, from: 1, sex: null, ageFrom: null, ageTo: null }];
  const instrument = { slot: 'x', title: said, version: said.slice(0, 60), language: 'da', validated: 'yes' } as const;
  const result = { ...instrument, score: 1, maxScore: 2, answered: 1, questions: 1, unitGrams: null, reached };
  return htmlOf(intakeOf(answers, { site: { ...site, name: said }, flags: [rule], instruments: [result] }));
}

describe('What a person said', () => {
  test('is shown as it was said', () => {
    expect(htmlSaying('Aviâja ❤')).toContain('<dd><span>“<bdi>Aviâja ❤</bdi>”</span></dd>');
  });

  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['"><img src=x onerror=x>', '&quot;&gt;&lt;img src=x onerror=x&gt;'],
    ["' & </title>", '&#39; &amp; &lt;/title&gt;'],
    ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
  ])('cannot become a part of the page: %s', (said, escaped) => {
    const html = htmlSaying(said);
    expect(html).toContain(`<bdi>${escaped}</bdi>`);
    expect(html).not.toContain(said);
  });

  test('never changes which tags stand on the page', () => {
    // Names stand in an attribute: what is inside the quotes is left out of the comparison.
    const tagsOf = (html: string): readonly string[] =>
      html.match(/<[^>]*>/g)?.map((tag) => tag.replace(/"[^"]*"/g, '""')) ?? [];
    const tags = tagsOf(htmlSaying('x'));
    const unit = fc.constantFrom('<', '>', '"', "'", '&', '/', '=', ' ', 'a', '-', '!', '\n', ';');
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 20 }), (said) => {
        expect(tagsOf(htmlSaying(said))).toEqual(tags);
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

  test('says its language and bears its title and number', () => {
    expect(html.startsWith('<!doctype html>\n<html lang="da">')).toBe(true);
    expect(html).toContain('<title>Side 1</title>');
    expect(html).toContain('<h1>Side 1<b>11111111-7</b></h1>');
  });

  test('prints black on white', () => {
    const print = html.slice(html.indexOf('@media print'), html.indexOf('</style>'));
    expect(print).not.toMatch(/#(?!000|ccc)[0-9a-f]{3,6}/);
    expect(print).toContain('body, main { background: none; color: #000 }');
  });

  test('holds the strip, notes, flags, blocks and footer', () => {
    expect(html).toContain('<dt>Sendt</dt><dd>1. marts 2026 kl. 11.20</dd>');
    expect(html).toContain(`<p class="notes">${texts['pageOne.lowClock'] ?? ''} `);
    expect(html).toContain(
      '<li class="red"><span class="level">RØD</span><p>Maja <b>s yes</b></p><time>11.00</time></li>',
    );
    expect(html).toContain(`<h2>${texts['pageOne.block.contact'] ?? ''}</h2>`);
    expect(html).toContain(`<footer>${texts['pageOne.footer'] ?? ''}`);
  });

  test('names the day of 14 only where there is such a right', () => {
    const drinking = [answerTo('takes-room', chosen('alcohol')), answerTo('age', chosen('25-34'))];
    expect(htmlOf(intakeOf(drinking))).toContain('<p class="count">Dag 3 af 14</p>');
    expect(htmlOf(intakeOf(drinking))).toContain(texts['pageOne.dayOf14Rule']);
    expect(html).not.toContain('class="count"');
    expect(html).not.toContain(texts['pageOne.dayOf14Rule']);
  });

  test('has no line of notes where there is nothing to note', () => {
    const intake = intakeOf([answerTo('age', chosen('25-34'))]);
    const page = pageOneHtml(pageOne(intake, facts, texts), pageOneLabels('da', texts));
    expect(page).not.toContain('class="notes"');
  });

  test('says where no rule is reached', () => {
    expect(htmlOf(intakeOf([]))).toContain(`<li class="none">${texts['pageOne.noFlags'] ?? ''}</li>`);
  });

  test('shows what a flag means before its question', () => {
    const flag = { rule: 'pregnant', level: 'amber' as const, linkIds: ['pregnant'], at: '2026-03-01T10:00:00Z' };
    const intake = intakeOf([answerTo('pregnant', chosen('yes'))], { flags: [flag] });
    expect(htmlOf(intake)).toContain(
      `<li class="amber"><span class="level">GUL</span><p><b>${texts['pageOne.flag.pregnant'] ?? ''}</b> S pregnant <b>s yes</b></p>`,
    );
  });

  test('frames who must not see it', () => {
    expect(html).toContain('<div class="loud" data-item="must-not-see-who">');
  });
});

describe('The marks', () => {
  const time = { drinks: [{ ...picked('can'), count: 1, centilitres: 50, percent: 5 }], share: null, company: null };
  const episodes = answerTo('last-times', { kind: 'episodes', episodes: [{ ...time, grams: 20 }] });
  const draft = answerTo('age', chosen('25-34'), { language: 'kl', reviewStatus: 'draft' });
  const footerOf = (answers: Intake['answers']): string => htmlOf(intakeOf(answers)).split('<footer>')[1] ?? '';

  test('stand at what they mark', () => {
    const html = htmlOf(intakeOf([episodes, draft]));
    expect(html).toContain('<dd><span>≈ 20 g (1,7 genstande): 1 × s can</span></dd>');
    expect(html).toContain('~</dt> <dd><span>s 25-34</span></dd>');
  });

  test('are explained at the foot, and only those that stand on the page', () => {
    const [own, estimated, wording] = ['ownWords', 'estimated', 'draftWording'].map((key) => texts[`pageOne.${key}`]);
    expect(footerOf([episodes, draft])).toContain(`≈ ${estimated ?? ''} ~ ${wording ?? ''}`);
    expect(footerOf([answerTo('good-day-words', words('x'))])).toContain(`“…” ${own ?? ''}`);
    expect(footerOf([answerTo('age', chosen('25-34'))])).not.toMatch(/≈|~|“/);
  });
});

describe('Own words that are too long for one page', () => {
  const long = Array.from({ length: 300 }, (_, index) => `ord${index}`).join(' ');
  const many = Array.from({ length: 12 }, (_, index) =>
    answerTo(`new-${index}`, words(long), { question: { text: 'x', siteText: `Spørgsmål ${index}` } }),
  );
  const html = htmlOf(intakeOf(many));

  test('go on on a second sheet, and both sheets say so', () => {
    const [first = '', second = ''] = html.split('<section class="second">');
    expect(first.match(/… <b>→ side 2<\/b>/g)).toHaveLength(many.length);
    expect(second).toContain('<h2>Fortsat fra side 1: 11111111-7</h2>');
    expect(second.match(/<dt>Spørgsmål \d+<\/dt>/g)).toHaveLength(many.length);
  });

  test('are whole when the sheets are read together', () => {
    const begun = /<bdi>(ord0 [^<]*)<\/bdi> …/.exec(html)?.[1] ?? '';
    const rest = /<section class="second">.*?<bdi>([^<]*)<\/bdi>/s.exec(html)?.[1] ?? '';
    expect(`${begun} ${rest}`).toBe(long);
  });
});
