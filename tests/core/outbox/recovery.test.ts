import { expect, test } from 'vitest';
import { planRecovery } from '../../../core/outbox/recovery.ts';
import type { OutboxFound, OutboxRecovery } from '../../../core/outbox/recovery.ts';
import { entriesOf, hashOf } from './ledger-lines.ts';
import type { Told } from './ledger-lines.ts';

const nothing: OutboxRecovery = { finish: [], discard: [], quarantine: [], missing: [], unledgered: [], changed: [] };
const sealed: readonly Told[] = [{ kind: 'sealed', seq: 1 }];
const found = (told: readonly Told[], seqs: readonly number[], temporaries: OutboxFound['temporaries']) => ({
  ...{ entries: entriesOf(told), seqs: new Set(seqs), changed: [], temporaries },
});
const temporary = { name: 't', sha256: hashOf(1) };
const twin = { name: 'u', sha256: hashOf(1) };

test.each<[string, OutboxFound, Partial<OutboxRecovery>]>([
  ['nothing happened: nothing to do', found(sealed, [1], []), {}],
  ['stopped before the ledger: never promised', found([], [], [temporary]), { quarantine: ['t'] }],
  ['stopped after the ledger: finish', found(sealed, [], [temporary]), { finish: [{ seq: 1, temporary: 't' }] }],
  ['stopped after naming: discard', found(sealed, [1], [temporary]), { discard: [{ seq: 1, temporary: 't' }] }],
  [
    'a try before the right one: keep apart',
    found(sealed, [], [{ name: 'x', sha256: hashOf(2) }, temporary]),
    { finish: [{ seq: 1, temporary: 't' }], quarantine: ['x'] },
  ],
  [
    'two temporaries of one intake',
    found(sealed, [], [temporary, twin]),
    { finish: [{ seq: 1, temporary: 't' }], quarantine: ['u'] },
  ],
  ['promised and gone: a gap', found(sealed, [], []), { missing: [{ seq: 1, sha256: hashOf(1) }] }],
  [
    'receipted and purged: no gap',
    found([...sealed, { kind: 'receipted', seq: 1 }, { kind: 'purged', seq: 1 }], [], []),
    {},
  ],
  [
    'withdrawn: no gap, and nothing is finished',
    found([...sealed, { kind: 'withdrawn', seq: 1 }], [], [temporary]),
    { quarantine: ['t'] },
  ],
  ['a file that the ledger does not know', found(sealed, [1, 2], []), { unledgered: [2] }],
  ['a file with other bytes than promised', { ...found(sealed, [1], []), changed: [1] }, { changed: [1] }],
])('%s', (_, outbox, plan) => {
  expect(planRecovery(outbox)).toEqual({ ...nothing, ...plan });
});
