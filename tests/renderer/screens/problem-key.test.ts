import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { problemKey, type KioskProblem } from '../../../renderer/screens/citizen/problem-key.ts';

const danish = readFileSync(new URL('../../../locales/da/kiosk.json', import.meta.url), 'utf8');

const problems: readonly [KioskProblem, string][] = [
  [{ kind: 'full' }, 'kiosk.problem.full'],
  [{ kind: 'notSaved' }, 'kiosk.problem.notSaved'],
  [{ kind: 'tooLong', maxLength: 60 }, 'kiosk.problem.tooLong'],
  [{ kind: 'tooMany', maxAnswers: 5 }, 'kiosk.problem.tooMany'],
  [{ kind: 'empty' }, 'kiosk.problem.empty'],
  [{ kind: 'noSuchCode' }, 'kiosk.resume.noSuchCode'],
  [{ kind: 'wrongForm' }, 'kiosk.resume.noSuchCode'],
  [{ kind: 'notReadable' }, 'kiosk.resume.notReadable'],
  [{ kind: 'notDeleted' }, 'kiosk.problem.notDeleted'],
  [{ kind: 'alreadySent' }, 'kiosk.resume.alreadySent'],
  [{ kind: 'notHere' }, 'kiosk.problem.unexpected'],
  [{ kind: 'notAlone' }, 'kiosk.problem.unexpected'],
];

test.each(problems)('%j is said by %s', (problem, key) => {
  expect(problemKey(problem)).toBe(key);
  expect(danish).toContain(`"${key}":`);
});
