import { expect, test } from 'vitest';
import { judge, word } from '../../../core/translation/change-edition.ts';
import {
  changedEntries,
  countEdition,
  editionOf,
  wordsInWork,
  type Edition,
} from '../../../core/translation/edition.ts';
import type { EditionEvent, Judged, Worded } from '../../../core/translation/edition-events.ts';
import type { Review } from '../../../core/translation/review.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { expectOk } from '../../expect-ok.ts';
import { editionAfter, entryIn, hashOf, PUBLISHED, SWEDISH, translator, treatmentWorker } from './an-edition.ts';

const rules = { tag: 'sv', hasher: nodeHasher } as const;

function worded(edition: Edition, key: string, text: string, by: string | null = 'E. F.'): Worded {
  return expectOk(word(entryIn(edition, key), { text, by, atMs: 1000 }, rules));
}

function textsOf(edition: Edition): Readonly<Record<string, string>> {
  return Object.fromEntries([...edition.values()].flatMap(({ key, text }) => (text === null ? [] : [[key, text]])));
}

function judged(edition: Edition, key: string, review: Review): Judged {
  const entry = entryIn(edition, key);
  return expectOk(judge(entry, { seen: entry, review }, nodeHasher));
}

/** Does one thing after the other to the Swedish edition. */
function after(...steps: readonly ((edition: Edition) => EditionEvent)[]): Edition {
  const events: EditionEvent[] = [];
  for (const step of steps) events.push(step(editionAfter(...events)));
  return editionAfter(...events);
}

test('without events an edition is what is published', () => {
  const edition = editionAfter();
  expect(textsOf(edition)).toEqual(SWEDISH);
  expect([...edition.values()].map(({ key, status, isSourceChanged }) => [key, status, isSourceChanged])).toEqual([
    ['kiosk.hide', 'approved', false],
    ['kiosk.next', 'draft', true],
    ['kiosk.back', 'draft', false],
    ['kiosk.send', 'missing', false],
  ]);
  expect(changedEntries(edition, PUBLISHED)).toEqual([]);
});

test('new words are a draft of their author, and take nothing away from the history', () => {
  const edition = after(
    (before) => worded(before, 'kiosk.hide', 'Göm'),
    (before) => worded(before, 'kiosk.hide', 'Göm det', null),
  );
  const entry = entryIn(edition, 'kiosk.hide');
  expect(entry).toMatchObject({ text: 'Göm det', status: 'draft', author: null, reviews: [], isSourceChanged: false });
  expect(entry.history.map(({ text, instead }) => [text, instead])).toEqual([
    ['Göm', hashOf('Dölj')],
    ['Göm det', hashOf('Göm')],
  ]);
  expect(changedEntries(edition, PUBLISHED)).toEqual([entry]);
});

test('older words that are taken up again are a draft, though they were approved once', () => {
  const edition = after(
    (before) => worded(before, 'kiosk.hide', 'Göm'),
    (before) => worded(before, 'kiosk.hide', 'Dölj'),
  );
  expect(entryIn(edition, 'kiosk.hide')).toMatchObject({ text: 'Dölj', status: 'draft', isOvertaken: false });
  expect(changedEntries(edition, PUBLISHED)).toEqual([]);
});

test('the first words of a missing text take the place of none', () => {
  const edition = after((before) => worded(before, 'kiosk.send', 'Skicka'));
  expect(entryIn(edition, 'kiosk.send')).toMatchObject({ status: 'draft', isOvertaken: false });
});

test('two people of both roles approve words, published or new', () => {
  const byTranslator = (before: Edition) => judged(before, 'kiosk.back', translator);
  const byWorker = (before: Edition) => judged(before, 'kiosk.back', treatmentWorker);
  expect(entryIn(after(byTranslator), 'kiosk.back').status).toBe('reviewed');
  expect(entryIn(after(byTranslator, byWorker), 'kiosk.back').status).toBe('approved');
  const anew = after((before) => worded(before, 'kiosk.back', 'Bakåt'), byTranslator, byWorker);
  expect(entryIn(anew, 'kiosk.back')).toMatchObject({ status: 'approved', reviews: [translator, treatmentWorker] });
});

test('a judgement says that words still fit a changed Danish text', () => {
  const edition = after((before) => judged(before, 'kiosk.next', translator));
  expect(entryIn(edition, 'kiosk.next')).toMatchObject({ status: 'reviewed', isSourceChanged: false });
});

test('a judgement goes with the words and the Danish text that it was about', () => {
  const edition = after(
    (before) => judged(before, 'kiosk.back', translator),
    (before) => worded(before, 'kiosk.back', 'Bakåt'),
  );
  expect(entryIn(edition, 'kiosk.back')).toMatchObject({ status: 'draft', reviews: [] });
  const events = [judged(editionAfter(), 'kiosk.back', translator), worded(editionAfter(), 'kiosk.next', 'Nästa')];
  const danish = { ...PUBLISHED.danish, 'kiosk.back': 'Til start', 'kiosk.next': 'Næste' };
  const later = editionOf({ ...PUBLISHED, danish }, events, nodeHasher);
  expect(entryIn(later, 'kiosk.back')).toMatchObject({ status: 'draft', reviews: [] });
  expect(entryIn(later, 'kiosk.next')).toMatchObject({ status: 'draft', isSourceChanged: true });
});

test('a newer content version with other words overtakes those in work', () => {
  const events = [worded(editionAfter(), 'kiosk.hide', 'Göm')];
  const others = Object.fromEntries(Object.entries(SWEDISH).filter(([key]) => key !== 'kiosk.hide'));
  const publishedAnew = (text?: string) => {
    const texts = text === undefined ? others : { ...others, 'kiosk.hide': text };
    return entryIn(editionOf({ ...PUBLISHED, texts }, events, nodeHasher), 'kiosk.hide').isOvertaken;
  };
  expect(publishedAnew('Dölj')).toBe(false);
  expect(publishedAnew('Göm')).toBe(false);
  expect(publishedAnew('Göm undan')).toBe(true);
  expect(publishedAnew()).toBe(true);
});

test('a judgement of an approved text adds to those that it has', () => {
  const edition = after((before) => judged(before, 'kiosk.hide', { ...translator, by: 'G. H.' }));
  expect(entryIn(edition, 'kiosk.hide')).toMatchObject({ status: 'approved', reviews: { length: 3 } });
});

test('a review without names, of the same words and Danish text, still counts', () => {
  const reviews = {
    texts: { 'kiosk.back': { status: 'reviewed', source: hashOf('Tilbage'), text: hashOf('Tillbaka') } },
  } as const;
  const edition = editionOf({ ...PUBLISHED, reviews }, [], nodeHasher);
  expect(entryIn(edition, 'kiosk.back')).toMatchObject({ status: 'reviewed', reviews: [] });
});

test('nobody judges their own words, words that have changed, words that are missing, or the same words twice', () => {
  const hide = entryIn(
    after((before) => worded(before, 'kiosk.hide', 'Göm', 'A. B.')),
    'kiosk.hide',
  );
  const by = (name: string) => ({ ...translator, by: name });
  expect(judge(hide, { seen: hide, review: by(' a. b. ') }, nodeHasher)).toMatchObject({ error: { kind: 'ownWords' } });
  for (const seen of [
    { ...hide, text: 'Dölj' },
    { ...hide, danish: 'Skjul det' },
  ]) {
    expect(judge(hide, { seen, review: by('I. J.') }, nodeHasher)).toMatchObject({ error: { kind: 'otherWords' } });
  }
  const missing = entryIn(editionAfter(), 'kiosk.send');
  expect(judge(missing, { seen: missing, review: translator }, nodeHasher)).toMatchObject({
    error: { kind: 'otherWords' },
  });
  const back = entryIn(
    after((before) => judged(before, 'kiosk.back', translator)),
    'kiosk.back',
  );
  expect(judge(back, { seen: back, review: by('A. b.') }, nodeHasher)).toMatchObject({
    error: { kind: 'judgedAlready' },
  });
});

test('words that are refused or the same are no event', () => {
  const entry = entryIn(editionAfter(), 'kiosk.hide');
  const wording = (text: string, key = entry.key) => word({ ...entry, key }, { text, by: null, atMs: 0 }, rules);
  expect(wording('Dölj')).toMatchObject({ error: { kind: 'unchanged' } });
  expect(wording('Dölj ')).toMatchObject({ error: { kind: 'refused', reason: 'superfluousSpaces' } });
  expect(wording('Göm', 'kiosk.hide_many')).toMatchObject({ error: { kind: 'refused', reason: 'pluralForm' } });
});

test('events of a text that is gone do no harm', () => {
  const gone: Worded = { ...worded(editionAfter(), 'kiosk.hide', 'Göm'), key: '__proto__' };
  expect(textsOf(editionAfter(gone))).toEqual(SWEDISH);
});

test('the words in work are the newest of each text, and those of no text are none', () => {
  const first = worded(editionAfter(), 'kiosk.hide', 'Göm');
  const approved = judged(editionAfter(first), 'kiosk.hide', translator);
  const second = worded(editionAfter(first), 'kiosk.hide', 'Göm allt');
  const events = [first, approved, second, { ...first, key: '__proto__' }];
  expect(wordsInWork(SWEDISH, events)).toEqual({ ...SWEDISH, 'kiosk.hide': 'Göm allt' });
});

test('every text is counted once by how far it has come', () => {
  const edition = after(
    (before) => worded(before, 'kiosk.hide', 'Göm'),
    (before) => judged(before, 'kiosk.back', translator),
  );
  expect(countEdition(edition, (text) => text === 'Göm')).toEqual({
    missing: 1,
    draft: 2,
    reviewed: 1,
    approved: 0,
    changedSource: 1,
    overtaken: 0,
    noHumanVoice: 2,
  });
});
