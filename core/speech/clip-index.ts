import { z } from 'zod';
import { isSha256 } from '../basics/hasher.ts';

const hashes = z.array(z.custom<string>((value) => typeof value === 'string' && isSha256(value))).readonly();

/**
 * index.json beside the clips that a program made. It marks all of them as synthetic and says by what: a voice of a
 * person is never listed here, it stands in a content version.
 */
export const clipIndexSchema = z
  .strictObject({
    format: z.literal(1),
    kind: z.literal('synthetic'),
    /** The program that spoke, with its version and how it was asked to speak. */
    engine: z.string().min(1).max(200),
    /** By language, the digests of the spoken words; the file is `<language>/<digest>.opus`. */
    clips: z.strictObject({ kl: hashes, da: hashes, sv: hashes }).readonly(),
  })
  .readonly();

export type ClipIndex = z.infer<typeof clipIndexSchema>;
