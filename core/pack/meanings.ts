import { z } from 'zod';
import type { Hasher } from '../basics/hasher.ts';
import { CULTURES } from '../basics/language.ts';
import { toUtf8 } from '../basics/utf8.ts';
import { textKey } from '../questionnaire/culture-version.ts';
import type { Texts } from '../translation/catalogue.ts';
import { shortHash } from '../translation/review.ts';
import { countedParts, type CountedPart } from './check-counting.ts';
import type { Pack } from './pack.ts';

/** What a code means: its Danish wordings and what it counts. */
const meaningSchema = z.strictObject({
  /** The first 16 hexadecimal characters of the SHA-256 of each Danish wording, by text key. */
  texts: z.record(z.string().max(120), z.string().regex(/^[0-9a-f]{16}$/)),
  weight: z.number().optional(),
  centilitres: z.number().optional(),
  percent: z.number().optional(),
  /** No version uses the code any more. It is kept, so that it never comes to mean something else. */
  retired: z.literal(true).optional(),
});
export type Meaning = z.infer<typeof meaningSchema>;

/**
 * assets/content/intake/codes.json: every `linkId` and `linkId.part.code` that was ever used, and what it meant. Answers
 * are stored as codes and read long after they were given: a changed meaning needs a new code.
 */
export const registerSchema = z.strictObject({
  format: z.literal(1),
  codes: z.record(z.string().max(160), meaningSchema),
});
export type Register = z.infer<typeof registerSchema>;

/** What every code of a pack means today, by code. A wording that is not written yet is left out. */
export function meaningsOf(pack: Pack, danish: Texts, hasher: Hasher): ReadonlyMap<string, Meaning> {
  const meanings = new Map<string, Meaning>();
  for (const culture of CULTURES)
    for (const { item } of pack[culture].items)
      for (const { part, counts } of [TITLE, ...countedParts(item)]) {
        const code = part === TITLE.part ? item.linkId : `${item.linkId}.${part}`;
        const meaning = meanings.get(code) ?? { texts: {}, ...counts };
        meanings.set(code, meaning);
        const key = textKey(pack[culture], item.linkId, part);
        const wording = danish[key];
        if (wording !== undefined) meaning.texts[key] = shortHash(hasher.sha256(toUtf8(wording)));
      }
  return meanings;
}

/** The question itself, under its linkId alone. */
const TITLE: CountedPart = { part: 'title', counts: {} };

/**
 * How a code stands to the register.
 *
 * - new: never used before; unused: no version uses it, and the register does not say so yet
 * - changed: a Danish wording or number is not the registered one; reused: the same, of a code that had been given up
 * - back: given up before, and used again as it was
 */
export type Standing = 'same' | 'new' | 'unused' | 'changed' | 'reused' | 'back';

/** Compares every code of a pack, and every one of the register, in the order of the pack. */
export function standings({ codes }: Register, today: ReadonlyMap<string, Meaning>): ReadonlyMap<string, Standing> {
  const registered = new Map(Object.entries(codes));
  const found = new Map<string, Standing>();
  for (const [code, meaning] of today) found.set(code, standing(registered.get(code), meaning));
  for (const [code, { retired }] of registered)
    if (!today.has(code)) found.set(code, retired === true ? 'same' : 'unused');
  return found;
}

function standing(before: Meaning | undefined, today: Meaning): Standing {
  if (before === undefined) return 'new';
  const isSame =
    Object.entries(today.texts).every(([key, hash]) => before.texts[key] === hash) &&
    before.weight === today.weight &&
    before.centilitres === today.centilitres &&
    before.percent === today.percent;
  if (before.retired === true) return isSame ? 'back' : 'reused';
  return isSame ? 'same' : 'changed';
}

/**
 * The register after codes were added, given up, or confirmed to mean the same in other words. What has changed and was
 * not confirmed stays as it was registered.
 *
 * @param confirmed codes whose meaning somebody has found to be the same
 */
export function updatedRegister(
  register: Register,
  today: ReadonlyMap<string, Meaning>,
  confirmed: ReadonlySet<string>,
): Register {
  const codes = new Map(Object.entries(register.codes));
  for (const [code, found] of standings(register, today)) {
    const before = codes.get(code);
    const meaning = today.get(code);
    const isTaken = found === 'new' || found === 'back' || confirmed.has(code);
    // Wordings that went stay registered: a version may take them up again.
    if (meaning !== undefined && isTaken)
      codes.set(code, { ...meaning, texts: { ...before?.texts, ...meaning.texts } });
    if (before !== undefined && found === 'unused') codes.set(code, { ...before, retired: true });
  }
  return { format: 1, codes: Object.fromEntries([...codes].sort(([a], [b]) => (a < b ? -1 : 1))) };
}
