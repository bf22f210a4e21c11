import { z } from 'zod';
import { isSha256 } from '../basics/hasher.ts';
import type { Sha256 } from '../basics/hasher.ts';

/** Fields that several files of a bundle or an enrolment share. */

/** A SHA-256 digest as 64 lower-case hexadecimal characters. */
export const sha256Field = z.custom<Sha256>((value) => typeof value === 'string' && isSha256(value));

/** An identifier made by chance, as lower-case UUID. */
export const uuidField = z.uuid().lowercase();

/** A moment as JavaScript's toISOString writes it: UTC, with milliseconds. */
export const utcField = z.iso.datetime({ precision: 3 });

/** A minisign public key as its one line of base64: "Ed", the key id and the Ed25519 key. */
export const minisignLineField = z.string().regex(/^RW[QRST][0-9A-Za-z+/]{53}$/);

/** The name of a house in file names and lists, like `nuuk-1`. */
export const siteIdField = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);

/** The form of a name in the time zone database, like `America/Nuuk`; whether it exists is not asked here. */
export const timeZoneField = z
  .string()
  .max(60)
  .regex(/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9][A-Za-z0-9_+-]*)*$/);

/** One line that people read: no control characters and none that turn the direction of writing. */
export const lineField = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/u);
