import type { CentreCard } from '../core/bundle/centre-card.ts';
import { pageOne } from '../core/intake/page-one.ts';
import { accountOr } from './account.ts';
import { readCentreCard } from './centre-home.ts';
import type { ReportCommand } from './inbox-command.ts';
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
  const waiting = look.value.listed.filter(isWaiting);
  const nowMs = surroundings.clock.nowMs();
  if (command.withAnswers) {
    const intakeIds = waiting.map(({ intakeId }) => intakeId);
    const at = new Date(nowMs).toISOString();
    const logged = logOpening(command.home, { format: 1, at, who: accountOr(command.who), verb: 'report', intakeIds });
    if (!logged.ok) return unwritten(command, 'opened.jsonl', surroundings);
  }
  const page = reportOf(command, { waiting, card: card.value, nowMs });
  if (!writeOwnOutput(command.out, page).ok) return unwritten(command, command.out, surroundings);
  surroundings.say(`${waiting.length} wait: ${command.out}${command.withAnswers ? ', WITH ANSWERS' : ''}.`);
  if (command.json) surroundings.say(JSON.stringify({ ok: true, page: command.out, waiting: waiting.length }));
  return EXIT.done;
}

interface Report {
  readonly waiting: readonly ListedIntake[];
  readonly card: CentreCard;
  readonly nowMs: number;
}

function reportOf({ home, withAnswers }: ReportCommand, { waiting, card, nowMs }: Report): Iterable<string> {
  const { language, timeZone } = card.site;
  const texts = readPageOneTexts(language);
  function* reported(): Generator<ReportedIntake> {
    for (const listed of waiting) {
      const intake = withAnswers ? readIntakeIn(home, listed.intakeId) : null;
      const { kiosk, seq, isClockSure, receivedAt } = listed;
      const facts = {
        ...{ kioskId: kiosk, seq, clockConfidence: isClockSure ? ('high' as const) : ('low' as const) },
        ...{ nowMs, receivedAtMs: Date.parse(receivedAt) },
      };
      yield { listed, page: intake === null ? null : pageOne(intake, facts, texts) };
    }
  }
  return reportPieces(reported(), { count: waiting.length, reading: { language, timeZone, texts, nowMs } });
}

function unwritten({ json }: ReportCommand, file: string, { say, complain }: Surroundings): number {
  complain(`${file} cannot be read or written.`);
  if (json) say(JSON.stringify({ ok: false, unusable: { file, reason: 'cannotWrite' } }));
  return EXIT.usage;
}
