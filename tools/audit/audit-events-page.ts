import { format, resolveConfig } from 'prettier';
import { SEVERITIES } from '../../core/audit/event-description.ts';
import { AUDIT_EVENTS, type AuditCode } from '../../core/audit/events.ts';
import { NUMBER_MINIMA, WORD_LISTS, type FieldKind } from '../../core/audit/values.ts';

const INTRODUCTION = `<!-- Made by "npm run docs:audit" from core/audit/events.ts and core/audit/values.ts; do not edit. -->

# Audit events

What the kiosk writes into the audit log (\`HOME/audit/\`), for whoever asks later what happened. Every event is a code with
numbers and words of closed lists: nothing that a person said or typed has a place in it, by type and again when it is
written. Why the log is as it is: [decision 11](adr/0011-the-audit-log.md).

A line is one JSON object in this order, without spaces: \`line\` (counts from 1 over all files), \`previous\` (SHA-256 of the
line before without its line end; \`null\` in line 1), \`atMs\` (milliseconds since 1970, by the clock of the day), \`event\`, and
the event's own fields as below. A file is named by its first line, \`audit-000000000001.jsonl\`.`;

const MEANINGS: Readonly<Record<(typeof SEVERITIES)[number], string>> = {
  info: 'nothing to do',
  notice: 'worth knowing',
  warning: 'to be looked into',
  alarm: 'to be looked into at once',
};

/** Writes docs/audit-events.md from the catalogue. */
export async function auditEventsPage(pagePath: string): Promise<string> {
  const codes = Object.keys(AUDIT_EVENTS).filter((code): code is AuditCode => Object.hasOwn(AUDIT_EVENTS, code));
  const page = [
    INTRODUCTION,
    '## Events',
    table(['event', 'severity', 'fields', 'meaning', 'written by'], codes.map(eventRow)),
    '## Severities',
    table(
      ['severity', 'means'],
      SEVERITIES.map((severity) => [severity, MEANINGS[severity]]),
    ),
    '## Kinds of fields',
    table(['kind', 'values'], [...numberRows(), ...wordRows()]),
  ].join('\n\n');
  return format(`${page}\n`, { ...(await resolveConfig(pagePath)), filepath: pagePath });
}

function eventRow(code: AuditCode): readonly string[] {
  const { severity, meaning, writer, fields } = AUDIT_EVENTS[code];
  const listed = Object.entries<FieldKind>(fields).map(([name, kind]) => `\`${name}\`: ${kind}`);
  return [`\`${code}\``, severity, listed.join(', ') || '–', meaning, `\`${writer}\``];
}

function numberRows(): readonly (readonly string[])[] {
  return Object.entries(NUMBER_MINIMA).map(([kind, least]) => [kind, `a whole number, at least ${least}`]);
}

function wordRows(): readonly (readonly string[])[] {
  return Object.entries(WORD_LISTS).map(([list, words]) => [list, words.map((word) => `\`${word}\``).join(', ')]);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
