import { randomBytes } from 'node:crypto';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parseIdentityFile } from '../../centre/age-identity.ts';
import type { Refusal } from '../../centre/refusal.ts';
import { verifyBundle } from '../../centre/verify-bundle.ts';
import { MAX_BUNDLE_BYTES } from '../../core/bundle/names.ts';
import type { BundleFile } from '../../core/bundle/names.ts';
import { recipientsHash } from '../../core/bundle/recipients.ts';
import { formatSums } from '../../core/bundle/sums.ts';
import { formatJson } from '../../core/bundle/versioned-json.ts';
import { newMinisignKey } from '../../node/minisign-keys.ts';
import { minisignSign } from '../../node/minisign-signature.ts';
import { systemRandom } from '../../node/random.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { writeTar } from '../../node/tar.ts';
import { kioskOf, makeBundle, makeCentre, newId, open, storeBundle, written } from './made-centre.ts';
import type { Departure, MadeCentre, Run } from './made-centre.ts';

let made: MadeCentre;
let other: MadeCentre;
beforeAll(async () => {
  made = await makeCentre();
  other = await makeCentre();
});
afterAll(() => {
  made.remove();
  other.remove();
});
// Nothing in this file may ever lead to a written intake.
afterEach(() => expect(written(made)).toBeNull());

async function refusalOf(sealed: Uint8Array): Promise<Run> {
  return open(made, storeBundle(made, sealed));
}

function refused(reason: Refusal): object {
  return { code: 3, json: { ok: false, refused: [{ reason }] } };
}

/** Changes files after the sums were made and signed, as somebody who seals anew without the kiosk's key must. */
function afterSigning(change: (files: readonly BundleFile[]) => readonly BundleFile[]): Departure {
  return { writeTar: (files) => (isMeasuring(files) ? writeTar(files) : writeTar(change(files))) };
}

function isMeasuring(files: readonly BundleFile[]): boolean {
  return files.some(({ name, bytes }) => name === 'SHA256SUMS' && bytes.length === 1);
}

function replaced(files: readonly BundleFile[], name: string, bytes: Uint8Array): BundleFile[] {
  return files.map((file) => (file.name === name ? { ...file, bytes } : file));
}

/** The same length as before, so that the archive keeps its size and only the content tells. */
function flipped(bytes: Uint8Array, index: number): Uint8Array {
  return bytes.map((byte, at) => (at === index ? byte ^ 1 : byte));
}

const departures: readonly (readonly [string, Refusal, () => Departure])[] = [
  ['is sealed to another centre', 'sealedToOthers', () => ({ recipients: other.card.recipients })],
  ['is signed by another kiosk of the centre', 'otherSigner', () => ({ key: newMinisignKey(systemRandom) })],
  [
    'is signed by a key that poses with the key id of the kiosk',
    'badSignature',
    () => ({ key: { ...newMinisignKey(systemRandom), keyId: made.kioskKey.keyId } }),
  ],
  [
    'is signed for another purpose',
    'otherPurpose',
    () => ({ sign: (message) => minisignSign(made.kioskKey, message, 'matu ledger v1') }),
  ],
  [
    'is signed for another version',
    'otherPurpose',
    () => ({ sign: (message) => minisignSign(made.kioskKey, message, 'matu bundle v2') }),
  ],
  [
    'has a signature that is no text',
    'badSignature',
    () =>
      afterSigning((files) => {
        const signature = files[1]?.bytes ?? new Uint8Array();
        return replaced(
          files,
          'SHA256SUMS.minisig',
          flipped(signature, 0).map((byte, at) => (at === 0 ? 0xff : byte)),
        );
      }),
  ],
  [
    'holds a forged intake.json, the sums made anew',
    'badSignature',
    () =>
      afterSigning((files) => {
        const forged = replaced(files, 'intake.json', flipped(files[3]?.bytes ?? new Uint8Array(), 40));
        return replaced(forged, 'SHA256SUMS', formatSums(forged.slice(2), nodeHasher));
      }),
  ],
  ...(['manifest.json', 'intake.json', 'fhir.json', 'summary.html', 'pad'] as const).map(
    (name) =>
      [
        `holds a changed ${name} under the signed sums`,
        'badSums',
        () =>
          afterSigning((files) =>
            replaced(files, name, flipped(files.find((file) => file.name === name)?.bytes ?? new Uint8Array(), 3)),
          ),
      ] as const,
  ),
  ['has reordered members', 'badArchive', () => afterSigning((files) => [...files].reverse())],
  [
    'has a doubled member',
    'badArchive',
    () => ({ archive: (archive) => new Uint8Array([...archive.subarray(0, 1024), ...archive]) }),
  ],
  [
    'has trailing bytes in the archive',
    'badArchive',
    () => ({ archive: (archive) => new Uint8Array([...archive, 0]) }),
  ],
  ['is no archive', 'badArchive', () => ({ archive: () => new Uint8Array(5000).fill(32) })],
  ['is empty inside', 'badArchive', () => ({ archive: () => new Uint8Array(0) })],
  ['is of another kiosk, by its manifest', 'otherKiosk', () => ({ manifest: { kioskId: newId() } })],
  ['is of another centre, by its manifest', 'otherCentre', () => ({ manifest: { centreId: newId() } })],
  [
    'names other recipients than centre.json',
    'otherRecipients',
    () => ({ manifest: { recipientsHash: recipientsHash(other.card.recipients, nodeHasher) } }),
  ],
  ['has another format', 'otherFormat', () => ({ manifest: { format: 2 } })],
  ['has a manifest with a field more', 'badManifest', () => ({ manifest: { more: 1 } })],
  ['has a manifest without a number', 'badManifest', () => ({ manifest: { seq: undefined } })],
  ['has a manifest that names a path', 'badManifest', () => ({ manifest: { intakeId: '../../../../tmp/x' } })],
  ['has an intake of another format', 'badIntake', () => ({ intakeBytes: formatJson({ format: 2 }) })],
  ['has an intake that is no JSON', 'badIntake', () => ({ intakeBytes: new Uint8Array([123]) })],
  ['has two names for one intake', 'otherIntake', () => ({ manifest: { intakeId: newId() } })],
  ['carries something in its pad', 'badPad', () => signedWithPad()],
];

/** A bundle that the kiosk itself signed over a pad that is not zero. */
function signedWithPad(): Departure {
  return afterSigning((files) => {
    const filled = replaced(files, 'pad', new Uint8Array(files.at(-1)?.bytes.length ?? 0).fill(1));
    const sums = formatSums(filled.slice(2), nodeHasher);
    const signature = Buffer.from(minisignSign(made.kioskKey, sums, 'matu bundle v1'));
    return replaced(replaced(filled, 'SHA256SUMS', sums), 'SHA256SUMS.minisig', new Uint8Array(signature));
  });
}

test.each(departures)('a bundle that %s is refused: %s', async (_what, reason, departure) => {
  expect(await refusalOf(await makeBundle(made, departure()))).toMatchObject(refused(reason));
});

test('a kiosk enrolled at another centre is refused even with its own key', async () => {
  const kiosk = { ...made.kiosk, centreId: other.card.centreId };
  const verified = await verifyBundle(await makeBundle(made), { card: made.card, kiosk, identities: identities() });
  expect(verified).toEqual({ ok: false, error: 'otherCentre' });
});

test("a kiosk card with a key that is none refuses what it can't check", async () => {
  const kiosk = { ...made.kiosk, publicKey: 'x' };
  const verified = await verifyBundle(await makeBundle(made), { card: made.card, kiosk, identities: identities() });
  expect(verified).toEqual({ ok: false, error: 'otherSigner' });
});

test("another kiosk's card refuses a bundle", async () => {
  const kiosk = kioskOf(made.card, newMinisignKey(systemRandom));
  const verified = await verifyBundle(await makeBundle(made), { card: made.card, kiosk, identities: identities() });
  expect(verified).toEqual({ ok: false, error: 'otherSigner' });
});

test('one bad bundle among good ones leaves all unwritten, and each bad one is named', async () => {
  const good = storeBundle(made, await makeBundle(made));
  const foreign = storeBundle(made, await makeBundle(made, { recipients: other.card.recipients }));
  const missing = join(made.folder, 'missing.age');
  const run = await open(made, good, foreign, missing);
  expect(run).toMatchObject({
    code: 3,
    json: {
      refused: [
        { bundle: foreign, reason: 'sealedToOthers' },
        { bundle: missing, reason: 'unreadable' },
      ],
    },
  });
  expect(run.complained.at(-1)).toBe('No intake was written.');
});

test('a huge file is refused unread', async () => {
  const path = join(made.folder, 'huge.age');
  writeFileSync(path, '');
  truncateSync(path, MAX_BUNDLE_BYTES + 1);
  expect(await open(made, path)).toMatchObject(refused('tooLarge'));
  expect(await verifyBundle(new Uint8Array(MAX_BUNDLE_BYTES + 1), expectedHere())).toMatchObject({ error: 'tooLarge' });
});

describe('damage on the way', () => {
  let sealed: Uint8Array;
  beforeAll(async () => void (sealed = await makeBundle(made)));

  const verdict = async (bytes: Uint8Array): Promise<string> => {
    const verified = await verifyBundle(bytes, expectedHere());
    return verified.ok ? 'taken' : verified.error;
  };

  test('a changed byte is never taken, wherever it is', async () => {
    const header = Buffer.from(sealed).indexOf('\n---') + 60;
    const everywhere = Array.from({ length: 60 }, (_, step) => Math.floor((step * (sealed.length - 1)) / 59));
    for (const index of [...Array(header).keys(), ...everywhere]) {
      expect(await verdict(flipped(sealed, index)), `byte ${index}`).toMatch(/^(damaged|sealedToOthers)$/);
    }
  });

  test('a shorter file is never taken', async () => {
    const lengths = [...Array(400).keys(), ...Array.from({ length: 60 }, (_, step) => sealed.length - 1 - step * 541)];
    for (const length of lengths) {
      expect(await verdict(sealed.subarray(0, length)), `${length} bytes`).toMatch(/^(damaged|sealedToOthers)$/);
    }
  });

  test('trailing bytes are never taken', async () => {
    for (const trailing of [new Uint8Array(1), new Uint8Array([10]), randomBytes(16), randomBytes(70_000), sealed]) {
      expect(await verdict(new Uint8Array([...sealed, ...trailing])), `${trailing.length} more`).toBe('damaged');
    }
  });

  test('what is no age file at all is refused', async () => {
    expect(await verdict(new Uint8Array(0))).toBe('damaged');
    expect(await verdict(new Uint8Array(randomBytes(5000)))).toBe('damaged');
    expect(await verdict(new Uint8Array(Buffer.from('age-encryption.org/v1\n')))).toBe('damaged');
  });
});

function identities(): readonly string[] {
  return parseIdentityFile(readFileSync(join(made.home, 'daily.identity'), 'utf8')) ?? [];
}

function expectedHere(): Parameters<typeof verifyBundle>[1] {
  return { card: made.card, kiosk: made.kiosk, identities: identities() };
}
