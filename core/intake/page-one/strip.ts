import type { Intake } from '../intake.ts';
import { text } from '../../translation/catalogue.ts';
import type { PageOne } from './model.ts';
import { dayAndTimeAt, dayAt, daysAfter } from './moments.ts';
import { chosenCodes, type Reading } from './reading.ts';

/** What a 14-day right applies to. */
const TREATED = ['alcohol', 'hash', 'other-drugs', 'pills'];

/** The number under which an intake is spoken of: no name, and the same as on the person's slip. */
export function numberOf({ facts: { kioskId, seq } }: Reading): string {
  return `${kioskId.slice(0, 8)}-${seq}`;
}

/** When it was sent, received and opened, and from where. */
export function stripOf({ intake, facts, texts }: Reading): PageOne['strip'] {
  const { site, createdAt } = intake;
  const line = (key: string, value: string): PageOne['strip'][number] => ({ label: text(texts, key), value });
  const lines = [line('pageOne.sentOn', dayAndTimeAt(Date.parse(createdAt), site, texts))];
  if (facts.receivedAtMs !== undefined)
    lines.push(line('pageOne.receivedOn', dayAndTimeAt(facts.receivedAtMs, site, texts)));
  // A page that was printed or left open gets old: it says of which day its count is.
  if (facts.nowMs !== null) lines.push(line('pageOne.openedOn', dayAt(facts.nowMs, site, texts)));
  return [...lines, line('pageOne.site', site.name)];
}

/** Tells whether treatment has to begin within 14 days: where the site has that rule, for what takes room. */
export function hasFourteenDayRight(intake: Intake): boolean {
  const isTreated = chosenCodes(intake, 'takes-room').some((code) => TREATED.includes(code));
  return intake.site.policy.fourteenDays && isTreated;
}

/**
 * Which of the 14 days it is. Day 1 is the calendar day of Send at the site.
 *
 * @returns null where the right does not apply, the page has no "now", or a wrong clock puts "now" before Send
 */
export function dayOf14Of({ intake, facts: { nowMs }, texts }: Reading): PageOne['dayOf14'] {
  if (nowMs === null || !hasFourteenDayRight(intake)) return null;
  const days = daysAfter(Date.parse(intake.createdAt), nowMs, intake.site);
  if (days < 0) return null;
  return { value: text(texts, 'pageOne.dayOf14', { day: days + 1 }), rule: text(texts, 'pageOne.dayOf14Rule') };
}

/** What the reader must know before anything else. */
export function notesOf({ intake, facts, texts }: Reading): readonly string[] {
  const notes: string[] = [];
  if (facts.clockConfidence === 'low') notes.push(text(texts, 'pageOne.lowClock'));
  if (chosenCodes(intake, 'age').length === 0) notes.push(text(texts, 'pageOne.ageNotGiven'));
  return notes;
}
