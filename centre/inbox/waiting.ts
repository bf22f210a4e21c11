import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KioskCard } from '../../core/bundle/kiosk-card.ts';
import type { Intake } from '../../core/intake/intake.ts';
import { parseIntake } from '../../core/intake/intake.ts';
import { hasFourteenDayRight } from '../../core/intake/page-one/strip.ts';
import { calendarDay, daysBetween } from '../../core/translation/dates.ts';
import { attempt } from '../../node/file-system.ts';
import { FOLDER_FILES } from '../intake-folders.ts';
import { readKeptHead } from '../keep-head.ts';
import { INBOX_FOLDER } from './inbox-records.ts';
import { numberOf } from './intake-record.ts';
import type { IntakeRecord } from './intake-record.ts';
import { standingOf } from './kiosk-standing.ts';
import type { Mark } from './marks.ts';
import { isWithdrawn } from './withdrawals.ts';

/** One intake of the list: when it came, how pressing it is, and what was done about it. No answer stands here. */
export interface ListedIntake {
  /** As on page 1 and on the person's slip. */
  readonly number: string;
  readonly intakeId: string;
  readonly kiosk: string;
  readonly seq: number;
  /** When Send was pressed, by the kiosk's clock; `isClockSure` says how far that can be trusted. */
  readonly sentAt: string;
  readonly isClockSure: boolean;
  /** By the centre's own clock. */
  readonly receivedAt: string;
  /** Which of the 14 days it is; null where the right does not apply, or a wrong clock puts now before Send. */
  readonly dayOf14: number | null;
  /** The worst of the safety rules that the answers reach. */
  readonly flag: 'red' | 'amber' | null;
  readonly language: string;
  readonly culture: string;
  readonly mark: Pick<Mark, 'state' | 'who' | 'at'> | null;
  /** The earlier intake that the person's slip names; its intakeId is null when that one is not here. */
  readonly addsTo: { readonly number: string; readonly intakeId: string | null } | null;
  /** Later intakes that name this one by slip. */
  readonly addedBy: readonly string[];
  /** The kiosk signed for two files under this number. */
  readonly isForked: boolean;
  readonly isTakenBack: boolean;
  /** intake.json in its folder cannot be read: nothing is known of flags and days. */
  readonly isUnreadable: boolean;
}

/** What the list is made from. */
export interface ListSource {
  readonly home: string;
  readonly records: readonly IntakeRecord[];
  readonly marks: readonly Mark[];
  /** Those whose heads are asked what was taken back, and where a number forks. */
  readonly kiosks: readonly KioskCard[];
  readonly nowMs: number;
}

/** Everything in the inbox: red flags first, then amber ones, and of the same kind whoever waits longest. */
export function listIntakes({ home, records, marks, kiosks, nowMs }: ListSource): readonly ListedIntake[] {
  const lastMarks = new Map(marks.map((mark) => [mark.intakeId, mark]));
  const heads = headsOf(home, kiosks);
  const forks = forksOf(home, { records, kiosks });
  const slips = slipsOf(records);
  const listed = records.map((record) => {
    const { intakeId, kioskId, seq, language, culture, createdAt, clockConfidence } = record.manifest;
    const intake = readIntakeIn(home, intakeId);
    const mark = lastMarks.get(intakeId);
    const head = heads.get(kioskId);
    return {
      ...{ number: numberOf(record), intakeId, kiosk: kioskId, seq, sentAt: createdAt },
      ...{ isClockSure: clockConfidence === 'high', receivedAt: record.receivedAt, language, culture },
      dayOf14: intake === null ? null : dayOf14(intake, nowMs),
      flag: intake === null ? null : worstFlag(intake),
      mark: mark === undefined ? null : { state: mark.state, who: mark.who, at: mark.at },
      ...(slips.get(intakeId) ?? { addsTo: null, addedBy: [] }),
      isForked: forks.has(`${kioskId} ${seq}`),
      isTakenBack: head !== undefined && isWithdrawn(record, head),
      isUnreadable: intake === null,
    };
  });
  return listed.sort(byNeed);
}

/** Tells whether somebody waits behind it: closed ones have left, and so has whoever took the intake back. */
export function isWaiting({ mark, isTakenBack }: ListedIntake): boolean {
  return mark?.state !== 'closed' && !isTakenBack;
}

/** Reads an intake from its folder in the inbox; null when it cannot be read. */
export function readIntakeIn(home: string, intakeId: string): Intake | null {
  const bytes = attempt(() => readFileSync(join(home, INBOX_FOLDER, intakeId, FOLDER_FILES.intake)));
  const intake = bytes.ok ? parseIntake(bytes.value) : bytes;
  return intake.ok ? intake.value : null;
}

function dayOf14(intake: Intake, nowMs: number): number | null {
  if (!hasFourteenDayRight(intake)) return null;
  const { timeZone } = intake.site;
  const day = daysBetween(calendarDay(Date.parse(intake.createdAt), timeZone), calendarDay(nowMs, timeZone)) + 1;
  return day < 1 ? null : day;
}

function worstFlag({ flags }: Intake): ListedIntake['flag'] {
  return (['red', 'amber'] as const).find((level) => flags.some((flag) => flag.level === level)) ?? null;
}

const FLAG_ORDER = { red: 0, amber: 1 } as const;

/** What cannot be read comes first: nobody knows how pressing it is. */
function byNeed(one: ListedIntake, other: ListedIntake): number {
  const rank = ({ flag, isUnreadable }: ListedIntake): number =>
    isUnreadable ? -1 : flag === null ? 2 : FLAG_ORDER[flag];
  return (
    rank(one) - rank(other) ||
    (other.dayOf14 ?? 0) - (one.dayOf14 ?? 0) ||
    one.sentAt.localeCompare(other.sentAt) ||
    one.number.localeCompare(other.number)
  );
}

type Slips = Pick<ListedIntake, 'addsTo' | 'addedBy'>;

/** Ties the intakes of one person together, as far as their slips name each other. */
function slipsOf(records: readonly IntakeRecord[]): ReadonlyMap<string, Slips> {
  const byPlace = new Map(records.map((record) => [`${record.manifest.kioskId} ${record.manifest.seq}`, record]));
  const addedBy = new Map<string, string[]>();
  const addsTo = new Map<string, Slips['addsTo']>();
  for (const record of records) {
    const { addsTo: slip, intakeId } = record.manifest;
    if (slip === null) continue;
    const found = byPlace.get(`${slip.kioskId} ${slip.seq}`);
    const earlier = found?.sha256.startsWith(slip.sha256Start) === true ? found.manifest.intakeId : null;
    addsTo.set(intakeId, { number: `${slip.kioskId.slice(0, 8)}-${slip.seq}`, intakeId: earlier });
    if (earlier !== null) addedBy.set(earlier, [...(addedBy.get(earlier) ?? []), numberOf(record)]);
  }
  return new Map(
    records.map(({ manifest: { intakeId } }) => [
      intakeId,
      { addsTo: addsTo.get(intakeId) ?? null, addedBy: addedBy.get(intakeId) ?? [] },
    ]),
  );
}

function headsOf(home: string, kiosks: readonly KioskCard[]) {
  return new Map(
    kiosks.flatMap((kiosk) => {
      const head = readKeptHead(home, kiosk);
      return head.ok && head.value !== null ? [[kiosk.kioskId, head.value] as const] : [];
    }),
  );
}

function forksOf(home: string, { records, kiosks }: Pick<ListSource, 'records' | 'kiosks'>): ReadonlySet<string> {
  return new Set(
    kiosks.flatMap((kiosk) => standingOf(records, { home, kiosk }).forks.map((seq) => `${kiosk.kioskId} ${seq}`)),
  );
}
