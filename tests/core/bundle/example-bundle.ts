import { isSha256 } from '../../../core/basics/hasher.ts';
import type { Sha256 } from '../../../core/basics/hasher.ts';
import type { CentreCard } from '../../../core/bundle/centre-card.ts';
import type { KioskCard } from '../../../core/bundle/kiosk-card.ts';
import type { Manifest } from '../../../core/bundle/manifest.ts';

/** Two X25519 recipients made for these tests; nobody holds their identities. */
export const RECIPIENTS = [
  'age1z8j72vucmtyxuvw2ha6lzg6rujx4easq9cwuum2xx2jwlj0p2vnsq3k0zy',
  'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
];

export const MINISIGN_LINE = 'RWT24YyjU8U+YGylIco0YMNyoUW8z2Ux0hUTE7FvGiloeTAcIix5qnb2';

/** The SHA-256 that consists of one digit. */
export function sumOf(digit: string): Sha256 {
  const text = digit.repeat(64);
  if (!isSha256(text)) throw new Error('Not a hexadecimal digit');
  return text;
}

export const exampleManifest: Manifest = {
  format: 1,
  kioskId: '11111111-1111-4111-8111-111111111111',
  centreId: '22222222-2222-4222-8222-222222222222',
  seq: 2,
  prevHash: sumOf('a'),
  intakeId: '33333333-3333-4333-8333-333333333333',
  addsTo: null,
  recipientsHash: sumOf('b'),
  contentVersion: 'first-1',
  language: 'kl',
  culture: 'greenlandic',
  createdAt: '2026-03-01T10:20:30.400Z',
  timeZone: 'America/Nuuk',
  clockConfidence: 'high',
  bootCounter: 3,
  appVersion: '0.1.0',
  withdrawTag: null,
};

export const exampleCentreCard: CentreCard = {
  format: 1,
  centreId: exampleManifest.centreId,
  version: 1,
  issuedAt: '2026-01-01T00:00:00.000Z',
  name: 'A made-up centre',
  recipients: RECIPIENTS,
  receiptKey: MINISIGN_LINE,
  site: {
    siteId: 'example-1',
    name: 'A made-up house',
    country: 'GL',
    language: 'da',
    timeZone: 'America/Nuuk',
    centreReads: [{ weekday: 1, from: '09:00' }],
    phoneNumbers: [{ label: 'The house', number: '+299 00 00 00' }],
    policy: { fourteenDays: true, noMedicineWhileAnonymous: true },
  },
};

export const exampleKioskCard: KioskCard = {
  format: 1,
  kioskId: exampleManifest.kioskId,
  centreId: exampleManifest.centreId,
  siteId: 'example-1',
  publicKey: MINISIGN_LINE,
  enrolledAt: '2026-01-02T00:00:00.000Z',
};
