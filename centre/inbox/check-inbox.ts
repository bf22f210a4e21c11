import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sha256 } from '../../core/basics/hasher.ts';
import type { Result } from '../../core/basics/result.ts';
import { ok } from '../../core/basics/result.ts';
import { attempt } from '../../node/file-system.ts';
import type { FileError } from '../../node/file-system.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { FOLDER_FILES } from '../intake-folders.ts';
import { INBOX_FOLDER, INDEX_FILE, readInboxRecords, recordIn } from './inbox-records.ts';
import { sealedNameOf } from './intake-record.ts';
import type { IntakeRecord } from './intake-record.ts';
import { MARKS_FILE, readMarks } from './marks.ts';
import { RECORD_FILE } from './open-batch.ts';
import { OPENINGS_FILE, readOpenings } from './openings.ts';

/**
 * What is wrong in a centre's home, and where.
 *
 * - missing: a folder or file that the records name is not there
 * - changed: it holds other bytes than when it came
 * - unlisted: an intake that the index lacks; the next `receive` adds it
 * - strange: a folder that is no intake
 * - damaged: a file of records has lines that are none
 * - unknownIntake: a mark or an opening names an intake that never came
 */
export interface InboxProblem {
  readonly place: string;
  readonly kind: 'missing' | 'changed' | 'unlisted' | 'strange' | 'damaged' | 'unknownIntake';
}

/** What was looked at, and what was found. */
export interface InboxCheck {
  readonly intakes: number;
  readonly problems: readonly InboxProblem[];
}

/** Checks everything in the inbox against what was written down when it came. Opens nothing and writes nothing. */
export function checkInbox(
  home: string,
  progress: (done: number, total: number) => void,
): Result<InboxCheck, FileError> {
  const found = readInboxRecords(home);
  if (!found.ok) return found;
  const { records, unlisted, isIndexDamaged, lost, strange } = found.value;
  const place = (name: string): string => `${INBOX_FOLDER}/${name}`;
  const problems: InboxProblem[] = [
    ...(isIndexDamaged ? [{ place: INDEX_FILE, kind: 'damaged' as const }] : []),
    ...lost.map((intakeId) => ({ place: place(intakeId), kind: 'missing' as const })),
    ...strange.map((name) => ({ place: place(name), kind: 'strange' as const })),
    ...unlisted.map(({ manifest }) => ({ place: place(manifest.intakeId), kind: 'unlisted' as const })),
    ...recordProblems(home, new Set([...records.map(({ manifest }) => manifest.intakeId), ...lost])),
  ];
  for (const [index, record] of records.entries()) {
    problems.push(...folderProblems(home, record));
    progress(index + 1, records.length);
  }
  return ok({ intakes: records.length, problems });
}

function folderProblems(home: string, record: IntakeRecord): readonly InboxProblem[] {
  const { intakeId } = record.manifest;
  const inbox = join(home, INBOX_FOLDER);
  const expected: readonly (readonly [string, Sha256])[] = [
    [sealedNameOf(record.sha256), record.sha256],
    [FOLDER_FILES.intake, record.files.intake],
    [FOLDER_FILES.fhir, record.files.fhir],
  ];
  const problems = expected.flatMap(([name, sha256]): InboxProblem[] => {
    const place = `${INBOX_FOLDER}/${intakeId}/${name}`;
    const bytes = attempt(() => readFileSync(join(inbox, intakeId, name)));
    if (!bytes.ok) return [{ place, kind: 'missing' }];
    return nodeHasher.sha256(bytes.value) === sha256 ? [] : [{ place, kind: 'changed' }];
  });
  const own = recordIn(inbox, intakeId);
  const isSame = own !== null && JSON.stringify(own) === JSON.stringify(record);
  return isSame ? problems : [...problems, { place: `${INBOX_FOLDER}/${intakeId}/${RECORD_FILE}`, kind: 'changed' }];
}

function recordProblems(home: string, known: ReadonlySet<string>): readonly InboxProblem[] {
  const marks = readMarks(home);
  const openings = readOpenings(home);
  const marked = marks.ok ? marks.value.map(({ intakeId }) => intakeId) : [];
  const isMarkStrange = marked.some((intakeId) => !known.has(intakeId));
  return [
    ...(marks.ok ? [] : [{ place: MARKS_FILE, kind: 'damaged' as const }]),
    ...(isMarkStrange ? [{ place: MARKS_FILE, kind: 'unknownIntake' as const }] : []),
    ...(openings.ok && openings.value.damaged === 0 ? [] : [{ place: OPENINGS_FILE, kind: 'damaged' as const }]),
  ];
}
