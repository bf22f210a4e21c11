import type { Intake } from '../../core/intake/intake.ts';
import { partsOf } from '../../core/intake/page-one/parts.ts';
import { readPageOneTexts } from '../page-one-texts.ts';
import { csvLine } from '../../core/basics/csv.ts';
import type { ListedIntake } from './waiting.ts';

const COLUMNS = [
  ...['number', 'intakeId', 'kiosk', 'sentAt', 'receivedAt', 'dayOf14', 'flag', 'state', 'language', 'culture'],
  ...['section', 'item', 'kind', 'question', 'answer'],
];

/** The first line of the CSV file. */
export const CSV_HEADER = csvLine(COLUMNS);

/** One line for each answer of an intake, in the language of the house; own words stand as they were typed. */
export function csvRows(listed: ListedIntake, intake: Intake, nowMs: number): string {
  const { number, intakeId, kiosk, seq, sentAt, receivedAt, dayOf14, flag, mark, language, culture } = listed;
  const about = [number, intakeId, kiosk, sentAt, receivedAt, dayOf14, flag, mark?.state ?? null, language, culture];
  const texts = readPageOneTexts(intake.site.language);
  const facts = { kioskId: kiosk, seq, clockConfidence: listed.isClockSure ? 'high' : 'low', nowMs } as const;
  return intake.answers
    .map((answer) => {
      const words = partsOf(answer, { intake, facts, texts }).map((part) => part.text);
      const { section, linkId, said, question } = answer;
      return csvLine([...about, section, linkId, said.kind, question.siteText, words.join(' | ')]);
    })
    .join('');
}
