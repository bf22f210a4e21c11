import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { recipientsHash } from '../../../core/bundle/recipients.ts';
import { canSealTo, sealBundle } from '../../../core/bundle/seal.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { RECIPIENTS } from './example-bundle.ts';

const [first = '', second = ''] = RECIPIENTS;

test('the hash of recipients does not depend on their order and is the one made by hand', () => {
  const byHand = createHash('sha256').update(`${second}\n${first}\n`).digest('hex');
  expect(recipientsHash([first, second], nodeHasher)).toBe(byHand);
  expect(recipientsHash([second, first], nodeHasher)).toBe(byHand);
});

test('the hash of recipients changes with each of them', () => {
  expect(recipientsHash([first], nodeHasher)).not.toBe(recipientsHash(RECIPIENTS, nodeHasher));
});

test.each([
  ['real recipients', RECIPIENTS, true],
  ['nobody', [], false],
  ['a recipient with one letter changed', [first, second.replace('ql3', 'ql4')], false],
  ['a recipient that no secret can belong to', [`age1${'q'.repeat(52)}z9ly9v`], false],
])('says before anybody answers whether sealing works: %s', async (_what, recipients, works) => {
  expect(await canSealTo(recipients)).toBe(works);
});

test('never seals to nobody', async () => {
  await expect(sealBundle(new Uint8Array(1), [])).rejects.toThrow('sealed to somebody');
});
