import { expect, test } from 'vitest';
import { canaryContents, isCanaryIntake } from '../../../core/bundle/canary.ts';
import { cardChangeOf } from '../../../core/bundle/card-change.ts';
import type { CentreCard } from '../../../core/bundle/centre-card.ts';
import type { TrustedCard } from '../../../core/bundle/card-change.ts';
import { parseManifest } from '../../../core/bundle/manifest.ts';
import { formatJson } from '../../../core/bundle/versioned-json.ts';
import { EXAMPLE_SITE } from '../../../centre/example-site.ts';
import { nodeHasher } from '../../../node/sha256.ts';

const card: CentreCard = {
  format: 1,
  ...{ centreId: '22222222-2222-4222-8222-222222222222', version: 2 },
  ...{ issuedAt: '2026-03-04T00:00:00.000Z', name: 'Centre', recipients: [], receiptKey: 'RW', site: EXAMPLE_SITE },
};
const known: TrustedCard = { rootPublicKey: 'root', card, text: 'two' };

test.each<[string, TrustedCard | null, Partial<TrustedCard>]>([
  ['first', null, {}],
  ['same', known, {}],
  ['newer', known, { card: { ...card, version: 3 } }],
  ['older', known, { card: { ...card, version: 1 } }],
  ['twin', known, { text: 'other' }],
  ['newRoot', known, { rootPublicKey: 'other' }],
  [
    'otherCentre',
    known,
    { rootPublicKey: 'other', card: { ...card, centreId: '33333333-3333-4333-8333-333333333333' } },
  ],
])('a card is %s', (change, before, offered) => {
  expect(cardChangeOf(before, { ...known, ...offered })).toBe(change);
});

test.each(['kl', 'da', 'sv'] as const)(
  'a canary for a house that speaks %s has a manifest like any bundle',
  (language) => {
    const { manifest, intake } = canaryContents({
      ...{ kioskId: card.centreId, centreId: card.centreId, canaryId: card.centreId, language, bootCounter: 1 },
      ...{ createdAt: '2026-03-04T00:00:00.000Z', timeZone: 'America/Nuuk', appVersion: '0.1.0' },
      recipientsHash: nodeHasher.sha256(new Uint8Array()),
    });
    expect(parseManifest(formatJson(manifest)).ok).toBe(true);
    expect(isCanaryIntake(intake)).toBe(true);
    expect(isCanaryIntake(formatJson({ format: 1, canary: 1 }))).toBe(false);
  },
);
