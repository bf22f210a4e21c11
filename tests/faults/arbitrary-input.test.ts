import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { parseIdentityFile } from '../../centre/age-identity.ts';
import { verifyBundle } from '../../centre/verify-bundle.ts';
import { fail } from '../../core/basics/result.ts';
import { parseAuditLine } from '../../core/audit/audit-line.ts';
import { parseCentreCard } from '../../core/bundle/centre-card.ts';
import { parseKioskCard } from '../../core/bundle/kiosk-card.ts';
import { parseManifest } from '../../core/bundle/manifest.ts';
import { BUNDLE_NAMES } from '../../core/bundle/names.ts';
import { parseIntake } from '../../core/intake/intake.ts';
import { checkLedger } from '../../core/outbox/ledger.ts';
import { parseLedgerLine } from '../../core/outbox/ledger-entry.ts';
import { parseLedgerHead } from '../../core/outbox/ledger-head.ts';
import { openAlertLog } from '../../electron/alert/alert-log.ts';
import { checkAuditLog, auditFileName } from '../../electron/audit/audit-files.ts';
import { keyInCard } from '../../electron/fsck/kiosk-key.ts';
import { readLedgerClaims } from '../../electron/fsck/ledger-claims.ts';
import { visitOf } from '../../electron/intake/visit-snapshot.ts';
import { WrongTries } from '../../electron/store/wrong-tries.ts';
import { closeBox } from '../../electron/store/device-box.ts';
import { openFileDeviceSecret } from '../../electron/store/device-secret.ts';
import { newDraftFileKey, openDraftFileKey, outlineOf, readFrames } from '../../electron/store/draft-frames.ts';
import { createFirstEpoch, openEpochs } from '../../electron/store/epochs.ts';
import { readFormat } from '../../electron/store/home-format.ts';
import { HOME_FORMAT } from '../../electron/store/home-migrations.ts';
import { openState } from '../../electron/store/state.ts';
import { parsePublicKeyFile, parseSecretKeyFile } from '../../node/minisign-keys.ts';
import { systemRandom } from '../../node/random.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { readTar } from '../../node/tar.ts';
import { makeCentre, type MadeCentre } from '../centre/made-centre.ts';
import { KIOSK_ID } from '../electron/test-home.ts';
import { expectOk } from '../expect-ok.ts';
import { CAMPAIGN_TIMEOUT_MS, runCampaign } from './campaign.ts';
import { FAULT_CLOCK, quickFolder } from './fault-home.ts';
import { deviceSecret } from './fixed-secret.ts';
import { soon } from './soon.ts';

const timeout = CAMPAIGN_TIMEOUT_MS;
const random = systemRandom;
/** Runs for each round of a campaign. */
const RUNS = 100;

/** What real files have at their beginning, so that chance comes past the first look. */
const BEGINNINGS = [
  '',
  '{',
  '{"format":1,',
  '[',
  'MATUBOX1',
  'MATUDRF1',
  'age-encryption.org/v1\n',
  'untrusted comment: ',
];
const KEYS = ['format', 'kioskId', 'line', 'previous', 'kind', 'seq', 'sha256', 'generation', 'content', '__proto__'];
const json = fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...KEYS), fc.jsonValue()));
const jsonText = json.map((value) => `${JSON.stringify(value)}\n`);

/** Any bytes, any JSON, and bytes that begin like a real file. */
const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 2_000 }),
  jsonText.map((text) => new Uint8Array(Buffer.from(text))),
  fc
    .tuple(fc.constantFrom(...BEGINNINGS), fc.uint8Array({ maxLength: 300 }))
    .map(([beginning, rest]) => new Uint8Array(Buffer.concat([Buffer.from(beginning), rest]))),
);

/** A Result says by a name what is wrong; everything else that comes back is a value, or null for none. */
function expectNamed(outcome: unknown): void {
  if (typeof outcome !== 'object' || outcome === null || !('ok' in outcome)) return;
  if (outcome.ok === true) return;
  const error = 'error' in outcome ? outcome.error : null;
  const name = typeof error === 'object' && error !== null && 'kind' in error ? error.kind : error;
  expect(name).toMatch(/^[a-zA-Z]+$/);
}

/** Who reads something, in a folder of its own. */
type Reader = (bytes: Uint8Array, folder: string) => unknown;

/** Reads a file of a folder, which holds something arbitrary. */
function fileAt(path: string, read: (folder: string) => unknown): Reader {
  return (bytes, folder) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
    return read(folder);
  };
}

const place = (folder: string) => ({ folder, deviceSecret, random });
const asText =
  (read: (text: string) => unknown): Reader =>
  (bytes) =>
    read(Buffer.from(bytes).toString());
const keyEncryptionKey = new Uint8Array(32).fill(7);
const fileKey = newDraftFileKey(keyEncryptionKey, random);
const members = BUNDLE_NAMES.map((name) => ({ name, maxBytes: 1024 }));
const epochsIn = (folder: string) => openEpochs({ ...place(folder), clock: FAULT_CLOCK, uptime: { nowMs: () => 0 } });

const READERS: Readonly<Record<string, Reader>> = {
  'manifest.json': parseManifest,
  'intake.json': parseIntake,
  'kiosk.json': parseKioskCard,
  'centre.json': parseCentreCard,
  'the head of a ledger': parseLedgerHead,
  'the visit in a draft': (bytes) => visitOf([bytes.slice()]),
  'the visit in a draft and its changes': (bytes) => visitOf([Buffer.from('{"answers":{}}'), bytes.slice(), bytes]),
  'a bundle’s archive': (bytes) => readTar(bytes, members),
  'a public key': asText(parsePublicKeyFile),
  'a secret key': asText(parseSecretKeyFile),
  'a draft of another code': (bytes) => [openDraftFileKey(keyEncryptionKey, bytes), outlineOf(bytes)],
  'a draft': (bytes) => {
    const file = Buffer.concat([fileKey.header, bytes]);
    return [outlineOf(file), readFrames(fileKey, file)];
  },
  'a line of the ledger': asText((text) => [
    parseLedgerLine(text),
    checkLedger([text], { kioskId: KIOSK_ID, hasher: nodeHasher, verify: () => true }),
  ]),
  'a line of the audit log': asText(parseAuditLine),
  'the ledger': fileAt('ledger.jsonl', (folder) => readLedgerClaims(folder, null)),
  'the audit log': fileAt(auditFileName(1), checkAuditLog),
  'the list of calls': fileAt('alerts.jsonl', (folder) => {
    const log = openAlertLog(folder);
    if (log.ok) log.value.close();
    return log;
  }),
  'the card of a home': fileAt('kiosk.json', keyInCard),
  'format.json': fileAt('format.json', (folder) => readFormat(join(folder, 'format.json'), HOME_FORMAT)),
  'the device secret': fileAt('device-secret', (folder) => openFileDeviceSecret(join(folder, 'device-secret'))),
  'the count of wrong codes': fileAt('code-tries.json', (folder) => new WrongTries(folder, 'codes').read()),
  'a generation of the state': fileAt('state.a', (folder) => openState(place(folder))),
  'what a generation of the state holds': (bytes, folder) =>
    fileAt('state.a', () => openState(place(folder)))(
      closeBox({ deviceSecret, purpose: 'state' }, bytes, random),
      folder,
    ),
  'an epoch': fileAt('00000001.epoch', epochsIn),
  'what an epoch holds': (bytes, folder) =>
    fileAt('00000001.epoch', epochsIn)(closeBox({ deviceSecret, purpose: 'epoch' }, bytes, random), folder),
  'the time that has passed': (bytes, folder) => {
    if (!existsSync(join(folder, '00000001.epoch'))) expectOk(createFirstEpoch(place(folder)));
    const box = closeBox({ deviceSecret, purpose: 'passedTime' }, bytes, random);
    return fileAt('passed-time', epochsIn)(box, folder);
  },
};

/** Gives something arbitrary to whoever reads it, as often as a campaign asks for. */
async function givesAnything(name: string, read: Reader): Promise<void> {
  await runCampaign({ name: `arbitrary ${name}`, short: 2 * RUNS, full: 20_000 }, async (dice) => {
    const folder = mkdtempSync(join(quick, 'round-'));
    const property = fc.asyncProperty(anyBytes, async (bytes) => expectNamed(await soon(() => read(bytes, folder))));
    await fc.assert(property, { numRuns: RUNS, seed: dice.below(2 ** 31) });
    rmSync(folder, { recursive: true });
    return RUNS;
  });
}

let quick: string;
let made: MadeCentre;
beforeAll(async () => {
  made = await makeCentre();
});
afterAll(() => made.remove());
beforeEach(() => {
  quick = quickFolder();
});

test.each(Object.entries(READERS))('%s may be anything: it is refused by a name or read', { timeout }, givesAnything);

test('a bundle may be anything: it is refused by a name', { timeout }, async () => {
  const identities = parseIdentityFile(readFileSync(join(made.home, 'daily.identity'), 'utf8')) ?? [];
  const expected = { card: made.card, kiosks: [made.kiosk], identities };
  await givesAnything('bundle', async (bytes) => {
    const opened = await verifyBundle(bytes, expected);
    expect(opened.ok).toBe(false);
    return opened.ok ? opened : fail(opened.error.reason);
  });
});
