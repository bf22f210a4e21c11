import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newAgeIdentity } from '../../centre/age-identity.ts';
import { CENTRE_TRUSTED_COMMENT } from '../../core/bundle/trusted-comment.ts';
import { formatJson } from '../../core/bundle/versioned-json.ts';
import { parseSecretKeyFile } from '../../node/minisign-keys.ts';
import { minisignSign } from '../../node/minisign-signature.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { recipientsHash } from '../../core/bundle/recipients.ts';
import { makeKioskHome, tryKiosk } from '../electron/intake/kiosk-home.ts';
import { programContent } from '../electron/content/shipped-content.ts';
import { makeBundle, makeCentre, open, storeBundle, type MadeCentre } from './made-centre.ts';

let hybrid: MadeCentre;
let usual: MadeCentre;
beforeAll(async () => {
  hybrid = await makeCentre('--post-quantum');
  usual = await makeCentre();
});
afterAll(() => {
  hybrid.remove();
  usual.remove();
});

describe('A centre with post-quantum keys', () => {
  test('has two of them, and none of the usual kind', () => {
    expect(hybrid.card.recipients).toHaveLength(2);
    for (const recipient of hybrid.card.recipients) expect(recipient).toMatch(/^age1pq1.{1952}$/);
    for (const recipient of usual.card.recipients) expect(recipient).toMatch(/^age1(?!pq).{58}$/);
  });

  test('opens its bundles with either key', async () => {
    const bundle = storeBundle(hybrid, await makeBundle(hybrid));
    expect(await open(hybrid, bundle)).toMatchObject({ code: 0, json: { ok: true } });
    const backup = readFileSync(join(hybrid.home, 'backup.identity'), 'utf8');
    writeFileSync(join(hybrid.home, 'daily.identity'), backup);
    expect(await open(hybrid, bundle)).toMatchObject({ code: 0, json: { ok: true } });
  });

  test('does not open what was sealed to the usual keys, nor the other way round', async () => {
    const { recipients } = usual.card;
    const manifest = { recipientsHash: recipientsHash(hybrid.card.recipients, nodeHasher) };
    const bundle = storeBundle(hybrid, await makeBundle(hybrid, { recipients, manifest }));
    expect(await open(hybrid, bundle)).toMatchObject({ json: { refused: [{ reason: 'sealedToOthers' }] } });
    const other = storeBundle(usual, await makeBundle(usual, { recipients: hybrid.card.recipients }));
    expect(await open(usual, other)).toMatchObject({ json: { refused: [{ reason: 'sealedToOthers' }] } });
  });

  test('needs a newer age by hand than Debian 12 has, which says so instead of opening half', async () => {
    const bundle = storeBundle(hybrid, await makeBundle(hybrid));
    const by = ['--decrypt', '-i', join(hybrid.home, 'daily.identity'), bundle];
    const ended = spawnSync('age', by, { encoding: 'utf8' });
    const [major = 0, minor = 0] = spawnSync('age', ['--version'], { encoding: 'utf8' })
      .stdout.replace('v', '')
      .split('.')
      .map(Number);
    const isNewEnough = major > 1 || minor >= 3;
    expect(ended.status === 0).toBe(isNewEnough);
    expect(ended.stdout === '').toBe(!isNewEnough);
  });
});

describe('Keys of both kinds together', () => {
  /** The card of the usual centre with one hybrid recipient, signed by its own root. */
  function mix(): readonly string[] {
    const recipients = [usual.card.recipients[0] ?? '', hybrid.card.recipients[1] ?? ''];
    const card = formatJson({ ...usual.card, recipients });
    const root = parseSecretKeyFile(readFileSync(join(usual.home, 'root.key'), 'utf8'));
    if (root === null) throw new Error('The root key cannot be read');
    writeFileSync(join(usual.home, 'centre.json'), card);
    writeFileSync(join(usual.home, 'centre.json.minisig'), minisignSign(root, card, CENTRE_TRUSTED_COMMENT));
    return recipients;
  }

  test('are refused in centre.json, although its root signed it', async () => {
    const bundle = storeBundle(usual, await makeBundle(usual));
    mix();
    expect(await open(usual, bundle)).toMatchObject({
      code: 2,
      json: { ok: false, unusable: { file: join(usual.home, 'centre.json'), reason: 'malformed' } },
    });
  });

  test('keep a kiosk closed that was enrolled with them', async () => {
    const home = makeKioskHome(usual, { card: { recipients: mix() } });
    expect(await tryKiosk(home, programContent())).toEqual({
      ok: false,
      error: { kind: 'otherShape' },
    });
  });
});

test('an identity is of the kind that was asked for', async () => {
  expect((await newAgeIdentity('hybrid')).identity).toMatch(/^AGE-SECRET-KEY-PQ-1/);
  expect((await newAgeIdentity('x25519')).identity).toMatch(/^AGE-SECRET-KEY-1/);
});
