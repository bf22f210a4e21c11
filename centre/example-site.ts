import type { CentreSite } from '../core/bundle/centre-card.ts';

/** A made-up house with numbers that nobody answers, for trying the program out. */
export const EXAMPLE_SITE: CentreSite = {
  siteId: 'example-house',
  name: 'Example house (made up)',
  country: 'DK',
  language: 'da',
  timeZone: 'Europe/Copenhagen',
  policy: { fourteenDays: true, noMedicineWhileAnonymous: true },
  centreReads: [
    { weekday: 1, from: '09:00' },
    { weekday: 4, from: '09:00' },
  ],
  phoneNumbers: [{ label: 'Example centre (made up)', number: '00 00 00 00' }],
};
