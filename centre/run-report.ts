import type { CentreCard } from '../core/bundle/centre-card.ts';
import { pageOne } from '../core/intake/page-one.ts';
import { accountOr } from './account.ts';
import { readCentreCard } from './centre-home.ts';
import type { ReportCommand } from './inbox-command.ts';
import { intakesMeant, UNCLEAR_WORDS } from './inbox/intakes-meant.ts';
import { logOpening } from './inbox/openings.ts';
import { reportPieces } from './inbox/report-html.ts';
import type { ReportedIntake } from './inbox/report-html.ts';
import { isWaiting, readIntakeIn } from './inbox/waiting.ts';
import type { ListedIntake } from './inbox/waiting.ts';
import { lookInto } from './look.ts';
import { writeOwnOutput } from './own-output.ts';
import { readPageOneTexts } from './page-one-texts.ts';
import { EXIT } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

/** Runs `report` and returns the exit code. Who reads answers is written down before the page is there. */
export function runReport(command: ReportCommand, surroundings: Surroundings): number {
  const card = readCentreCard(command.home);
  if (!card.ok) return unwritten(command, card.error.file, surroundings);
  const look = lookInto(command, surroundings);
  if (!look.ok) return look.error;
  const meant = intakesMeant(command.intakes, look.value.records);
  if (!meant.ok) return unclear(command, meant.error, surroundings);
  const waiting = look.value.listed.filter(isWaiting);
  const gone = meant.value.find((intakeId) => !waiting.some((one) => one.intakeId === intakeId));
  if (gone !== undefined) return unclear(command, { reason: 'notWaiting', intake: gone }, surroundings);
  const shown = meant.value.length === 0 ? waiting : waiting.filter(({ intakeId }) => meant.value.includes(intakeId));
  const nowMs = surroundings.clock.nowMs();
  if (command.withAnswers) {
    const intakeIds = shown.map(({ intakeId }) => intakeId);
    const at = new Date(nowMs).toISOString();
    const logged = logOpening(command.home, { format: 1, at, who: accountOr(command.who), verb: 'report', intakeIds });
    if (!logged.ok) return unwritten(command, 'opened.jsonl', surroundings);
  }
  const page = reportOf(command, { shown, count: waiting.length, card: card.value, nowMs });
  if (!writeOwnOutput(command.out, page).ok) return unwritten(command, command.out, surroundings);
  const answers = command.withAnswers ? ', WITH ANSWERS' : '';
  surroundings.say(`${waiting.length} wait, ${shown.length} on the page${answers}: ${command.out}.`);
  const counts = { waiting: waiting.length, shown: shown.length };
  if (command.json) surroundings.say(JSON.stringify({ ok: true, page: command.out, ...counts }));
  return EXIT.done;
}

interface Report {
  readonly shown: readonly ListedIntake[];
  /** How many wait. */
  readonly count: number;
  readonly card: CentreCard;
  readonly nowMs: number;
}

function reportOf({ home, withAnswers }: ReportCommand, { shown, count, card, nowMs }: Report): Iterable<string> {
  const { language, timeZone } = card.site;
  const texts = readPageOneTexts(language);
  function* reported(): Generator<ReportedIntake> {
    for (const listed of shown) {
      const intake = withAnswers ? readIntakeIn(home, listed.intakeId) : null;
      const { kiosk, seq, isClockSure, receivedAt } = listed;
      const facts = {
        ...{ kioskId: kiosk, seq, clockConfidence: isClockSure ? ('high' as const) : ('low' as const) },
        ...{ nowMs, receivedAtMs: Date.parse(receivedAt) },
      };
      yield { listed, page: intake === null ? null : pageOne(intake, facts, texts) };
    }
  }
  return reportPieces(reported(), { count, reading: { language, timeZone, texts, nowMs } });
}

const WORDS = {
  ...UNCLEAR_WORDS,
  notWaiting: 'does not wait: it is closed, and mark brings it back, or its person took it back',
} as const;

interface Unshown {
  readonly reason: keyof typeof WORDS;
  readonly intake: string;
}

function unclear({ json }: ReportCommand, { reason, intake }: Unshown, { say, complain }: Surroundings): number {
  complain(`${intake} ${WORDS[reason]}. No page was written.`);
  if (json) say(JSON.stringify({ ok: false, reason, intake }));
  return EXIT.refused;
}

function unwritten({ json }: ReportCommand, file: string, { say, complain }: Surroundings): number {
  complain(`${file} cannot be read or written.`);
  if (json) say(JSON.stringify({ ok: false, unusable: { file, reason: 'cannotWrite' } }));
  return EXIT.usage;
}
