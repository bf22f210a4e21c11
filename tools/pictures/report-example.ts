import type { Language } from '../../core/basics/language.ts';
import { readPageOneTexts } from '../../centre/page-one-texts.ts';
import { reportPieces, type ReportedIntake } from '../../centre/inbox/report-html.ts';
import type { ListedIntake } from '../../centre/inbox/waiting.ts';
import type { PageOne } from '../../core/intake/page-one.ts';

const NOW = '2026-03-14T08:00:00.000Z';

function listed(seq: number, sentAt: string, more: Partial<ListedIntake> = {}): ListedIntake {
  return {
    number: `1a2b3c4d-${seq}`,
    intakeId: `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`,
    kiosk: '1a2b3c4d-0000-4000-8000-000000000000',
    seq,
    sentAt,
    isClockSure: true,
    receivedAt: sentAt,
    dayOf14: null,
    flag: null,
    language: 'da',
    culture: 'danish',
    mark: null,
    addsTo: null,
    addedBy: [],
    isForked: false,
    isTakenBack: false,
    isUnreadable: false,
    ...more,
  };
}

/** Made-up people who wait, one for each thing that the list can say of somebody. */
const WAITING: readonly ListedIntake[] = [
  listed(9, '2026-03-12T13:40:00.000Z', { isUnreadable: true }),
  listed(12, '2026-03-13T16:05:00.000Z', { flag: 'red', dayOf14: 2, language: 'kl', culture: 'greenlandic' }),
  listed(7, '2026-03-03T09:30:00.000Z', {
    ...{ flag: 'amber', dayOf14: 12 },
    mark: { state: 'noAnswer', who: 'A. B.', at: '2026-03-10T10:00:00.000Z' },
  }),
  listed(8, '2026-03-05T11:15:00.000Z', { dayOf14: 10, language: 'sv', culture: 'swedish', isForked: true }),
  listed(10, '2026-03-11T08:20:00.000Z', {
    addsTo: { number: '1a2b3c4d-3', intakeId: null },
    isClockSure: false,
    mark: { state: 'contacted', who: 'C. D.', at: '2026-03-13T12:00:00.000Z' },
  }),
];

/**
 * The centre's page of those who wait, as a house that speaks this language gets it.
 *
 * @param pages what the first of them answered; none leaves the page without answers
 */
export function exampleReport(language: Language, pages: readonly PageOne[] = []): string {
  const reported = WAITING.map((one, index): ReportedIntake => ({ listed: one, page: pages[index] ?? null }));
  const reading = {
    ...{ language, timeZone: 'Europe/Copenhagen' },
    ...{ texts: readPageOneTexts(language), nowMs: Date.parse(NOW) },
  };
  return [...reportPieces(reported, { count: reported.length, reading })].join('');
}
