import { describe, expect, test } from 'vitest';
import type { AlertEntry } from '../../../core/alert/alert-entry.ts';
import { alertEventOf } from '../../../core/audit/alert-events.ts';
import { formatAuditLine, parseAuditLine } from '../../../core/audit/audit-line.ts';
import { AUDIT_EVENTS, isAuditEvent, type AuditCode, type AuditEvent } from '../../../core/audit/events.ts';
import { closedEvent, expiredEvents, openingEvents, refusedEvent } from '../../../core/audit/home-events.ts';
import { NUMBER_MINIMA, WORD_LISTS, type FieldKind } from '../../../core/audit/values.ts';
import { nodeHasher } from '../../../node/sha256.ts';

const NAME = 'Aviaja';

describe('Nothing of a person fits into an event', () => {
  test('by type: a text does not compile, and neither does a field that the catalogue does not have', () => {
    const refused: unknown[] = [
      // @ts-expect-error a free text is no kind of field
      'text' satisfies FieldKind,
      // @ts-expect-error a name is no number
      { event: 'intakeSealed', seq: NAME } satisfies AuditEvent,
      // @ts-expect-error a text that is not known to be a word of the list
      { event: 'homeClosed', reason: NAME.toLowerCase() } satisfies AuditEvent,
      // @ts-expect-error a field more
      { event: 'dutySignedOn', name: NAME } satisfies AuditEvent,
      // @ts-expect-error a code that the catalogue does not have
      { event: 'somethingElse' } satisfies AuditEvent,
    ];
    expect(refused.filter(isAuditEvent)).toEqual([]);
  });

  test.each<readonly [string, unknown]>([
    ['nothing', null],
    ['a text', NAME],
    ['no code', {}],
    ['a code that is none', { event: NAME }],
    ['a code that every object has', { event: 'toString' }],
    ['a text for a number', { event: 'intakeSealed', seq: '1' }],
    ['a number that is not whole', { event: 'intakeSealed', seq: 1.5 }],
    ['a number below the lowest', { event: 'intakeSealed', seq: 0 }],
    ['a number that is too large to be exact', { event: 'intakeSealed', seq: 2 ** 53 }],
    ['a word of another list', { event: 'homeClosed', reason: 'danger' }],
    ['a field less', { event: 'intakeSealed' }],
    ['a field more', { event: 'intakeSealed', seq: 1, name: NAME }],
  ])('when it runs: %s is refused', (_what, value) => {
    expect(isAuditEvent(value)).toBe(false);
  });

  test('every field is a number that the kiosk counts, or a word of a list', () => {
    const kinds = Object.values(AUDIT_EVENTS).flatMap(({ fields }) => Object.values<FieldKind>(fields));
    const known = [...Object.keys(NUMBER_MINIMA), ...Object.keys(WORD_LISTS)];
    expect(kinds.filter((kind) => !known.includes(kind))).toEqual([]);
    expect(Object.values(WORD_LISTS).flatMap((list) => list.filter((word) => !/^[a-zA-Z0-9]+$/.test(word)))).toEqual(
      [],
    );
  });
});

describe('A line', () => {
  const place = { line: 3, previous: nodeHasher.sha256(new Uint8Array()), atMs: 1_772_000_000_000 };
  const line = formatAuditLine({ place, event: { event: 'custodyGap', count: 2, first: 7 } });

  test('reads back, and stands in one form whatever the order in which its event was said', () => {
    expect(parseAuditLine(line)).toEqual({ place, event: { event: 'custodyGap', count: 2, first: 7 } });
    expect(formatAuditLine({ place, event: { first: 7, count: 2, event: 'custodyGap' } })).toBe(line);
    const first = formatAuditLine({ place: { ...place, line: 1, previous: null }, event: { event: 'logBegun' } });
    expect(parseAuditLine(first)?.place.previous).toBeNull();
  });

  test.each([
    ['', 'null', '3', '{}', 'not json', ` ${line}`, `${line} `],
    [line.replace('"line":3', '"line":3.0'), line.replace('"line":3', '"line":-3'), line.replace('"line":3,', '')],
    [line.replace('"atMs":1', '"atMs":"1"x'), line.replace(/"atMs":[0-9]+/, '"atMs":null')],
    [line.replace('"count":2', '"count":"2"'), line.replace('}', ',"note":"x"}')],
    [line.replace(/"previous":"[0-9a-f]{64}"/, '"previous":"x"'), line.replace(/"previous":"[^"]+"/, '"previous":1')],
  ])('is read only in that form', (...texts) => {
    expect(texts.filter((text) => parseAuditLine(text) !== null)).toEqual([]);
  });
});

describe('A start', () => {
  const quiet = { finish: [], quarantine: [], missing: [], changed: [], unledgered: [], hadTornLedgerLine: false };

  test('of which nothing is to be said is one event', () => {
    const opening = { start: 4, before: 'closed', migratedFrom: null, stateFellBack: false } as const;
    const expected = [{ event: 'homeOpened', start: 4, before: 'closed' }];
    expect(openingEvents({ ...opening, outbox: null })).toEqual(expected);
    expect(openingEvents({ ...opening, outbox: quiet })).toEqual(expected);
  });

  test('tells all that it found, gaps by their number and the first of them', () => {
    const sha256 = nodeHasher.sha256(new Uint8Array());
    const outbox = {
      finish: [{ seq: 3, temporary: 'x' }],
      quarantine: ['a', 'b'],
      missing: [
        { seq: 9, sha256 },
        { seq: 5, sha256 },
      ],
      changed: [6],
      unledgered: [12, 11],
      hadTornLedgerLine: true,
    };
    expect(openingEvents({ start: 1, before: 'stopped', migratedFrom: 1, stateFellBack: true, outbox })).toEqual([
      { event: 'homeOpened', start: 1, before: 'stopped' },
      { event: 'homeMigrated', from: 1 },
      { event: 'stateFellBack' },
      { event: 'ledgerTailCut' },
      { event: 'sealingFinished', count: 1 },
      { event: 'filesSetAside', count: 2 },
      { event: 'custodyGap', count: 3, first: 5 },
      { event: 'ledgerSetBack', count: 2, first: 11 },
    ]);
  });

  test('tells of drafts whose time was over, when there were any', () => {
    expect(expiredEvents(0)).toEqual([]);
    expect(expiredEvents(3)).toEqual([{ event: 'draftsExpired', count: 3 }]);
  });

  test('that fails, and an end, say why; a reason without a word of its own is "other"', () => {
    expect(refusedEvent('ledgerDamaged')).toEqual({ event: 'homeRefused', reason: 'ledgerDamaged' });
    expect(refusedEvent(NAME)).toEqual({ event: 'homeRefused', reason: 'other' });
    expect(closedEvent('ended')).toEqual({ event: 'homeClosed', reason: 'ended' });
    expect(closedEvent(NAME)).toEqual({ event: 'homeClosed', reason: 'other' });
  });
});

test.each<readonly [AlertEntry['kind'], AuditCode | null]>([
  ['raised', 'alertRaised'],
  ['here', 'alertAnswered'],
  ['channelAnswered', 'alertAnswered'],
  ['numbers', 'alertUnanswered'],
  ['over', 'alertFinished'],
  ['second', null],
  ['saidSafe', null],
  ['noted', null],
])('of a call, "%s" is told as %s', (kind, code) => {
  const place = { at: '2026-03-04T10:00:00.000Z', alert: 3 };
  const entry: AlertEntry =
    kind === 'raised'
      ? { ...place, kind, why: 'fetch' }
      : kind === 'noted'
        ? { ...place, kind, note: 'stayed' }
        : { ...place, kind };
  const event = alertEventOf(entry);
  expect(event?.event ?? null).toBe(code);
  expect(event === null || isAuditEvent(event)).toBe(true);
});
