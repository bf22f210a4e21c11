import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { initCentre } from '../../../centre/init.ts';
import { signReceipts } from '../../../centre/sign-receipt.ts';
import type { ReceiptFacts } from '../../../centre/sign-receipt.ts';
import { EXAMPLE_SITE } from '../../../centre/example-site.ts';
import type { CentreCard } from '../../../core/bundle/centre-card.ts';
import type { Sha256 } from '../../../core/basics/hasher.ts';
import { RECEIPT_TRUSTED_COMMENT, formatReceipt } from '../../../core/outbox/receipt.ts';
import type { Receipt } from '../../../core/outbox/receipt.ts';
import { withdrawTagOf } from '../../../core/outbox/withdrawal.ts';
import { checkHome } from '../../../electron/fsck/check-home.ts';
import { Mirror } from '../../../electron/outbox/mirror.ts';
import { openOutbox } from '../../../electron/outbox/outbox.ts';
import type { Outbox } from '../../../electron/outbox/outbox.ts';
import { openReceiptDesk } from '../../../electron/outbox/receipt-desk.ts';
import type { ReceiptDesk } from '../../../electron/outbox/receipt-desk.ts';
import { newEnrolment, signingKeyOf } from '../../../electron/store/enrolment.ts';
import type { Enrolment } from '../../../electron/store/enrolment.ts';
import type { State } from '../../../electron/store/state.ts';
import { openState } from '../../../electron/store/state.ts';
import { nodeFileSystem } from '../../../node/file-system.ts';
import type { FileSystem } from '../../../node/file-system.ts';
import { newMinisignKey } from '../../../node/minisign-keys.ts';
import { minisignSign } from '../../../node/minisign-signature.ts';
import { systemRandom } from '../../../node/random.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import type { SignedFile } from '../../../node/signed-receipt.ts';
import { keyOf } from '../../core/outbox/ledger-lines.ts';
import { expectOk } from '../../expect-ok.ts';
import { PowerCut, dyingFileSystem, failingFileSystem } from '../../node/failing-file-system.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { intakeIdOf } from '../intake-id.ts';
import { KIOSK_ID, makeTestHome, secretOf } from '../test-home.ts';
import { readFileSync } from 'node:fs';
import { parsePublicKeyFile, formatPublicKeyLine } from '../../../node/minisign-keys.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const clock = { nowMs: () => Date.UTC(2026, 2, 4) };
const bytesOf = (seq: number) => new Uint8Array(Buffer.from(`the sealed file of ${seq}`));
const pair = (seq: number) => ({ seq, sha256: nodeHasher.sha256(bytesOf(seq)) });

interface Kiosk {
  readonly outbox: Outbox;
  readonly state: State;
  readonly desk: ReceiptDesk;
  readonly events: string[];
}

let centreHome: string;
let card: CentreCard;
let directory: string;
let passedMs: number;

beforeEach(async () => {
  centreHome = join(temporaryFolder(), 'centre');
  const site = { ...EXAMPLE_SITE };
  card = expectOk(await initCentre({ home: centreHome, name: 'Centre', site, random: systemRandom, clock }));
  directory = makeTestHome(enrolment());
  passedMs = 0;
  const { outbox } = open();
  for (const seq of [1, 2, 3]) {
    const withdrawTag = withdrawTagOf(keyOf(seq), nodeHasher);
    expectOk(outbox.commit({ seq, intakeId: intakeIdOf(seq), bytes: bytesOf(seq), withdrawTag }));
  }
  outbox.close();
});

function enrolment(): Enrolment {
  const root = parsePublicKeyFile(readFileSync(join(centreHome, 'root.pub'), 'utf8'));
  if (root === null) throw new Error('The centre has no root key');
  const centreCard = readFileSync(join(centreHome, 'centre.json'), 'utf8');
  const centreCardSignature = readFileSync(join(centreHome, 'centre.json.minisig'), 'utf8');
  const facts = { kioskId: KIOSK_ID, rootPublicKey: formatPublicKeyLine(root), centreCard, centreCardSignature };
  return newEnrolment({ ...facts, log2N: 1 }, systemRandom);
}

/** Opens outbox and desk as a start does. */
function open(fs: FileSystem = nodeFileSystem): Kiosk {
  const inHome = (name: string): string => join(directory, name);
  const place = { folder: inHome('state'), deviceSecret: secretOf(directory), random: systemRandom, fs };
  const state = expectOk(openState(place));
  const enrolled = state.content.enrolment;
  if (enrolled === null) throw new Error('The home is not enrolled');
  const { outbox } = expectOk(
    openOutbox({
      ...{ folder: inHome('outbox'), ledgerFolder: inHome('ledger'), quarantine: inHome('quarantine') },
      ...{ kioskId: KIOSK_ID, signingKey: signingKeyOf(enrolled), state, clock, fs },
    }),
  );
  const events: string[] = [];
  const record = (...told: readonly { readonly event: string }[]): void =>
    void events.push(...told.map((e) => e.event));
  const desk = openReceiptDesk({ outbox, state, folder: inHome('receipts'), passedMs: () => passedMs, record, fs });
  return { outbox, state, desk, events };
}

function receipt(...seqs: readonly number[]): SignedFile {
  return signed({ received: seqs.map(pair) });
}

function signed(facts: Partial<ReceiptFacts>): SignedFile {
  const [one] = expectOk(
    signReceipts({ home: centreHome, card, clock }, { kioskId: KIOSK_ID, received: [], ...facts }),
  );
  if (one === undefined) throw new Error('Nothing was signed');
  return one;
}

const sealedFiles = (): readonly string[] => readdirSync(join(directory, 'outbox')).toSorted();
const ledgerText = (): string => readFileSync(join(directory, 'ledger', 'ledger.jsonl'), 'utf8');
const isReceipted = ({ outbox }: Kiosk, seq: number): boolean => outbox.receipted().some((each) => each.seq === seq);

test('what the centre signed for is receipted, and waits no more', async () => {
  const kiosk = open();
  expect(await kiosk.desk.take(receipt(1, 3))).toMatchObject({ ok: true, value: { receipted: 2, known: 0 } });
  expect(kiosk.outbox.deliveries().map(({ seq }) => seq)).toEqual([2]);
  expect(sealedFiles()).toHaveLength(3);
  expect(kiosk.events).toEqual(['receiptTaken']);
  kiosk.outbox.close();
  expect(isReceipted(open(), 1)).toBe(true);
});

test('the signature that allows the kiosk to let go is kept beside the ledger', async () => {
  await open().desk.take(receipt(1));
  const names = readdirSync(join(directory, 'receipts')).toSorted();
  expect(names).toEqual([
    expect.stringMatching(/^receipt-[0-9a-f]{32}-00000001\.[0-9a-f]{16}\.json$/),
    expect.stringMatching(/\.json\.minisig$/),
  ]);
});

test('a receipt that comes again, and another that says the same, change nothing', async () => {
  const kiosk = open();
  const file = receipt(1);
  await kiosk.desk.take(file);
  const before = ledgerText();
  for (const again of [file, receipt(1)]) {
    expect(await kiosk.desk.take(again)).toMatchObject({ ok: true, value: { receipted: 0, known: 1 } });
  }
  expect(ledgerText()).toBe(before);
});

test('a receipt that was lost is made up for by a later one', async () => {
  receipt(1);
  const kiosk = open();
  expect(await kiosk.desk.take(receipt(1, 2))).toMatchObject({ ok: true, value: { receipted: 2, number: 2 } });
});

test('receipts that come in the wrong order are all taken', async () => {
  const [first, second] = [receipt(1), receipt(2)];
  const kiosk = open();
  await kiosk.desk.take(second);
  await kiosk.desk.take(first);
  expect(kiosk.outbox.deliveries().map(({ seq }) => seq)).toEqual([3]);
});

describe('only what the ledger promised counts:', () => {
  test.each<[string, { seq: number; sha256: Sha256 }]>([
    ['another digest under a number', { ...pair(1), sha256: pair(2).sha256 }],
    ['a number that was never used', { ...pair(9) }],
  ])('%s raises an alarm and changes nothing else', async (_, foreign) => {
    const kiosk = open();
    const received = [foreign, pair(2)];
    expect(await kiosk.desk.take(signed({ received }))).toMatchObject({ value: { receipted: 1, unknown: 1 } });
    expect(kiosk.outbox.deliveries().map(({ seq }) => seq)).toEqual([1, 3]);
    expect(kiosk.events).toContain('receiptUnknown');
  });

  test('what the centre refused waits on, and staff hear of it', async () => {
    const kiosk = open();
    const refused = [{ ...pair(2), reason: 'otherRecipients' }];
    expect(await kiosk.desk.take(signed({ refused }))).toMatchObject({ value: { receipted: 0, refused: [2] } });
    expect(kiosk.outbox.deliveries()).toHaveLength(3);
    expect(kiosk.events).toEqual(['centreRefused']);
  });
});

describe('changes nothing and says why:', () => {
  const forged = (change: Partial<Receipt>): SignedFile => {
    const key = newMinisignKey(systemRandom);
    const facts = {
      format: 1,
      centreId: card.centreId,
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
    ['a receipt with a changed byte', () => ({ ...receipt(1), bytes: receipt(2).bytes }), 'wrongSignature'],
    ['a receipt without a signature', () => ({ ...receipt(1), signature: '' }), 'malformed'],
    ['a receipt for another kiosk', () => signed({ kioskId: card.centreId, received: [pair(1)] }), 'otherKiosk'],
  ])('%s', async (_, make, kind) => {
    const before = ledgerText();
    const kiosk = open();
    expect(await kiosk.desk.take(make())).toEqual({ ok: false, error: { kind } });
    expect(ledgerText()).toBe(before);
    expect(readdirSync(join(directory, 'receipts'))).toEqual([]);
    expect(kiosk.events).toEqual(['receiptRefused']);
  });

  test('a receipt that another centre signed with the same key', async () => {
    const other = { ...card, centreId: KIOSK_ID };
    const [file] = expectOk(
      signReceipts({ home: centreHome, card: other, clock }, { kioskId: KIOSK_ID, received: [pair(1)] }),
    );
    if (file === undefined) throw new Error('Nothing was signed');
    expect(await open().desk.take(file)).toEqual({ ok: false, error: { kind: 'otherCentre' } });
  });

  test('a receipt on a disk that is full', async () => {
    const kiosk = open(failingFileSystem({ call: 'link', code: 'ENOSPC', isLasting: true }));
    expect(await kiosk.desk.take(receipt(1))).toEqual({ ok: false, error: { kind: 'full' } });
    expect(kiosk.outbox.deliveries()).toHaveLength(3);
  });

  test('a receipt that comes when the home is closed', async () => {
    const kiosk = open();
    await kiosk.desk.close();
    expect(await kiosk.desk.take(receipt(1))).toEqual({ ok: false, error: { kind: 'closed' } });
    expect(await kiosk.desk.purge()).toEqual({ ok: true, value: 0 });
  });
});

describe('taking back', () => {
  test('before the receipt stands, whatever the centre signs later', async () => {
    const kiosk = open();
    expectOk(kiosk.outbox.withdraw(keyOf(1)));
    expect(await kiosk.desk.take(receipt(1))).toMatchObject({ ok: true, value: { receipted: 0, takenBack: 1 } });
    expect(kiosk.outbox.letter(keyOf(1))?.state).toBe('withdrawn');
  });

  test('after the receipt asks the centre, with proof, and the kiosk’s own copy goes at once', async () => {
    const kiosk = open();
    await kiosk.desk.take(receipt(1));
    expect(kiosk.outbox.withdraw(keyOf(1))).toEqual({ ok: false, error: { kind: 'tooLate' } });
    expectOk(kiosk.outbox.requestWithdrawal(keyOf(1)));
    expectOk(kiosk.outbox.requestWithdrawal(keyOf(1)));
    expect(sealedFiles()).toEqual(['00000002.age', '00000003.age']);
    expect(kiosk.outbox.letter(keyOf(1))?.state).toBe('withdrawalRequested');
    const facts = { exportedAt: '2026-03-04T00:00:00.000Z', audit: { lines: 0, lastLineHash: null, unwritten: 0 } };
    const head: unknown = JSON.parse(Buffer.from(kiosk.outbox.signedHead(facts).head).toString());
    expect(head).toMatchObject({ withdrawn: [{ ...pair(1), preimage: Buffer.from(keyOf(1)).toString('hex') }] });
    kiosk.outbox.close();
    expect(open().outbox.letter(keyOf(1))?.state).toBe('withdrawalRequested');
    expect(ledgerText().match(/"withdrawalRequested"/g)).toHaveLength(1);
  });

  test('after the kiosk has let go asks the centre all the same', async () => {
    const kiosk = open();
    await kiosk.desk.take(receipt(1));
    await purgeAll(kiosk);
    expectOk(kiosk.outbox.requestWithdrawal(keyOf(1)));
    expect(kiosk.outbox.withdrawn()).toMatchObject([pair(1)]);
  });

  test.each([
    [2, 'notReceipted'],
    [9, 'unknown'],
  ])('asks nothing of the centre for key %s: %s', async (seq, kind) => {
    const kiosk = open();
    await kiosk.desk.take(receipt(1));
    expect(kiosk.outbox.requestWithdrawal(keyOf(seq))).toEqual({ ok: false, error: { kind } });
  });
});

async function purgeAll({ desk }: Kiosk): Promise<void> {
  expectOk(await desk.purge());
  passedMs += 7 * DAY_MS;
  expectOk(await desk.purge());
}

describe('letting go', () => {
  test('waits seven days of time that passed, and then leaves a line and no file', async () => {
    const kiosk = open();
    await kiosk.desk.take(receipt(1, 2));
    expect(await kiosk.desk.purge()).toEqual({ ok: true, value: 0 });
    passedMs += 7 * DAY_MS - 1;
    expect(await kiosk.desk.purge()).toEqual({ ok: true, value: 0 });
    passedMs += 1;
    expect(await kiosk.desk.purge()).toEqual({ ok: true, value: 2 });
    expect(sealedFiles()).toEqual(['00000003.age']);
    expect(kiosk.outbox.letter(keyOf(1))?.state).toBe('purged');
    expect(kiosk.events).toContain('intakesPurged');
    expect(await kiosk.desk.purge()).toEqual({ ok: true, value: 0 });
    expect(kiosk.state.content.purgeNotes).toEqual([]);
  });

  test('is never done to what the centre has not signed for', async () => {
    const kiosk = open();
    passedMs = 400 * DAY_MS;
    expect(await kiosk.desk.purge()).toEqual({ ok: true, value: 0 });
    expect(kiosk.outbox.purge([pair(1)])).toMatchObject({ ok: true });
    expect(ledgerText()).not.toContain('"purged"');
    expect(sealedFiles()).toContain('00000001.age');
  });

  test('leaves a home in which the check finds nothing wrong', async () => {
    const kiosk = open();
    await kiosk.desk.take(receipt(1));
    await purgeAll(kiosk);
    kiosk.outbox.close();
    const checked = await checkHome({ directory, random: systemRandom, clock, trusted: null });
    expect(checked).toMatchObject({ ok: true, value: { found: { sealed: 2, gaps: [], forks: [], unledgered: 0 } } });
  });

  test('goes from the second medium, too', async () => {
    const kiosk = open();
    const folder = temporaryFolder();
    const mediumOf = (path: string): number => (path === folder ? 2 : 1);
    const mirror = new Mirror({
      outbox: kiosk.outbox,
      home: directory,
      folder: () => folder,
      tell: () => undefined,
      mediumOf,
    });
    await mirror.catchUp();
    expect(readdirSync(folder)).toHaveLength(3);
    await kiosk.desk.take(receipt(1, 2, 3));
    await mirror.catchUp();
    expect(readdirSync(folder)).toHaveLength(3);
    await purgeAll(kiosk);
    await mirror.catchUp();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a power cut', () => {
  const calls = ['write', 'fsync', 'link', 'unlink'] as const;
  const cuts = calls.flatMap((call) => [1, 2, 3].map((from) => [call, from] as const));

  test.each(cuts)('at %s number %i while receipts are taken and intakes go loses nothing', async (call, from) => {
    const fs = dyingFileSystem(call, from);
    const file = receipt(1, 2);
    try {
      const kiosk = open(fs);
      expectOk(
        kiosk.state.change((content) => ({ ...content, settings: { ...content.settings, keptDaysAfterReceipt: 0 } })),
      );
      await kiosk.desk.take(file);
      await kiosk.desk.purge();
    } catch (thrown) {
      if (!(thrown instanceof PowerCut)) throw thrown;
    }
    const kiosk = open();
    const purged = new Set(kiosk.outbox.gone().map(({ seq }) => seq));
    // What is still promised is there, and what has gone by the ledger is gone.
    expect(sealedFiles().filter((name) => name.endsWith('.age'))).toEqual(
      [1, 2, 3].filter((seq) => !purged.has(seq)).map((seq) => `0000000${seq}.age`),
    );
    expect(statSync(join(directory, 'outbox', '00000003.age')).size).toBeGreaterThan(0);
    await kiosk.desk.take(file);
    const days = kiosk.state.content.settings.keptDaysAfterReceipt;
    await kiosk.desk.purge();
    passedMs += days * DAY_MS;
    await kiosk.desk.purge();
    expect(sealedFiles()).toEqual(['00000003.age']);
    kiosk.outbox.close();
  });
});

test.each(cutsBetweenKeepingAndNoting())(
  'a receipt of which something was not noted yet at %s number %i is asked for again',
  async (call, from) => {
    const [one] = expectOk(
      signReceipts({ home: centreHome, card, clock }, { kioskId: KIOSK_ID, received: [pair(1), pair(2)] }),
    );
    if (one === undefined) throw new Error('Nothing was signed');
    try {
      await open(dyingFileSystem(call, from)).desk.take(one);
    } catch (thrown) {
      if (!(thrown instanceof PowerCut)) throw thrown;
    }
    const kiosk = open();
    const isAllNoted = kiosk.outbox.deliveries().every(({ seq }) => seq > 2);
    expect([kiosk.desk.wants(one.name), isAllNoted]).not.toEqual([false, false]);
    expectOk(await kiosk.desk.take(one));
    expect(kiosk.outbox.deliveries().map(({ seq }) => seq)).toEqual([3]);
    kiosk.outbox.close();
    expect(open().desk.wants(one.name)).toBe(false);
    expect(readdirSync(join(directory, 'receipts')).filter((name) => name.endsWith('.begun'))).toEqual([]);
  },
);

/** Every write, sync and rename of taking a receipt for two intakes: of the files that keep it, and of the ledger. */
function cutsBetweenKeepingAndNoting() {
  const calls = ['write', 'fsync', 'rename'] as const;
  return calls.flatMap((call) => [1, 2, 3, 4, 5, 6, 7, 8].map((from) => [call, from] as const));
}

test('a home has a folder for receipts', () => {
  expect(() => mkdirSync(join(directory, 'receipts'))).toThrow('EEXIST');
});

test('a receipt is wanted by its name until it was handed in, also after a start', async () => {
  const [one] = expectOk(signReceipts({ home: centreHome, card, clock }, { kioskId: KIOSK_ID, received: [pair(1)] }));
  if (one === undefined) throw new Error('Nothing was signed');
  const kiosk = open();
  expect(['head.json', `${one.name}.minisig`, one.name].map((name) => kiosk.desk.wants(name))).toEqual([
    ...[false, false, true],
  ]);
  await kiosk.desk.take(one);
  expect(kiosk.desk.wants(one.name)).toBe(false);
  kiosk.outbox.close();
  expect(open().desk.wants(one.name)).toBe(false);
});
