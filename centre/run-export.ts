import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attempt } from '../node/file-system.ts';
import { accountOr } from './account.ts';
import type { ExportCommand } from './inbox-command.ts';
import { CSV_HEADER, csvRows } from './inbox/export-rows.ts';
import { INBOX_FOLDER } from './inbox/inbox-records.ts';
import { logOpening } from './inbox/openings.ts';
import { isWaiting, readIntakeIn } from './inbox/waiting.ts';
import type { ListedIntake } from './inbox/waiting.ts';
import { FOLDER_FILES } from './intake-folders.ts';
import { lookInto } from './look.ts';
import { writeOwnOutput } from './own-output.ts';
import { EXIT } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

/** Runs `export` and returns the exit code. Who reads the answers is written down before anybody does. */
export function runExport(command: ExportCommand, surroundings: Surroundings): number {
  const look = lookInto(command, surroundings);
  if (!look.ok) return look.error;
  const { home, csvFile, ndjsonFile, json } = command;
  const { say, clock } = surroundings;
  const asked = look.value.listed.filter((one) => command.all || isWaiting(one));
  const readable = asked.filter(({ isUnreadable }) => !isUnreadable);
  const at = new Date(clock.nowMs()).toISOString();
  const intakeIds = readable.map(({ intakeId }) => intakeId);
  const logged = logOpening(home, { format: 1, at, who: accountOr(command.who), verb: 'export', intakeIds });
  if (!logged.ok) return unwritten(command, 'opened.jsonl', surroundings);
  const outputs = [
    ...(csvFile === null ? [] : [[csvFile, csvPieces(home, readable, clock.nowMs())] as const]),
    ...(ndjsonFile === null ? [] : [[ndjsonFile, fhirLines(home, readable)] as const]),
  ];
  for (const [file, pieces] of outputs) {
    if (!writeOwnOutput(file, pieces).ok) return unwritten(command, file, surroundings);
  }
  const left = asked.filter(({ isUnreadable }) => isUnreadable);
  for (const { number } of left) surroundings.complain(`${number} cannot be read and was left out.`);
  say(`Exported ${readable.length} intakes, WITH ANSWERS.`);
  if (json) say(JSON.stringify({ ok: left.length === 0, exported: intakeIds, left: left.map((one) => one.intakeId) }));
  return left.length === 0 ? EXIT.done : EXIT.refused;
}

function* csvPieces(home: string, listed: readonly ListedIntake[], nowMs: number): Generator<string> {
  yield CSV_HEADER;
  for (const one of listed) {
    const intake = readIntakeIn(home, one.intakeId);
    if (intake !== null) yield csvRows(one, intake, nowMs);
  }
}

function* fhirLines(home: string, listed: readonly ListedIntake[]): Generator<string> {
  for (const { intakeId } of listed) {
    const text = attempt(() => readFileSync(join(home, INBOX_FOLDER, intakeId, FOLDER_FILES.fhir), 'utf8'));
    // Written anew without its line ends: one resource is one line.
    if (text.ok) yield `${JSON.stringify(JSON.parse(text.value))}\n`;
  }
}

function unwritten({ json }: ExportCommand, file: string, { say, complain }: Surroundings): number {
  complain(`${file} cannot be written.`);
  if (json) say(JSON.stringify({ ok: false, unusable: { file, reason: 'cannotWrite' } }));
  return EXIT.usage;
}
