import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import { areZero } from './zero-bytes.ts';

/** A file for or from an archive. */
export interface TarFile {
  /** At most 100 ASCII characters, no folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that an archive must hold, and how large it may be. */
export interface TarMember {
  readonly name: string;
  readonly maxBytes: number;
}

/** Why an archive was not read, and at which member (`end` is what follows the last one). */
export interface TarProblem {
  readonly kind: 'truncated' | 'otherName' | 'otherHeader' | 'tooLarge' | 'paddingNotZero' | 'endNotZero' | 'trailing';
  readonly member: string;
}

const BLOCK_BYTES = 512;
const END_BYTES = 2 * BLOCK_BYTES;

// Offsets and lengths of POSIX.1-1988 ustar. What is not named here stays zero: user and group names, link, prefix.
const NAME_BYTES = 100;
const SIZE_START = 124;
const SIZE_DIGITS = 11;
const CHECKSUM_START = 148;
const CHECKSUM_DIGITS = 6;

/**
 * Writes files as a ustar archive that depends on nothing but names and bytes: mode 0600, owner 0, time 0,
 * two zero blocks at the end and nothing after them.
 */
export function writeTar(files: readonly TarFile[]): Uint8Array {
  const parts = files.flatMap(({ name, bytes }) => [
    header(name, bytes.length),
    bytes,
    Buffer.alloc(paddingAfter(bytes.length)),
  ]);
  return new Uint8Array(Buffer.concat([...parts, Buffer.alloc(END_BYTES)]));
}

/**
 * Reads an archive that `writeTar` wrote, and nothing else: each header is written anew and compared, so that links,
 * extensions, other owners, times or checksums have no way in.
 *
 * @param members the files that must stand there, in their order, none missing and none more
 * @returns the files in that order
 */
export function readTar(archive: Uint8Array, members: readonly TarMember[]): Result<TarFile[], TarProblem> {
  const files: TarFile[] = [];
  let offset = 0;
  for (const member of members) {
    const read = readMember(archive.subarray(offset), member);
    if (!read.ok) return read;
    files.push({ name: member.name, bytes: read.value });
    offset += BLOCK_BYTES + read.value.length + paddingAfter(read.value.length);
  }
  const problem = endProblem(archive.subarray(offset));
  return problem === null ? ok(files) : fail({ kind: problem, member: 'end' });
}

function readMember(rest: Uint8Array, { name, maxBytes }: TarMember): Result<Uint8Array, TarProblem> {
  if (rest.length < BLOCK_BYTES) return fail({ kind: 'truncated', member: name });
  const found = Buffer.from(rest.subarray(0, BLOCK_BYTES));
  const sizeBytes = sizeIn(found);
  if (!nameField(name).equals(found.subarray(0, NAME_BYTES))) return fail({ kind: 'otherName', member: name });
  if (sizeBytes === null || !header(name, sizeBytes).equals(found)) return fail({ kind: 'otherHeader', member: name });
  if (sizeBytes > maxBytes) return fail({ kind: 'tooLarge', member: name });
  const end = BLOCK_BYTES + sizeBytes;
  const padding = rest.subarray(end, end + paddingAfter(sizeBytes));
  if (rest.length < end || padding.length < paddingAfter(sizeBytes)) return fail({ kind: 'truncated', member: name });
  if (!areZero(padding)) return fail({ kind: 'paddingNotZero', member: name });
  return ok(rest.slice(BLOCK_BYTES, end));
}

function endProblem(rest: Uint8Array): TarProblem['kind'] | null {
  if (rest.length < END_BYTES) return 'truncated';
  if (!areZero(rest.subarray(0, END_BYTES))) return 'endNotZero';
  return rest.length > END_BYTES ? 'trailing' : null;
}

function header(name: string, sizeBytes: number): Buffer {
  const block = Buffer.alloc(BLOCK_BYTES);
  nameField(name).copy(block);
  block.write('0000600\0' + '0000000\0' + '0000000\0', NAME_BYTES, 'latin1');
  block.write(octal(sizeBytes, SIZE_DIGITS) + '\0' + octal(0, SIZE_DIGITS) + '\0', SIZE_START, 'latin1');
  block.write(' '.repeat(8) + '0', CHECKSUM_START, 'latin1');
  block.write('ustar\0' + '00', 257, 'latin1');
  block.write('0000000\0' + '0000000\0', 329, 'latin1');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(octal(sum, CHECKSUM_DIGITS) + '\0 ', CHECKSUM_START, 'latin1');
  return block;
}

function nameField(name: string): Buffer {
  if (!/^[\x21-\x2e\x30-\x7e]{1,100}$/.test(name)) throw new Error('A name in an archive is short ASCII, no folder');
  const field = Buffer.alloc(NAME_BYTES);
  field.write(name, 'latin1');
  return field;
}

/** Returns the size that a header claims, or null when the field is not eleven octal digits. */
function sizeIn(block: Buffer): number | null {
  const digits = block.toString('latin1', SIZE_START, SIZE_START + SIZE_DIGITS);
  return /^[0-7]{11}$/.test(digits) ? parseInt(digits, 8) : null;
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0');
}

function paddingAfter(sizeBytes: number): number {
  return (BLOCK_BYTES - (sizeBytes % BLOCK_BYTES)) % BLOCK_BYTES;
}
