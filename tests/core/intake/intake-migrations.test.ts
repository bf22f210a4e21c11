import { describe, expect, test } from 'vitest';
import { toUtf8 } from '../../../core/basics/utf8.ts';
import { migratedIntake } from '../../../core/intake/intake-migrations.ts';
import { parseIntake } from '../../../core/intake/intake.ts';
import { expectOk } from '../../expect-ok.ts';
import { answerTo, chosen, intakeOf } from './example-intake.ts';

/** What format 1 did not know. */
const NEW = ['track', 'unitGrams', 'flags', 'calls', 'instruments', 'answeredAt', 'accompanied'];

/** An intake as format 1 wrote it. */
function format1(): Record<string, unknown> {
  const intake = JSON.stringify({ ...intakeOf([answerTo('age', chosen('25-34'))]), format: 1 });
  return JSON.parse(intake, (key, value: unknown) => (NEW.includes(key) ? undefined : value)) as Record<
    string,
    unknown
  >;
}

describe('An intake of format 1', () => {
  test('is read with everything that was said, and what it did not know left open', () => {
    const intake = expectOk(parseIntake(toUtf8(JSON.stringify(format1()))));
    expect(intake).toEqual(
      intakeOf([{ ...answerTo('age', chosen('25-34')), answeredAt: null }], { track: 'whole', unitGrams: 12 }),
    );
  });

  test.each([
    ['without answers', { ...format1(), answers: undefined }],
    ['with answers that are no list', { ...format1(), answers: 'many' }],
    ['with an answer that is none', { ...format1(), answers: [null] }],
    ['with a surprise', { ...format1(), surprise: true }],
  ])('%s is not readable', (_, json) => {
    expect(parseIntake(toUtf8(JSON.stringify(json)))).toEqual({ ok: false, error: { kind: 'notReadable' } });
  });
});

test.each([[null], [7], ['intake'], [[]], [{ format: 3, answers: [] }], [intakeOf([])]])(
  'What is no older intake stays as it is: %j',
  (json) => {
    expect(migratedIntake(json)).toBe(json);
  },
);
