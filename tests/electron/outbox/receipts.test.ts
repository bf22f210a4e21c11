import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { signReceipts } from '../../../centre/sign-receipt.ts';
import type { Sha256 } from '../../../core/basics/hasher.ts';
import { RECEIPT_TRUSTED_COMMENT, formatReceipt, type Receipt } from '../../../core/outbox/receipt.ts';
import { newMinisignKey } from '../../../node/minisign-keys.ts';
import { minisignSign } from '../../../node/minisign-signature.ts';
import { systemRandom } from '../../../node/random.ts';
import type { SignedFile } from '../../../node/signed-receipt.ts';
import { keyOf } from '../../core/outbox/ledger-lines.ts';
import { expectOk } from '../../expect-ok.ts';
import { PowerCut, dyingFileSystem, failingFileSystem } from '../../node/failing-file-system.ts';
import { KIOSK_ID } from '../test-home.ts';
import { clock, pair, ReceiptedHome } from './receipted-home.ts';

let home: ReceiptedHome;
beforeEach(async () => {
  home = await ReceiptedHome.make();
});

const isReceipted = ({ outbox }: ReturnType<ReceiptedHome['open']>, seq: number): boolean =>
  outbox.receipted().some((each) => each.seq === seq);

test('what the centre signed for is receipted, and waits no more', async () => {
  const kiosk = home.open();
  expect(await kiosk.desk.take(home.receipt(1, 3))).toMatchObject({ ok: true, value: { receipted: 2, known: 0 } });
  expect(kiosk.outbox.deliveries().map(({ seq }) => seq)).toEqual([2]);
  expect(home.sealedFiles()).toHaveLength(3);
  expect(kiosk.events).toEqual(['receiptTaken']);
  kiosk.outbox.close();
  expect(isReceipted(home.open(), 1)).toBe(true);
});

test('the signature that allows the kiosk to let go is kept beside the ledger', async () => {
  await home.open().desk.take(home.receipt(1));
  const names = readdirSync(join(home.directory, 'receipts')).toSorted();
  expect(names).toEqual([
    expect.stringMatching(/^receipt-[0-9a-f]{32}-00000001\.[0-9a-f]{16}\.json$/),
    expect.stringMatching(/\.json\.minisig$/),
  ]);
});

test('a receipt that comes again, and another that says the same, change nothing', async () => {
  const kiosk = home.open();
  const file = home.receipt(1);
  await kiosk.desk.take(file);
  const before = home.ledgerText();
  for (const again of [file, home.receipt(1)]) {
    expect(await kiosk.desk.take(again)).toMatchObject({ ok: true, value: { receipted: 0, known: 1 } });
  }
  expect(home.ledgerText()).toBe(before);
});

test('a receipt that was lost is made up for by a later one', async () => {
  home.receipt(1);
  const kiosk = home.open();
  expect(await kiosk.desk.take(home.receipt(1, 2))).toMatchObject({ ok: true, value: { receipted: 2, number: 2 } });
});

test('receipts that come in the wrong order are all taken', async () => {
  const [first, second] = [home.receipt(1), home.receipt(2)];
  const kiosk = home.open();
  await kiosk.desk.take(second);
  await kiosk.desk.take(first);
  expect(kiosk.outbox.deliveries().map(({ seq }) => seq)).toEqual([3]);
});

describe('only what the ledger promised counts:', () => {
  test.each<[string, { seq: number; sha256: Sha256 }]>([
    ['another digest under a number', { ...pair(1), sha256: pair(2).sha256 }],
    ['a number that was never used', { ...pair(9) }],
  ])('%s raises an alarm and changes nothing else', async (_, foreign) => {
    const kiosk = home.open();
    const received = [foreign, pair(2)];
    expect(await kiosk.desk.take(home.signed({ received }))).toMatchObject({ value: { receipted: 1, unknown: 1 } });
    expect(kiosk.outbox.deliveries().map(({ seq }) => seq)).toEqual([1, 3]);
    expect(kiosk.events).toContain('receiptUnknown');
  });

  test('what the centre refused waits on, and staff hear of it', async () => {
    const kiosk = home.open();
    const refused = [{ ...pair(2), reason: 'otherRecipients' }];
    expect(await kiosk.desk.take(home.signed({ refused }))).toMatchObject({ value: { receipted: 0, refused: [2] } });
    expect(kiosk.outbox.deliveries()).toHaveLength(3);
    expect(kiosk.events).toEqual(['centreRefused']);
  });

  test('a refusal is told once, not at each start', async () => {
    const file = home.signed({ refused: [{ ...pair(2), reason: 'otherRecipients' }] });
    await home.open().desk.take(file);
    expect(home.open().desk.wants(file.name)).toBe(false);
  });

  test('what never waited under that number can be refused by nobody', async () => {
    const kiosk = home.open();
    await kiosk.desk.take(home.receipt(1));
    const refused = [
      { ...pair(1), reason: 'badPad' },
      { ...pair(3), sha256: pair(2).sha256, reason: 'badPad' },
    ];
    expect(await kiosk.desk.take(home.signed({ refused }))).toMatchObject({ value: { refused: [] } });
    expect(kiosk.events).toEqual(['receiptTaken']);
  });
});

describe('changes nothing and says why:', () => {
  const forged = (change: Partial<Receipt>): SignedFile => {
    const key = newMinisignKey(systemRandom);
    const facts = {
      format: 1,
      centreId: home.card.centreId,
      kioskId: KIOSK_ID,
      number: 1,
      refused: [],
      canary: null,
    } as const;
    const bytes = formatReceipt({ ...facts, issuedAt: '2026-03-04T00:00:00.000Z', received: [pair(1)], ...change });
    return { bytes, signature: minisignSign(key, bytes, RECEIPT_TRUSTED_COMMENT) };
  };
  test.each<[string, () => SignedFile, string]>([
    ['a receipt by another key', () => forged({}), 'otherKey'],
    ['a receipt with a changed byte', () => ({ ...home.receipt(1), bytes: home.receipt(2).bytes }), 'wrongSignature'],
    ['a receipt without a signature', () => ({ ...home.receipt(1), signature: '' }), 'malformed'],
    [
      'a receipt for another kiosk',
      () => home.signed({ kioskId: home.card.centreId, received: [pair(1)] }),
      'otherKiosk',
    ],
  ])('%s', async (_, make, kind) => {
    const before = home.ledgerText();
    const kiosk = home.open();
    expect(await kiosk.desk.take(make())).toEqual({ ok: false, error: { kind } });
    expect(home.ledgerText()).toBe(before);
    expect(readdirSync(join(home.directory, 'receipts'))).toEqual([]);
    expect(kiosk.events).toEqual(['receiptRefused']);
  });

  test('a receipt that another centre signed with the same key', async () => {
    const other = { ...home.card, centreId: KIOSK_ID };
    const [file] = expectOk(
      signReceipts({ home: home.centreHome, card: other, clock }, { kioskId: KIOSK_ID, received: [pair(1)] }),
    );
    if (file === undefined) throw new Error('Nothing was signed');
    expect(await home.open().desk.take(file)).toEqual({ ok: false, error: { kind: 'otherCentre' } });
  });

  test('a receipt on a disk that is full', async () => {
    const kiosk = home.open(failingFileSystem({ call: 'link', code: 'ENOSPC', isLasting: true }));
    expect(await kiosk.desk.take(home.receipt(1))).toEqual({ ok: false, error: { kind: 'full' } });
    expect(kiosk.outbox.deliveries()).toHaveLength(3);
  });

  test('a receipt that comes when the home is closed', async () => {
    const kiosk = home.open();
    await kiosk.desk.close();
    expect(await kiosk.desk.take(home.receipt(1))).toEqual({ ok: false, error: { kind: 'closed' } });
    expect(await kiosk.desk.purge()).toEqual({ ok: true, value: 0 });
  });
});

describe('taking back', () => {
  test('before the receipt stands, whatever the centre signs later', async () => {
    const kiosk = home.open();
    expectOk(kiosk.outbox.withdraw(keyOf(1)));
    expect(await kiosk.desk.take(home.receipt(1))).toMatchObject({ ok: true, value: { receipted: 0, takenBack: 1 } });
    expect(kiosk.outbox.letter(keyOf(1))?.state).toBe('withdrawn');
  });

  test('after the receipt asks the centre, with proof, and the kiosk’s own copy goes at once', async () => {
    const kiosk = home.open();
    await kiosk.desk.take(home.receipt(1));
    expect(kiosk.outbox.withdraw(keyOf(1))).toEqual({ ok: false, error: { kind: 'tooLate' } });
    expectOk(kiosk.outbox.requestWithdrawal(keyOf(1)));
    expectOk(kiosk.outbox.requestWithdrawal(keyOf(1)));
    expect(home.sealedFiles()).toEqual(['00000002.age', '00000003.age']);
    expect(kiosk.outbox.letter(keyOf(1))?.state).toBe('withdrawalRequested');
    const facts = { exportedAt: '2026-03-04T00:00:00.000Z', audit: { lines: 0, lastLineHash: null, unwritten: 0 } };
    const head: unknown = JSON.parse(Buffer.from(kiosk.outbox.signedHead(facts).head).toString());
    expect(head).toMatchObject({ withdrawn: [{ ...pair(1), preimage: Buffer.from(keyOf(1)).toString('hex') }] });
    kiosk.outbox.close();
    expect(home.open().outbox.letter(keyOf(1))?.state).toBe('withdrawalRequested');
    expect(home.ledgerText().match(/"withdrawalRequested"/g)).toHaveLength(1);
  });

  test('after the kiosk has let go asks the centre all the same', async () => {
    const kiosk = home.open();
    await kiosk.desk.take(home.receipt(1));
    await home.purgeAll(kiosk);
    expectOk(kiosk.outbox.requestWithdrawal(keyOf(1)));
    expect(kiosk.outbox.withdrawn()).toMatchObject([pair(1)]);
  });

  test.each([
    [2, 'notReceipted'],
    [9, 'unknown'],
  ])('asks nothing of the centre for key %s: %s', async (seq, kind) => {
    const kiosk = home.open();
    await kiosk.desk.take(home.receipt(1));
    expect(kiosk.outbox.requestWithdrawal(keyOf(seq))).toEqual({ ok: false, error: { kind } });
  });
});

test.each(cutsBetweenKeepingAndNoting())(
  'a receipt of which something was not noted yet at %s number %i is asked for again',
  async (call, from) => {
    const one = home.receipt(1, 2);
    try {
      await home.open(dyingFileSystem(call, from)).desk.take(one);
    } catch (thrown) {
      if (!(thrown instanceof PowerCut)) throw thrown;
    }
    const kiosk = home.open();
    const isAllNoted = kiosk.outbox.deliveries().every(({ seq }) => seq > 2);
    expect([kiosk.desk.wants(one.name), isAllNoted]).not.toEqual([false, false]);
    expectOk(await kiosk.desk.take(one));
    expect(kiosk.outbox.deliveries().map(({ seq }) => seq)).toEqual([3]);
    kiosk.outbox.close();
    expect(home.open().desk.wants(one.name)).toBe(false);
    expect(readdirSync(join(home.directory, 'receipts')).filter((name) => name.endsWith('.begun'))).toEqual([]);
  },
);

/** Every write, sync and rename of taking a receipt for two intakes: of the files that keep it, and of the ledger. */
function cutsBetweenKeepingAndNoting() {
  const calls = ['write', 'fsync', 'rename'] as const;
  return calls.flatMap((call) => [1, 2, 3, 4, 5, 6, 7, 8].map((from) => [call, from] as const));
}

test('a home has a folder for receipts', () => {
  expect(() => mkdirSync(join(home.directory, 'receipts'))).toThrow('EEXIST');
});

test('a receipt is wanted by its name until it was handed in, also after a start', async () => {
  const one = home.receipt(1);
  const kiosk = home.open();
  expect(['head.json', `${one.name}.minisig`, one.name].map((name) => kiosk.desk.wants(name))).toEqual([
    ...[false, false, true],
  ]);
  await kiosk.desk.take(one);
  expect(kiosk.desk.wants(one.name)).toBe(false);
  kiosk.outbox.close();
  expect(home.open().desk.wants(one.name)).toBe(false);
});
