import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseJson } from '../core/basics/parse-json.ts';
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
  const { home, csvFile, ndjsonFile } = command;
  const { clock } = surroundings;
  const asked = look.value.listed.filter((one) => command.all || isWaiting(one));
  const readable = asked.filter(({ isUnreadable }) => !isUnreadable);
  const at = new Date(clock.nowMs()).toISOString();
  const intakeIds = readable.map(({ intakeId }) => intakeId);
  const logged = logOpening(home, { format: 1, at, who: accountOr(command.who), verb: 'export', intakeIds });
  if (!logged.ok) return unwritten(command, 'opened.jsonl', surroundings);
  const left = new Set(asked.filter(({ isUnreadable }) => isUnreadable));
  const outputs = [
    ...(csvFile === null ? [] : [[csvFile, csvPieces(home, readable, { nowMs: clock.nowMs(), left })] as const]),
    ...(ndjsonFile === null ? [] : [[ndjsonFile, fhirLines(home, readable, left)] as const]),
  ];
  for (const [file, pieces] of outputs) {
    if (!writeOwnOutput(file, pieces).ok) return unwritten(command, file, surroundings);
  }
  return sayExported({ asked, left }, command, surroundings);
}

/** What was to be exported, and what was left out because a file of it cannot be read. */
interface Exported {
  readonly asked: readonly ListedIntake[];
  readonly left: ReadonlySet<ListedIntake>;
}

function sayExported({ asked, left }: Exported, { json }: ExportCommand, { say, complain }: Surroundings): number {
  for (const { number } of left) complain(`${number} cannot be read whole; what cannot was left out.`);
  const exported = asked.filter((one) => !left.has(one)).map(({ intakeId }) => intakeId);
  say(`Exported ${exported.length} intakes, WITH ANSWERS.`);
  if (json) say(JSON.stringify({ ok: left.size === 0, exported, left: [...left].map(({ intakeId }) => intakeId) }));
  return left.size === 0 ? EXIT.done : EXIT.refused;
}

function* csvPieces(
  home: string,
  listed: readonly ListedIntake[],
  { nowMs, left }: { readonly nowMs: number; readonly left: Set<ListedIntake> },
): Generator<string> {
  yield CSV_HEADER;
  for (const one of listed) {
    const intake = readIntakeIn(home, one.intakeId);
    if (intake === null) left.add(one);
    else yield csvRows(one, intake, nowMs);
  }
}

function* fhirLines(home: string, listed: readonly ListedIntake[], left: Set<ListedIntake>): Generator<string> {
  for (const one of listed) {
    const text = attempt(() => readFileSync(join(home, INBOX_FOLDER, one.intakeId, FOLDER_FILES.fhir), 'utf8'));
    const resource = text.ok ? parseJson(text.value) : undefined;
    // Written anew without its line ends: one resource is one line.
    if (resource === undefined) left.add(one);
    else yield `${JSON.stringify(resource)}\n`;
  }
}

function unwritten({ json }: ExportCommand, file: string, { say, complain }: Surroundings): number {
  complain(`${file} cannot be written.`);
  if (json) say(JSON.stringify({ ok: false, unusable: { file, reason: 'cannotWrite' } }));
  return EXIT.usage;
}
