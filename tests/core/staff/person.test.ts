import { expect, test } from 'vitest';
import {
  hasRole,
  isLastAdministrator,
  isNameTaken,
  mayTranslate,
  nextStaffId,
  staffNameSchema,
} from '../../../core/staff/person.ts';
import { sessionLeftMs } from '../../../core/staff/session.ts';

test.each([
  [null, 'staff', false],
  [null, 'administrator', false],
  ['staff', 'staff', true],
  ['staff', 'administrator', false],
  ['administrator', 'staff', true],
  ['administrator', 'administrator', true],
] as const)('somebody with the role %s may do what %s is needed for: %s', (role, needed, may) => {
  expect(hasRole(role, needed)).toBe(may);
});

test('numbers go on from the highest one', () => {
  expect(nextStaffId([], 0)).toBe(1);
  expect(nextStaffId([{ id: 7 }, { id: 2 }], 0)).toBe(8);
});

test('the number of who has left goes to nobody else', () => {
  expect(nextStaffId([{ id: 2 }], 7)).toBe(8);
});

test('only who administers alone is the last administrator', () => {
  const naja = { id: 1, role: 'administrator' } as const;
  const malik = { id: 2, role: 'staff' } as const;
  expect(isLastAdministrator(1, [naja, malik])).toBe(true);
  expect(isLastAdministrator(2, [naja, malik])).toBe(false);
  expect(isLastAdministrator(1, [naja, { ...malik, role: 'administrator' }])).toBe(false);
});

test.each(['Naja', 'naja', ' NAJA'.trim()])('%s is taken where Naja is', (name) => {
  expect(isNameTaken(name, [{ name: 'Naja' }])).toBe(true);
  expect(isNameTaken(name, [{ name: 'Najaaraq' }])).toBe(false);
});

test.each(['Naja', 'Åse-Marie', 'Ørjan', "D'Arcy", '李'])('%s is a name', (name) => {
  expect(staffNameSchema.parse(` ${name} `)).toBe(name);
});

test.each(['', '   ', 'a\nb', 'a\u202Eb', 'a\u2066b', 'a\u0000', 'x'.repeat(41)])('%j is none', (name) => {
  expect(staffNameSchema.safeParse(name).success).toBe(false);
});

test('a session lives from the last sign on, and not a moment longer', () => {
  const session = { person: 1, seenAtMs: 500 };
  expect(sessionLeftMs(session, 500, 120)).toBe(120);
  expect(sessionLeftMs(session, 619, 120)).toBe(1);
  expect(sessionLeftMs(session, 620, 120)).toBe(0);
  expect(sessionLeftMs(session, 9000, 120)).toBe(0);
});

test.each([
  ['nobody', null, 'reviewer', false],
  ['staff who judge nothing', { role: 'staff', reviewer: null }, 'reviewer', false],
  ['staff who judge texts', { role: 'staff', reviewer: 'translator' }, 'reviewer', true],
  ['staff who judge texts', { role: 'staff', reviewer: 'treatmentWorker' }, 'administrator', false],
  ['an administrator', { role: 'administrator', reviewer: null }, 'reviewer', true],
  ['an administrator', { role: 'administrator', reviewer: null }, 'administrator', true],
] as const)('%s at the desk of the texts, %o, %s: %s', (_, person, needed, may) => {
  expect(mayTranslate(person, needed)).toBe(may);
});
