import { z } from 'zod';
import type { ReviewerRole } from '../translation/review.ts';

/** What somebody of the house may do at the desk: an administrator may do what staff may, and more. */
export const STAFF_ROLES = ['staff', 'administrator'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

const LONGEST_NAME = 40;

/**
 * The name by which somebody of the house is known at the kiosk: a first name is enough. Nothing that is not seen, or that
 * turns the direction of writing, stands in it.
 */
export const staffNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_NAME)
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u);

/** The number by which the kiosk knows somebody of the house. It is given once. */
export const staffIdSchema = z.int().min(1);

/** Somebody of the house. */
export interface StaffPerson {
  readonly id: number;
  readonly name: string;
  readonly role: StaffRole;
  /** In which role they judge texts; null when they judge none. */
  readonly reviewer: ReviewerRole | null;
}

/** Tells whether somebody with a role may do what another role is needed for; nobody (null) may do nothing. */
export function hasRole(role: StaffRole | null, needed: StaffRole): boolean {
  return role === needed || role === 'administrator';
}

/** Who may do something at the translation desk: whoever judges texts and administrators, or administrators alone. */
export type TranslationNeed = 'reviewer' | 'administrator';

/** Tells whether somebody may do something at the translation desk; nobody (null) may do nothing. */
export function mayTranslate(person: Pick<StaffPerson, 'role' | 'reviewer'> | null, needed: TranslationNeed): boolean {
  if (person === null) return false;
  return person.role === 'administrator' || (needed === 'reviewer' && person.reviewer !== null);
}

/**
 * Numbers the next person: a number that was given once is not given again.
 *
 * @param lastId the highest that was ever given
 */
export function nextStaffId(people: readonly Pick<StaffPerson, 'id'>[], lastId: number): number {
  return Math.max(lastId, ...people.map(({ id }) => id)) + 1;
}

/** Tells whether somebody is the only one who administers the kiosk: without them nobody could. */
export function isLastAdministrator(id: number, people: readonly Pick<StaffPerson, 'id' | 'role'>[]): boolean {
  const administrators = people.filter(({ role }) => role === 'administrator');
  return administrators.length === 1 && administrators[0]?.id === id;
}

/** Tells whether a name is taken: two cards with one name are one card too many, whatever their capitals. */
export function isNameTaken(name: string, people: readonly Pick<StaffPerson, 'name'>[]): boolean {
  const plain = (text: string): string => text.normalize('NFC').toLocaleLowerCase('da');
  return people.some((person) => plain(person.name) === plain(name));
}
