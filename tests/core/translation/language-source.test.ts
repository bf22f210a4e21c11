import { expect, test } from 'vitest';
import { sourcesAfter, standingOf, type LanguageSource } from '../../../core/translation/language-source.ts';

const OWN = '6f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const OTHER = '7f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const source: LanguageSource = {
  ...{ kioskId: OTHER, publicKey: 'RWQkey', siteName: 'Huset i Sisimiut' },
  ...{ trustedBy: 'Aviâja', trustedOn: '2026-03-04', taken: [{ language: 'sv', seq: 5 }] },
};
const signer = { kioskId: OTHER, publicKey: 'RWQkey', siteName: 'Huset', language: 'sv', seq: 6 } as const;

test.each([
  ['its own package', { kioskId: OWN }, 'own'],
  ['a kiosk that nobody compared', { kioskId: '8f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d' }, 'unknown'],
  ['a known kiosk with another key', { publicKey: 'RWQother' }, 'otherKey'],
  ['an older package', { seq: 4 }, 'older'],
  ['the same package', { seq: 5 }, 'older'],
  ['a newer package', { seq: 6 }, 'known'],
  ['another language, in which nothing was taken', { language: 'kl', seq: 1 }, 'known'],
] as const)('a kiosk tells %s', (_, changed, standing) => {
  expect(standingOf({ ...signer, ...changed }, { sources: [source], ownId: OWN })).toBe(standing);
});

const today = { trustedBy: 'Malik', trustedOn: '2026-05-05' };

test('the first package puts down who trusts its kiosk', () => {
  const stranger = { ...signer, kioskId: OWN };
  expect(sourcesAfter([source], stranger, today)).toEqual([
    source,
    { ...source, ...today, kioskId: OWN, siteName: 'Huset', taken: [{ language: 'sv', seq: 6 }] },
  ]);
});

test('the next one changes its number in that language, and not who trusts it', () => {
  const after = sourcesAfter([source], { ...signer, language: 'kl', seq: 2 }, today);
  expect(after[0]).toMatchObject({ trustedBy: 'Aviâja', siteName: 'Huset' });
  expect(sourcesAfter(after, signer, today)[0]?.taken).toEqual([
    { language: 'kl', seq: 2 },
    { language: 'sv', seq: 6 },
  ]);
});
