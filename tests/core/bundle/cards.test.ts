import { describe, expect, test } from 'vitest';
import { toUtf8 } from '../../../core/basics/utf8.ts';
import { parseCentreCard, parseCentreSite } from '../../../core/bundle/centre-card.ts';
import { parseKioskCard } from '../../../core/bundle/kiosk-card.ts';
import { parseManifest } from '../../../core/bundle/manifest.ts';
import { formatJson } from '../../../core/bundle/versioned-json.ts';
import { exampleCentreCard, exampleKioskCard, exampleManifest, RECIPIENTS, sumOf } from './example-bundle.ts';

const { site } = exampleCentreCard;
const parsers = { parseManifest, parseCentreCard, parseKioskCard };

test.each([
  ['parseManifest', exampleManifest],
  ['parseCentreCard', exampleCentreCard],
  ['parseKioskCard', exampleKioskCard],
] as const)('%s gives back what was written', (parser, example) => {
  expect(parsers[parser](formatJson(example))).toEqual({ ok: true, value: example });
});

describe.each([
  ['parseManifest', exampleManifest],
  ['parseCentreCard', exampleCentreCard],
  ['parseKioskCard', exampleKioskCard],
] as const)('%s refuses', (parser, example) => {
  const parse = parsers[parser];
  test.each([
    ['bytes that are not UTF-8', new Uint8Array([0xff]), { kind: 'notJson' }],
    ['text that is not JSON', toUtf8('{'), { kind: 'notJson' }],
    ['a value that is no object', toUtf8('null'), { kind: 'otherShape', paths: [''] }],
    ['a field that it does not know', formatJson({ ...example, more: 1 }), { kind: 'otherShape', paths: [''] }],
    ['a newer format', formatJson({ ...example, format: 2 }), { kind: 'otherFormat' }],
    ['no format', formatJson({ ...example, format: undefined }), { kind: 'otherFormat' }],
    ['no centre', formatJson({ ...example, centreId: undefined }), { kind: 'otherShape', paths: ['centreId'] }],
  ])('%s', (_what, bytes, error) => {
    expect(parse(bytes)).toEqual({ ok: false, error });
  });
});

test.each([
  ['the first bundle with a previous one', { seq: 1 }, 'prevHash'],
  ['a later bundle without a previous one', { prevHash: null }, 'prevHash'],
  ['no number', { seq: 0 }, 'seq'],
  ['a digest in capitals', { recipientsHash: 'A'.repeat(64) }, 'recipientsHash'],
  ['a digest that is no text', { recipientsHash: 1 }, 'recipientsHash'],
  ['an identifier in capitals', { intakeId: 'AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA' }, 'intakeId'],
  ['an identifier that is a path', { intakeId: '../../etc' }, 'intakeId'],
  ['a language of nobody here', { language: 'en' }, 'language'],
  ['local time', { createdAt: '2026-03-01T10:20:30.400+01:00' }, 'createdAt'],
  ['a zone that is a path', { timeZone: '../UTC' }, 'timeZone'],
  ['a confidence between', { clockConfidence: 'medium' }, 'clockConfidence'],
  ['a slip without its hash', { addsTo: { kioskId: exampleManifest.kioskId, seq: 1 } }, 'addsTo.sha256Start'],
])('a manifest with %s is refused', (_what, change, path) => {
  expect(parseManifest(formatJson({ ...exampleManifest, ...change }))).toEqual({
    ok: false,
    error: { kind: 'otherShape', paths: [path] },
  });
});

test.each([
  ['the first of a kiosk', { seq: 1, prevHash: null }],
  ['one with a take-back code', { withdrawTag: sumOf('c') }],
  ['one that adds to a slip', { addsTo: { kioskId: exampleManifest.kioskId, seq: 1, sha256Start: '0123abcd' } }],
  ['one from a zone that this computer may not know', { timeZone: 'America/Not_Yet_Named' }],
])('a manifest of %s is taken', (_what, change) => {
  expect(parseManifest(formatJson({ ...exampleManifest, ...change })).ok).toBe(true);
});

const [first = '', second = ''] = RECIPIENTS;
const hybrid = `age1pq1${'q'.repeat(1952)}`;

test.each([
  ['one recipient', { recipients: [first] }, 'recipients'],
  ['a recipient twice', { recipients: [first, first] }, 'recipients'],
  ['a recipient of another program', { recipients: [first, `ssh-${second}`] }, 'recipients'],
  ['hybrid and other recipients together', { recipients: [first, hybrid] }, 'recipients'],
  ['a receipt key that is no minisign key', { receiptKey: first }, 'receiptKey'],
  ['a name of two lines', { name: 'one\ntwo' }, 'name'],
  ['a name that turns its direction', { name: 'one\u202etwo' }, 'name'],
  ['an unknown zone', { site: { ...site, timeZone: 'America/Atlantis' } }, 'site.timeZone'],
  ['a weekday 0', { site: { ...site, centreReads: [{ weekday: 0, from: '09:00' }] } }, 'site.centreReads.0.weekday'],
  ['a time 24:00', { site: { ...site, centreReads: [{ weekday: 1, from: '24:00' }] } }, 'site.centreReads.0.from'],
  [
    'a number that is a word',
    { site: { ...site, phoneNumbers: [{ label: 'a', number: 'b' }] } },
    'site.phoneNumbers.0.number',
  ],
  ['a site named by a path', { site: { ...site, siteId: '../x' } }, 'site.siteId'],
])('a centre card with %s is refused', (_what, change, path) => {
  expect(parseCentreCard(formatJson({ ...exampleCentreCard, ...change }))).toEqual({
    ok: false,
    error: { kind: 'otherShape', paths: [path] },
  });
});

test('a centre card may have only hybrid recipients', () => {
  const recipients = [hybrid, hybrid.replace(/q$/, 'p')];
  expect(parseCentreCard(formatJson({ ...exampleCentreCard, recipients })).ok).toBe(true);
});

test('a site alone is read by the same rules as on a centre card', () => {
  expect(parseCentreSite(formatJson(site))).toEqual({ ok: true, value: site });
  expect(parseCentreSite(formatJson({ ...site, country: 'NO' }))).toEqual({
    ok: false,
    error: { kind: 'otherShape', paths: ['country'] },
  });
});
