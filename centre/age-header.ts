import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Stanza } from 'age-encryption';
import { deriveKey } from '../node/hkdf.ts';
import { decodeUnpaddedBase64 } from '../node/strict-base64.ts';

/** The header of an age file, taken apart and not yet believed: only whoever has the file key can check its MAC. */
export interface AgeHeader {
  readonly stanzas: readonly Stanza[];
  /** What the MAC is of: everything up to the three strokes before it. */
  readonly signed: Uint8Array;
  readonly mac: Uint8Array;
}

const VERSION = 'age-encryption.org/v1';
const FULL_LINE = 64;
const ARGUMENTS = /^-> [\x21-\x7e]+(?: [\x21-\x7e]+)*$/;
const MAC_LINE = /^--- ([0-9A-Za-z+/]{43})$/;
const MAC_KEY_BYTES = 32;

/**
 * Takes a header apart, as strictly as it must be written.
 *
 * @param text all of it, with the line of the MAC and its line end; a character for each byte
 * @returns null when it has another form
 * Source: C2SP, age, "Header"; checked by its public vectors, and beside age-encryption
 */
export function readAgeHeader(text: string): AgeHeader | null {
  const [version, ...lines] = text.split('\n');
  const [macLine = '', end] = lines.splice(-2);
  const stanzas = readStanzas(lines);
  const mac = decodeUnpaddedBase64(MAC_LINE.exec(macLine)?.[1] ?? '-');
  if (version !== VERSION || end !== '' || stanzas === null || mac === null) return null;
  const signed = text.slice(0, text.lastIndexOf('--- ') + '---'.length);
  return { stanzas, signed: Buffer.from(signed, 'latin1'), mac };
}

/** Checks that a header is the one that was written with this file key. */
export function isAuthentic({ signed, mac }: AgeHeader, fileKey: Uint8Array): boolean {
  const salt = new Uint8Array(0);
  const key = deriveKey({ secret: fileKey, salt, purpose: 'header', lengthBytes: MAC_KEY_BYTES });
  return timingSafeEqual(createHmac('sha256', key).update(signed).digest(), mac);
}

/** Each begins with a line of arguments; its body ends with the first line that is not full, perhaps an empty one. */
function readStanzas(lines: readonly string[]): readonly Stanza[] | null {
  const stanzas: Stanza[] = [];
  let args: string[] | null = null;
  let written = '';
  for (const line of lines) {
    if (args === null) {
      if (!ARGUMENTS.test(line)) return null;
      args = line.split(' ').slice(1);
      continue;
    }
    written += line;
    if (line.length === FULL_LINE) continue;
    const body = line.length < FULL_LINE ? decodeUnpaddedBase64(written) : null;
    if (body === null) return null;
    stanzas.push({ args, body });
    [args, written] = [null, ''];
  }
  return args === null ? stanzas : null;
}
