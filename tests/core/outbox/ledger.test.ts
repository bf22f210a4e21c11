import { expect, test } from 'vitest';
import { parseLedgerHead, ledgerHeadOf } from '../../../core/outbox/ledger-head.ts';
import { LedgerIndex } from '../../../core/outbox/ledger-index.ts';
import { parseLedgerLine } from '../../../core/outbox/ledger-entry.ts';
import { checkLedger, ledgerLineHash } from '../../../core/outbox/ledger.ts';
import { formatJson } from '../../../core/bundle/versioned-json.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { KIOSK_ID, check, entriesOf, hashOf, intakeIdOf, linesOf, preimageOf } from './ledger-lines.ts';
import type { Told } from './ledger-lines.ts';

const sealed = (seq: number): Told => ({ kind: 'sealed', seq });
const story: readonly Told[] = [
  sealed(1),
  sealed(2),
  { kind: 'withdrawn', seq: 2 },
  { kind: 'receipted', seq: 1 },
  { kind: 'purged', seq: 1 },
  sealed(4),
  { kind: 'withdrawalRequested', seq: 1 },
];

test('a ledger as the kiosk writes it is taken, an empty one too', () => {
  expect(checkLedger(linesOf(story), check)).toEqual({ ok: true, value: entriesOf(story) });
  expect(checkLedger([], check)).toEqual({ ok: true, value: [] });
});

test('a changed, removed, doubled or moved line breaks the chain', () => {
  const [first = '', second = '', third = '', ...rest] = linesOf(story);
  const broken = (lines: readonly string[], line: number) => {
    expect(checkLedger(lines, check)).toEqual({ ok: false, error: { kind: 'brokenChain', line } });
  };
  broken([second, third, ...rest], 1);
  broken([first, third, ...rest], 2);
  broken([first, first, second, third, ...rest], 2);
  broken([first, third, second, ...rest], 2);
  broken([first.replace('"seq":1', '"seq":9'), second, third, ...rest], 2);
  broken([first.replace('05:06:07', '05:06:08'), second, third, ...rest], 2);
});

test('a changed last line is found by its signature', () => {
  const lines = linesOf(story).with(6, linesOf(story)[6]?.replace('05:06:07', '05:06:08') ?? '');
  expect(checkLedger(lines, check)).toEqual({ ok: false, error: { kind: 'wrongSignature', line: 7 } });
});

test('the ledger of another kiosk is refused', () => {
  const lines = linesOf([sealed(1)], '11111111-2222-4333-8444-555555555555');
  expect(checkLedger(lines, check)).toEqual({ ok: false, error: { kind: 'otherKiosk', line: 1 } });
});

test.each([
  ['a number is used twice', [sealed(1), { ...sealed(1), intakeId: intakeIdOf(2) }], 2],
  ['a number goes back', [sealed(2), sealed(1)], 2],
  ['an intake is sealed twice', [sealed(1), { ...sealed(2), intakeId: intakeIdOf(1) }], 2],
  ['a receipt comes before the sealing', [{ kind: 'receipted', seq: 1 }, sealed(1)], 1],
  ['a receipt names another file', [sealed(1), { kind: 'receipted', seq: 1, sha256: hashOf(9) }], 2],
  ['something is purged without a receipt', [sealed(1), { kind: 'purged', seq: 1 }], 2],
  [
    'something is withdrawn after the receipt',
    [sealed(1), { kind: 'receipted', seq: 1 }, { kind: 'withdrawn', seq: 1 }],
    3,
  ],
  ['the centre is asked to forget what it has not signed for', [sealed(1), { kind: 'withdrawalRequested', seq: 1 }], 2],
  [
    'the request to forget reveals another key',
    [sealed(1), { kind: 'receipted', seq: 1 }, { kind: 'withdrawalRequested', seq: 1, preimage: preimageOf(2) }],
    3,
  ],
  ['a withdrawal reveals another key', [sealed(1), { kind: 'withdrawn', seq: 1, preimage: preimageOf(2) }], 2],
  [
    'something is withdrawn that nobody had a code for',
    [
      { ...sealed(1), isUntagged: true },
      { kind: 'withdrawn', seq: 1 },
    ],
    2,
  ],
] satisfies readonly (readonly [string, readonly Told[], number])[])(
  'a ledger in which %s is impossible',
  (_, told, line) => {
    expect(checkLedger(linesOf(told), check)).toEqual({ ok: false, error: { kind: 'impossible', line } });
  },
);

test('a line is read only in the one form in which it is written', () => {
  const line = linesOf([sealed(1)])[0] ?? '';
  expect(parseLedgerLine(line)?.entry).toEqual(entriesOf([sealed(1)])[0]);
  const untagged = linesOf([{ ...sealed(1), isUntagged: true }])[0] ?? '';
  expect(parseLedgerLine(untagged)?.entry).not.toHaveProperty('withdrawTag');
  const refused = [
    ...['', 'null', '{}', ` ${line}`, `${line} `, line.slice(1), line.slice(0, -1)],
    ...[line.replace('"kind"', '"kind" '), line.replace('"line":1', '"line":1.0'), line.replace('"seq":1,', '')],
    ...[line.replace('"signature":"', '"signature":"0'), line.replace('sealed', 'opened')],
    line.replace('"signature"', '"note":"","signature"'),
  ];
  expect(refused.filter((text) => parseLedgerLine(text) !== null)).toEqual([]);
  expect(checkLedger([line, 'not a line'], check)).toEqual({ ok: false, error: { kind: 'malformed', line: 2 } });
});

test('the head says how far the ledger has come, and reads back', () => {
  const lastLineHash = ledgerLineHash(linesOf(story)[6] ?? '', nodeHasher);
  const exportedAt = '2026-03-04T06:00:00.000Z';
  const audit = { lines: 7, lastLineHash: hashOf(7), unwritten: 0 };
  const head = ledgerHeadOf(new LedgerIndex(entriesOf(story)), { kioskId: KIOSK_ID, lastLineHash, audit, exportedAt });
  expect(head).toMatchObject({ lines: 7, lastSealed: { seq: 4, sha256: hashOf(4) } });
  const at = '2026-03-04T05:06:07.890Z';
  const takenBack = (seq: number) => ({ seq, sha256: hashOf(seq), at, preimage: preimageOf(seq) });
  expect(head.withdrawn).toEqual([takenBack(2), takenBack(1)]);
  expect(parseLedgerHead(formatJson(head))).toEqual({ ok: true, value: head });
  const empty = ledgerHeadOf(new LedgerIndex([]), { kioskId: KIOSK_ID, lastLineHash: null, audit, exportedAt });
  expect(empty).toMatchObject({ lines: 0, lastSealed: null });
  for (const format of [1, 2, 4]) {
    expect(parseLedgerHead(formatJson({ ...empty, format }))).toEqual({ ok: false, error: { kind: 'otherFormat' } });
  }
  const torn = { ...empty, audit: { ...audit, lastLineHash: null } };
  expect(parseLedgerHead(formatJson(torn))).toMatchObject({ ok: false, error: { kind: 'otherShape' } });
});
