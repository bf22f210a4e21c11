import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAuditLine } from '../../../core/audit/audit-line.ts';
import type { AuditEvent } from '../../../core/audit/events.ts';
import { auditFileName, auditFirstLines, linesOf } from '../../../electron/audit/audit-files.ts';
import { expectOk } from '../../expect-ok.ts';

/** The whole lines of an audit log, over all its files. */
export function auditLines(folder: string): readonly string[] {
  return expectOk(auditFirstLines(folder)).flatMap((firstLine) =>
    linesOf(readFileSync(join(folder, auditFileName(firstLine)))),
  );
}

/** The events of an audit log; every line must be one. */
export function auditEvents(folder: string): readonly AuditEvent[] {
  return auditLines(folder).map((line) => {
    const parsed = parseAuditLine(line);
    if (parsed === null) throw new Error('A line of the audit log is not one');
    return parsed.event;
  });
}
