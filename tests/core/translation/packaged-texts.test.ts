import { expect, test } from 'vitest';
import { editionOf, type Edition } from '../../../core/translation/edition.ts';
import type { EditionEvent } from '../../../core/translation/edition-events.ts';
import type { PackagedText } from '../../../core/translation/language-package.ts';
import { packagedTexts, takePackaged, type Decision } from '../../../core/translation/packaged-texts.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { ATTACKS } from '../../tools/translations/attacks.ts';
import { DANISH, editionAfter, entryIn, hashOf, PUBLISHED, translator, treatmentWorker } from './an-edition.ts';

const ANNA = { role: 'translator', by: 'Anna', on: '2026-03-01' } as const;
const BIRK = { role: 'treatmentWorker', by: 'Birk', on: '2026-03-02' } as const;

const worded = (text: string, instead: string, key = 'kiosk.next', by: string | null = 'Cilla'): EditionEvent => ({
  ...{ kind: 'worded', key, text, source: hashOf(DANISH[key] ?? ''), instead: hashOf(instead), by, atMs: 7 },
});
const judged = (text: string, review: PackagedText['reviews'][number], key = 'kiosk.next'): EditionEvent => ({
  ...{ kind: 'judged', key, text: hashOf(text), source: hashOf(DANISH[key] ?? ''), review },
});
const approvedNext = [worded('Framåt', 'Vidare'), judged('Framåt', ANNA), judged('Framåt', BIRK)];

/** The approved words for “Videre” in the other house, where they followed “Vidare”. */
const packaged = (changed: Partial<PackagedText> = {}): PackagedText => ({
  ...{ key: 'kiosk.next', danish: 'Videre', text: 'Framåt', by: 'Cilla', atMs: 7, follows: [hashOf('Vidare')] },
  reviews: [ANNA, BIRK],
  ...changed,
});

function take(edition: Edition, texts: readonly PackagedText[], decisions: readonly Decision[] = []) {
  return takePackaged(edition, texts, { tag: 'sv', hasher: nodeHasher, decisions });
}
const NOTHING = { events: [], changed: 0, unchanged: 0, conflicts: [], unknown: [], refused: [], standing: [] };

test('what two people have approved goes out, from the program and from the house, and nothing else', () => {
  const out = packagedTexts(editionAfter(...approvedNext, worded('Tillbaks', 'Tillbaka', 'kiosk.back')), 99);
  expect(out).toEqual([
    {
      ...{ key: 'kiosk.hide', danish: 'Skjul', text: 'Dölj', by: null, atMs: 99, follows: [] },
      reviews: [translator, treatmentWorker],
    },
    packaged(),
  ]);
});

test('words whose author stands among the two who approved them do not go out', () => {
  const own = [worded('Framåt', 'Vidare', 'kiosk.next', 'anna '), judged('Framåt', ANNA), judged('Framåt', BIRK)];
  expect(packagedTexts(editionAfter(...own), 99).map(({ key }) => key)).toEqual(['kiosk.hide']);
});

test('what goes out comes in as approved words, with their author, in a house that had the words before', () => {
  const taking = take(editionAfter(), [packaged()]);
  expect(taking).toEqual({ ...NOTHING, events: approvedNext, changed: 1, standing: ['Framåt'] });
  expect(entryIn(editionAfter(...taking.events), 'kiosk.next')).toMatchObject({ status: 'approved', author: 'Cilla' });
});

test('a text without words takes them, whatever they followed', () => {
  const sent = packaged({ key: 'kiosk.send', danish: 'Send', text: 'Skicka', follows: [hashOf('Sänd')] });
  expect(take(editionAfter(), [sent])).toMatchObject({ changed: 1, conflicts: [] });
});

test('the same words a second time are unchanged, and nothing is doubled', () => {
  const taking = take(editionAfter(...approvedNext), [packaged()]);
  expect(taking).toEqual({ ...NOTHING, unchanged: 1, standing: ['Framåt'] });
});

test('words that the house has already get the judgements that are new, and no more', () => {
  const edition = editionAfter(worded('Framåt', 'Vidare'), judged('Framåt', ANNA));
  expect(take(edition, [packaged()])).toMatchObject({ changed: 1, events: [judged('Framåt', BIRK)] });
});

test('nobody’s judgement counts for words that they wrote in this house', () => {
  const edition = editionAfter(worded('Framåt', 'Vidare', 'kiosk.next', 'Birk'));
  const { events } = take(edition, [packaged()]);
  expect(events).toEqual([judged('Framåt', ANNA)]);
  const after = editionAfter(worded('Framåt', 'Vidare', 'kiosk.next', 'Birk'), ...events);
  expect(entryIn(after, 'kiosk.next').status).toBe('reviewed');
});

test('words that this house has worded otherwise are a conflict, with both texts', () => {
  const edition = editionAfter(worded('Nästa', 'Vidare'));
  expect(take(edition, [packaged()])).toEqual({
    ...NOTHING,
    conflicts: [
      {
        ...{ key: 'kiosk.next', danish: 'Videre', text: 'Nästa', theirDanish: 'Videre', theirText: 'Framåt' },
        changed: ['target'],
      },
    ],
  });
});

test('words of another program, which the other house never had, are a conflict too', () => {
  expect(take(editionAfter(), [packaged({ follows: [hashOf('Gå vidare')] })]).conflicts[0]?.changed).toEqual([
    'target',
  ]);
});

test('a conflict is taken when somebody who looked at the words of now decided it', () => {
  const edition = editionAfter(worded('Nästa', 'Vidare'));
  const decision = { key: 'kiosk.next', danish: 'Videre', text: 'Nästa' };
  const taking = take(edition, [packaged()], [decision]);
  expect(taking).toMatchObject({ changed: 1, conflicts: [] });
  expect(taking.events[0]).toMatchObject({ kind: 'worded', instead: hashOf('Nästa') });
  const stale = take(edition, [packaged()], [{ ...decision, text: 'Vidare' }]);
  expect(stale).toMatchObject({ changed: 0, events: [] });
  expect(stale.conflicts).toHaveLength(1);
});

test('words for another Danish text are a conflict; taken, they are older than their Danish text and no approval counts', () => {
  const sent = packaged({ danish: 'Frem' });
  const [conflict] = take(editionAfter(), [sent]).conflicts;
  expect(conflict).toMatchObject({ danish: 'Videre', theirDanish: 'Frem', changed: ['source'] });
  const { events } = take(editionAfter(), [sent], [{ key: 'kiosk.next', danish: 'Videre', text: 'Vidare' }]);
  const entry = entryIn(editionAfter(...events), 'kiosk.next');
  expect(entry).toMatchObject({ text: 'Framåt', status: 'draft', isSourceChanged: true });
});

test('the same words over another Danish text are unchanged: nobody judged them over ours', () => {
  const same = packaged({ danish: 'Frem', text: 'Vidare' });
  expect(take(editionAfter(), [same])).toMatchObject({ unchanged: 1, events: [] });
});

test('keys that this house does not have are named, and change no object', () => {
  const keys = ['kiosk.gone', 'toString', '__proto__', 'constructor.name', 'a\u202Eb'];
  expect(
    take(
      editionAfter(),
      keys.map((key) => packaged({ key })),
    ),
  ).toEqual({
    ...NOTHING,
    unknown: ['kiosk.gone', 'toString'],
    refused: [
      { key: '__proto__', reason: 'reservedKey' },
      { key: 'constructor.name', reason: 'reservedKey' },
      { key: 'a?b', reason: 'badKey' },
    ],
  });
});

test.each<[string, Partial<PackagedText>, string]>([
  ['one approval', { reviews: [ANNA, { ...ANNA, by: 'Dina' }] }, 'notApproved'],
  ['two by one person', { reviews: [ANNA, { ...BIRK, by: 'anna' }] }, 'notApproved'],
  ['one by its author', { by: ' BIRK' }, 'notApproved'],
  ['a name that turns the direction', { by: 'Cilla\u202E' }, 'badName'],
  ['a judge whose name holds a line break', { reviews: [ANNA, { ...BIRK, by: 'Birk\nAnna' }] }, 'badName'],
  ['a Danish text that turns the direction', { danish: 'Videre\u202E' }, 'bidiControl'],
  ['a placeholder that its Danish text lacks', { text: 'Framåt {{n}}' }, 'placeholders'],
  ['placeholders that our Danish text lacks', { danish: 'Videre {{n}}', text: 'Framåt {{n}}' }, 'placeholders'],
  ['too many characters', { text: 'å'.repeat(2001) }, 'tooLong'],
])('a text with %s is refused', (_, changed, reason) => {
  expect(take(editionAfter(), [packaged(changed)])).toEqual({ ...NOTHING, refused: [{ key: 'kiosk.next', reason }] });
});

test('every attack is taken as it stands, or refused with its reason', () => {
  const outcomes = ATTACKS.map(([text]) => {
    const { events, refused } = take(editionAfter(), [packaged({ text })]);
    const [first] = events;
    const taken = first?.kind === 'worded' && first.text === text ? 'shown' : 'changed';
    return [text.slice(0, 60), refused[0]?.reason ?? taken];
  });
  expect(outcomes).toEqual(ATTACKS.map(([text, outcome]) => [text.slice(0, 60), outcome]));
});

test('what a house took goes on to a third with the same author and the same judgements', () => {
  const first = packagedTexts(editionAfter(...approvedNext), 99);
  const second = editionOf(PUBLISHED, take(editionAfter(), first).events, nodeHasher);
  expect(packagedTexts(second, 99)).toEqual(first);
});
