import { randomBytes } from 'node:crypto';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parseIdentityFile } from '../../centre/age-identity.ts';
import type { Refusal } from '../../centre/refusal.ts';
import { verifyBundle } from '../../centre/verify-bundle.ts';
import { MAX_BUNDLE_BYTES } from '../../core/bundle/names.ts';
import { newMinisignKey } from '../../node/minisign-keys.ts';
import { systemRandom } from '../../node/random.ts';
import { DEPARTURES, flipped } from './departures.ts';
import { kioskOf, makeBundle, makeCentre, open, storeBundle, written } from './made-centre.ts';
import type { MadeCentre, Run } from './made-centre.ts';

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

test.each(DEPARTURES)('a bundle that %s is refused: %s', async (_what, reason, departure) => {
  expect(await refusalOf(await makeBundle(made, departure(made, other)))).toMatchObject(refused(reason));
});

test('a kiosk enrolled at another centre is refused even with its own key', async () => {
  const kiosk = { ...made.kiosk, centreId: other.card.centreId };
  const verified = await verifyBundle(await makeBundle(made), {
    card: made.card,
    kiosks: [kiosk],
    identities: identities(),
  });
  expect(verified).toEqual({ ok: false, error: { reason: 'otherCentre', signed: null } });
});

test("a kiosk card with a key that is none refuses what it can't check", async () => {
  const kiosk = { ...made.kiosk, publicKey: 'x' };
  const verified = await verifyBundle(await makeBundle(made), {
    card: made.card,
    kiosks: [kiosk],
    identities: identities(),
  });
  expect(verified).toEqual({ ok: false, error: { reason: 'otherSigner', signed: null } });
});

test("another kiosk's card refuses a bundle", async () => {
  const kiosk = kioskOf(made.card, newMinisignKey(systemRandom));
  const verified = await verifyBundle(await makeBundle(made), {
    card: made.card,
    kiosks: [kiosk],
    identities: identities(),
  });
  expect(verified).toEqual({ ok: false, error: { reason: 'otherSigner', signed: null } });
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
  expect(await verifyBundle(new Uint8Array(MAX_BUNDLE_BYTES + 1), expectedHere())).toMatchObject({
    error: { reason: 'tooLarge' },
  });
});

describe('damage on the way', () => {
  let sealed: Uint8Array;
  beforeAll(async () => void (sealed = await makeBundle(made)));

  const verdict = async (bytes: Uint8Array): Promise<string> => {
    const verified = await verifyBundle(bytes, expectedHere());
    return verified.ok ? 'taken' : verified.error.reason;
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
  return { card: made.card, kiosks: [made.kiosk], identities: identities() };
}
