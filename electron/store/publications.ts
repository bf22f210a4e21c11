import { z } from 'zod';
import { languageTagSchema } from '../../core/basics/language.ts';
import { staffIdSchema } from '../../core/staff/person.ts';

/** So many publications a house can go back over; the content versions of older ones stay for the visits that began with them. */
export const MOST_PUBLICATIONS = 20;

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
const countsSchema = z.partialRecord(languageTagSchema, z.int().min(0)).readonly();

const publicationSchema = z
  .strictObject({
    /** Its place in the row of all publications of this home, from 1. */
    number: z.int().min(1),
    /** The content version. */
    id: sha256Schema,
    /** The program's content version that it stands on. */
    program: sha256Schema,
    /** Of what was prepared from it, so that a start notices damage. */
    preparedSha256: sha256Schema,
    /** The program that prepared it: another one may prepare it in another form. */
    preparedBy: z.string().min(1).max(100),
    /** So many events of each edition it was made from: later ones were not published with it. */
    events: countsSchema,
    /** So many texts it words otherwise than what was in use before. */
    changed: countsSchema,
    atMs: z.int().min(0),
    /** Who published it, by number. */
    person: staffIdSchema,
  })
  .readonly();

/** One publication of a house's own texts. */
export type PublicationRecord = z.infer<typeof publicationSchema>;

/** What a house has published, the oldest first, and which of it is in use; null: the program's own content. */
export const publicationsSchema = z
  .strictObject({
    list: z.array(publicationSchema).max(MOST_PUBLICATIONS).readonly(),
    inUse: z.int().min(1).nullable(),
  })
  .readonly();
export type Publications = z.infer<typeof publicationsSchema>;

/** A house that has published nothing. */
export const NO_PUBLICATIONS: Publications = { list: [], inUse: null };

/** The publication that is in use; null where the program's own content is. */
export function publicationInUse({ list, inUse }: Publications): PublicationRecord | null {
  return list.find(({ number }) => number === inUse) ?? null;
}

/** Adds a publication, which is then in use; the oldest one goes when there are too many. */
export function withPublication({ list }: Publications, added: Omit<PublicationRecord, 'number'>): Publications {
  const number = (list.at(-1)?.number ?? 0) + 1;
  return { list: [...list, { ...added, number }].slice(-MOST_PUBLICATIONS), inUse: number };
}

/** Puts the program's own content in use. */
export function withProgramsOwn({ list }: Publications): Publications {
  return { list, inUse: null };
}

/** The publication before the one in use; null where that was the program's own content. */
export function publicationBefore({ list, inUse }: Publications): PublicationRecord | null {
  return list[list.findIndex(({ number }) => number === inUse) - 1] ?? null;
}

/** Takes a publication in use as it stands now: over another program it has another id. */
export function withTaken({ list }: Publications, taken: PublicationRecord): Publications {
  return { list: list.map((each) => (each.number === taken.number ? taken : each)), inUse: taken.number };
}
