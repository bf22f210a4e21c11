import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { readCentreHome } from '../../../centre/centre-home.ts';
import { runCentre } from '../../../centre/run-centre.ts';
import { canaryNameOf } from '../../../core/bundle/canary.ts';
import type { KeyStore } from '../../../electron/store/key-store.ts';
import { openFileDeviceSecret } from '../../../electron/store/device-secret.ts';
import { openHome } from '../../../electron/store/home.ts';
import { newestCard } from '../../../electron/store/enrolment.ts';
import type { Enrolment } from '../../../electron/store/enrolment.ts';
import { systemRandom } from '../../../node/random.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { runCommand } from '../../../electron/commands/run-command.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { FakeKeyStore } from '../fake-key-store.ts';

interface Run {
  readonly code: number;
  readonly json: Record<string, unknown>;
}

const clock = { nowMs: () => Date.UTC(2026, 2, 4) };
let keyStore: KeyStore | null;
let folder: string;
let centreHome: string;
let home: string;
let stick: string;

async function run(work: (surroundings: Parameters<typeof runCentre>[1]) => Promise<number>): Promise<Run> {
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  const code = await work({ random: systemRandom, clock, say, complain: () => undefined });
  return { code, json: JSON.parse(said.at(-1) ?? '{}') as Record<string, unknown> };
}

const centre = (...args: readonly string[]): Promise<Run> =>
  run((surroundings) => runCentre([...args, '--home', centreHome, '--json'], surroundings));
const kiosk = (verb: 'enrol' | 'receipts', ...args: readonly string[]): Promise<Run> =>
  run((surroundings) =>
    runCommand(verb, ['--home', home, '--from', stick, '--json', ...args], {
      ...surroundings,
      keyStore,
      appVersion: '0',
    }),
  );

function handCard(from = centreHome): void {
  for (const name of ['root.pub', 'centre.json', 'centre.json.minisig'])
    copyFileSync(join(from, name), join(stick, name));
}

/** Enrols up to the receipt, by the words that each side reads out. */
async function enrolBoth(): Promise<void> {
  const { json: shown } = await kiosk('enrol', '--demo');
  const { json: answered } = await kiosk('enrol', '--words', String(shown.centreWords));
  expect((await centre('enrol', '--from', stick, '--words', String(answered.kioskWords))).code).toBe(0);
}

async function enrolment(): Promise<Enrolment | null> {
  const deviceSecret = expectOk(openFileDeviceSecret(join(home, 'device-secret')));
  const opened = expectOk(await openHome({ directory: home, deviceSecret, random: systemRandom, clock }));
  await opened.close();
  return opened.state.content.enrolment;
}

const versionOf = (text: string | undefined): unknown => (JSON.parse(text ?? '{}') as { version?: unknown }).version;
const receiptsOnStick = (): readonly string[] => readdirSync(stick).filter((name) => name.startsWith('receipt-'));

beforeEach(async () => {
  folder = temporaryFolder();
  [centreHome, home, stick] = [join(folder, 'centre'), join(folder, 'home'), temporaryFolder()];
  keyStore = null;
  await centre('init', '--unprotected');
  handCard();
});

describe('Before the words were compared', () => {
  test('a kiosk shows the centre’s eight words and keeps nothing', async () => {
    const shown = await kiosk('enrol', '--demo');
    expect(shown.code).toBe(2);
    expect(String(shown.json.centreWords).split(' ')).toHaveLength(8);
    expect(await enrolment()).toBeNull();
    expect(existsSync(join(stick, 'kiosk.json'))).toBe(false);
  });

  test('a kiosk takes no card under other words', async () => {
    await kiosk('enrol', '--demo');
    const refused = await kiosk('enrol', '--words', 'abandon ability able about above absent absorb abstract');
    expect([refused.code, refused.json.reason]).toEqual([1, 'otherWords']);
    expect(await enrolment()).toBeNull();
  });

  test('a centre shows both sides’ words, the centre’s own as the kiosk has them, and keeps nothing', async () => {
    const { json: shown } = await kiosk('enrol', '--demo');
    const { json: answered } = await kiosk('enrol', '--words', String(shown.centreWords).toUpperCase());
    const compared = await centre('enrol', '--from', stick);
    expect(compared.code).toBe(2);
    expect(compared.json).toMatchObject({ centreWords: shown.centreWords, kioskWords: answered.kioskWords });
    expect(existsSync(join(centreHome, 'kiosks'))).toBe(false);
    expect(receiptsOnStick()).toEqual([]);
  });

  test.each([
    ['root.pub', 'malformed'],
    ['centre.json', 'wrongSignature'],
    ['centre.json.minisig', 'malformed'],
  ])('a %s that was changed is refused: %s', async (name, reason) => {
    const text = readFileSync(join(stick, name), 'utf8');
    writeFileSync(join(stick, name), `${text.slice(0, -9)}AAAAAAA\n`.replace(/^{/, '{ '));
    const refused = await kiosk('enrol', '--demo');
    expect([refused.code, refused.json.reason]).toEqual([1, reason]);
  });

  test('a kiosk.json that was exchanged on the way has other words', async () => {
    const { json: shown } = await kiosk('enrol', '--demo');
    const { json: answered } = await kiosk('enrol', '--words', String(shown.centreWords));
    home = join(folder, 'other');
    await kiosk('enrol', '--demo', '--words', String(shown.centreWords));
    const refused = await centre('enrol', '--from', stick, '--words', String(answered.kioskWords));
    expect([refused.code, refused.json.reason]).toEqual([3, 'otherWords']);
  });
});

describe('An enrolment', () => {
  test('counts when the receipt for the canary has come back, and not before', async () => {
    await enrolBoth();
    expect(await enrolment()).toMatchObject({ isConfirmed: false });
    const taken = await kiosk('receipts');
    expect(taken).toMatchObject({ code: 0, json: { receipts: 1, confirmed: true } });
    expect(await enrolment()).toMatchObject({ isConfirmed: true, awaited: null });
    expect(readdirSync(join(centreHome, 'kiosks'))).toHaveLength(1);
  });

  test('hands out the same canary again where the stick was lost', async () => {
    await enrolBoth();
    const before = (await enrolment())?.awaited?.canary;
    const lost = stick;
    stick = temporaryFolder();
    handCard();
    expect((await kiosk('enrol')).code).toBe(0);
    const kioskId = (await enrolment())?.kioskId ?? '';
    const bytes = new Uint8Array(readFileSync(join(stick, canaryNameOf(kioskId, nodeHasher))));
    expect(nodeHasher.sha256(bytes)).toBe(before);
    stick = lost;
    expect((await kiosk('receipts')).json).toMatchObject({ confirmed: true });
  });

  test('is not confirmed by the receipt for another canary', async () => {
    await enrolBoth();
    const first = receiptsOnStick().map((name) => [name, readFileSync(join(stick, name))] as const);
    await centre('rotate', '--unprotected', '--identities');
    handCard();
    await kiosk('enrol');
    for (const [name, bytes] of first) writeFileSync(join(stick, name), bytes);
    expect((await kiosk('receipts')).json).toMatchObject({ receipts: 1, confirmed: false });
    expect(await enrolment()).toMatchObject({ isConfirmed: false });
  });

  test('is refused by a centre that cannot open the canary', async () => {
    const { json: shown } = await kiosk('enrol', '--demo');
    const { json: answered } = await kiosk('enrol', '--words', String(shown.centreWords));
    const canary = readdirSync(stick).find((name) => name.startsWith('canary-')) ?? '';
    const bytes = readFileSync(join(stick, canary));
    writeFileSync(join(stick, canary), bytes.subarray(0, -1));
    const refused = await centre('enrol', '--from', stick, '--words', String(answered.kioskWords));
    expect([refused.code, refused.json.reason]).toEqual([3, 'damaged']);
    expect(existsSync(join(centreHome, 'kiosks'))).toBe(false);
  });

  test('leaves a canary alone when intakes are received', async () => {
    await enrolBoth();
    expect(await centre('receive', stick)).toMatchObject({ code: 0, json: { received: [], refused: [] } });
  });
});

describe('In a program with the machine’s key store', () => {
  test('a home is made where there is none, its secret in no file, and enrolled like any other', async () => {
    keyStore = new FakeKeyStore();
    const { code, json: shown } = await kiosk('enrol');
    expect(code).toBe(2);
    const { json: answered } = await kiosk('enrol', '--words', String(shown.centreWords));
    expect((await centre('enrol', '--from', stick, '--words', String(answered.kioskWords))).code).toBe(0);
    expect(await kiosk('receipts')).toMatchObject({ code: 0, json: { confirmed: true } });
    expect(existsSync(join(home, 'device-secret'))).toBe(false);
    expect(existsSync(join(home, 'device-secret.json'))).toBe(true);
  });

  test.each<[string, () => KeyStore | null]>([
    ['noKeyStore', () => null],
    ['noKeyStore', () => Object.assign(new FakeKeyStore(), { isLocked: true })],
    ['otherKeyStore', () => new FakeKeyStore('gnome_libsecret', 'another account')],
  ])('a home is told to be out of reach (%s) where its key store is not', async (reason, elsewhere) => {
    keyStore = new FakeKeyStore();
    await kiosk('enrol');
    keyStore = elsewhere();
    for (const verb of ['enrol', 'receipts'] as const) {
      expect(await kiosk(verb)).toEqual({ code: 2, json: { ok: false, reason } });
    }
  });

  test('a home that nothing protects is not made', async () => {
    keyStore = new FakeKeyStore('basic_text');
    expect(await kiosk('enrol')).toEqual({ code: 2, json: { ok: false, reason: 'reducedProtection' } });
    expect(readdirSync(home)).toEqual([]);
  });

  test('a making that was interrupted goes on with the secret that it left', async () => {
    keyStore = new FakeKeyStore();
    await kiosk('enrol');
    const kept = readFileSync(join(home, 'device-secret.json'));
    rmSync(home, { recursive: true });
    mkdirSync(home);
    writeFileSync(join(home, 'device-secret.json'), kept);
    expect((await kiosk('enrol')).code).toBe(2);
    expect(readFileSync(join(home, 'device-secret.json')).equals(kept)).toBe(true);
  });
});

describe('A newer card', () => {
  test('counts once its own canary is receipted; until then the kiosk seals by the one before', async () => {
    await enrolBoth();
    await kiosk('receipts');
    await centre('rotate', '--unprotected', '--identities', '--receipt-key');
    handCard();
    expect(await kiosk('enrol')).toMatchObject({ code: 0, json: { kind: 'answered' } });
    const waiting = await enrolment();
    expect([versionOf(waiting?.centreCard), versionOf(waiting?.awaited?.centreCard)]).toEqual([1, 2]);
    expect(waiting?.isConfirmed).toBe(true);
    expect((await centre('enrol', '--from', stick)).code).toBe(0);
    expect((await kiosk('receipts')).json).toMatchObject({ confirmed: true });
    expect(versionOf((await enrolment())?.centreCard)).toBe(2);
    expect(await kiosk('enrol')).toMatchObject({ code: 0, json: { kind: 'upToDate' } });
  });

  test('ends the trust in the receipt key before it', async () => {
    await enrolBoth();
    await centre('rotate', '--receipt-key');
    handCard();
    await kiosk('enrol');
    expect(await kiosk('receipts')).toMatchObject({ code: 1, json: { refusedReceipts: 1, confirmed: false } });
  });

  test('changes nothing when it is older, or of another centre, or a twin', async () => {
    await enrolBoth();
    const old = temporaryFolder();
    const kept = stick;
    stick = old;
    handCard();
    stick = kept;
    await centre('rotate', '--unprotected', '--identities');
    handCard();
    await kiosk('enrol');
    const before = newestCard((await enrolment()) ?? expect.fail('not enrolled'));
    handCard(old);
    expect((await kiosk('enrol')).json).toMatchObject({ reason: 'older' });
    const own = centreHome;
    centreHome = join(folder, 'another');
    await centre('init', '--unprotected');
    handCard();
    centreHome = own;
    expect((await kiosk('enrol')).json).toMatchObject({ reason: 'otherCentre' });
    expect(newestCard((await enrolment()) ?? expect.fail('not enrolled'))).toEqual(before);
  });

  test('under a new root is taken by its words alone, and what was sealed before is still opened', async () => {
    await enrolBoth();
    await kiosk('receipts');
    await centre('rotate', '--unprotected', '--identities');
    rmSync(join(centreHome, 'root.key'));
    expect(await centre('rotate', '--receipt-key')).toMatchObject({ code: 2, json: { reason: 'noRootKey' } });
    const rotated = await centre('rotate', '--root-key');
    expect(rotated).toMatchObject({ code: 0, json: { version: 3 } });
    handCard();
    const shown = await kiosk('enrol');
    expect([shown.code, shown.json.centreWords]).toEqual([2, rotated.json.words]);
    expect(versionOf((await enrolment())?.centreCard)).toBe(1);
    expect((await kiosk('enrol', '--words', String(shown.json.centreWords))).code).toBe(0);
    expect((await centre('enrol', '--from', stick)).code).toBe(0);
    expect((await kiosk('receipts')).json).toMatchObject({ confirmed: true });
    expect(versionOf((await enrolment())?.centreCard)).toBe(3);
    const { formerRecipients } = expectOk(await readCentreHome(centreHome));
    expect(new Set(formerRecipients).size).toBe(2);
    expect(readdirSync(centreHome).filter((name) => /^root.*\.key$/.test(name))).toEqual(['root.key']);
    expect(await centre('rotate', '--receipt-key')).toMatchObject({ code: 0, json: { version: 4 } });
  });

  test.each(['root.pub', 'root.key', 'centre.json', 'centre.json.minisig'])(
    'under a new root is put in use by the next call when a stop left %s as it was, and what comes behind it',
    async (stood) => {
      const order = ['root.pub', 'root.key', 'centre.json', 'centre.json.minisig'];
      const before = order.map((name) => [name, readFileSync(join(centreHome, name))] as const);
      const { json: rotated } = await centre('rotate', '--root-key');
      const key = readFileSync(join(centreHome, 'root.key'));
      for (const [name, bytes] of before.slice(order.indexOf(stood))) writeFileSync(join(centreHome, name), bytes);
      writeFileSync(join(centreHome, 'root-2.key'), key);
      expect(await centre('rotate', '--root-key')).toMatchObject({ code: 0, json: rotated });
      expect(readFileSync(join(centreHome, 'root.key')).equals(key)).toBe(true);
      expect((await centre('rotate', '--receipt-key')).json).toMatchObject({ version: 3 });
    },
  );

  test('can be finished after a stop between the card and its signature', async () => {
    const before = readFileSync(join(centreHome, 'centre.json.minisig'));
    await centre('rotate', '--receipt-key');
    writeFileSync(join(centreHome, 'centre.json.minisig'), before);
    expect((await centre('enrol', '--from', stick)).code).toBe(3);
    expect(await centre('rotate', '--receipt-key')).toMatchObject({ code: 0, json: { version: 2 } });
    handCard();
    expect((await kiosk('enrol', '--demo')).code).toBe(2);
  });
});

describe('A revoked kiosk', () => {
  test('is not enrolled again, and its revocation only gets stricter', async () => {
    await enrolBoth();
    const kioskId = (await enrolment())?.kioskId ?? '';
    expect(await centre('revoke', '--kiosk', kioskId, '--after', '5')).toMatchObject({
      code: 0,
      json: { afterSeq: 5 },
    });
    expect((await centre('revoke', '--kiosk', kioskId, '--after', '9')).json).toMatchObject({ afterSeq: 5 });
    expect((await centre('enrol', '--from', stick)).json).toMatchObject({ reason: 'revoked' });
  });

  test('must be one that is enrolled', async () => {
    expect(await centre('revoke', '--kiosk', 'nobody', '--after', '0')).toMatchObject({ code: 2 });
  });
});

test.each([
  [['enrol']],
  [['rotate']],
  [['revoke', '--kiosk', 'x']],
  [['revoke', '--kiosk', 'x', '--after', 'two']],
  [['enrol', '--from', 'x', 'word']],
])('%j is not understood', async (args) => {
  const complained: string[] = [];
  const surroundings = {
    random: systemRandom,
    clock,
    say: () => undefined,
    complain: (line: string) => void complained.push(line),
  };
  expect(await runCentre([...args, '--home', centreHome], surroundings)).toBe(2);
  expect(complained).toHaveLength(1);
});
