import { describe, expect, test } from 'vitest';
import { checkAuditChain, type AuditPart } from '../../../core/audit/audit-chain.ts';
import { auditLineHash, formatAuditLine } from '../../../core/audit/audit-line.ts';
import type { Sha256 } from '../../../core/basics/hasher.ts';
import { nodeHasher } from '../../../node/sha256.ts';

/** A log of so many lines. */
function linesTo(count: number): readonly string[] {
  const lines: string[] = [];
  let previous: Sha256 | null = null;
  for (let line = 1; line <= count; line += 1) {
    const text = formatAuditLine({
      place: { line, previous, atMs: line },
      event: { event: 'intakeSealed', seq: line },
    });
    previous = auditLineHash(text, nodeHasher);
    lines.push(text);
  }
  return lines;
}

const LINES = linesTo(6);
const lineOf = (number: number): string => LINES[number - 1] ?? '';
const part = (firstLine: number, ...numbers: readonly number[]): AuditPart => ({
  firstLine,
  lines: numbers.map(lineOf),
});
const problemsOf = (...parts: readonly AuditPart[]) => checkAuditChain(parts, nodeHasher).problems;

describe('A log', () => {
  test('that is whole has no problems, over all its files', () => {
    const lastLineHash = auditLineHash(lineOf(6), nodeHasher);
    const whole = checkAuditChain([part(1, 1, 2, 3), part(4, 4), part(5, 5, 6)], nodeHasher);
    expect(whole).toEqual({ firstLine: 1, lines: 6, lastLineHash, problems: [] });
  });

  test('without lines is whole', () => {
    expect(checkAuditChain([], nodeHasher)).toEqual({ firstLine: 1, lines: 0, lastLineHash: null, problems: [] });
  });

  test('whose oldest files went is whole from where it begins', () => {
    expect(checkAuditChain([part(4, 4), part(5, 5, 6)], nodeHasher)).toMatchObject({ firstLine: 4, problems: [] });
  });

  test.each([
    ['a line was removed', [part(1, 1, 3, 4)], 2],
    ['a line was doubled', [part(1, 1, 2, 2)], 3],
    ['two lines changed places', [part(1, 1, 3, 2)], 2],
    ['a file between two is missing', [part(1, 1, 2), part(5, 5, 6)], 5],
    ['it begins with a line that has one before it', [part(1, 2)], 1],
    ['it claims to have lost a beginning that it never had', [part(4, 1)], 4],
  ] as const)('in which %s is broken there', (_what, parts, line) => {
    expect(problemsOf(...parts)[0]).toEqual({ kind: 'brokenChain', line });
  });

  test('of which the first kept line says that there was none before it is broken', () => {
    const text = formatAuditLine({ place: { line: 4, previous: null, atMs: 1 }, event: { event: 'logBegun' } });
    expect(problemsOf({ firstLine: 4, lines: [text] })).toEqual([{ kind: 'brokenChain', line: 4 }]);
  });

  test('with a line that is none is told by it, and by the next one when it was changed', () => {
    expect(problemsOf({ firstLine: 1, lines: [lineOf(1), 'nonsense', lineOf(3)] })).toEqual([
      { kind: 'malformed', line: 2 },
      { kind: 'brokenChain', line: 3 },
    ]);
  });

  test('with a changed number is told by the line after it', () => {
    const changed = lineOf(2).replace('"seq":2', '"seq":7');
    expect(problemsOf({ firstLine: 1, lines: [lineOf(1), changed, lineOf(3)] })).toEqual([
      { kind: 'brokenChain', line: 3 },
    ]);
  });
});
