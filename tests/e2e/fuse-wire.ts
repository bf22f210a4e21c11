import { readFileSync } from 'node:fs';

/** Marks the fuse wire in every Electron program; a byte for the version and one for the length follow. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** The order of the fuses in version 1 of the wire. Source: Electron's documentation of fuses. */
const FUSES = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'embeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const;

export type FuseName = (typeof FUSES)[number];

/**
 * Reads the fuses as they stand in the program's file, independently of the tool that set them.
 *
 * @returns undefined for a fuse that this Electron does not have
 */
export function readFuses(executable: string): Partial<Record<FuseName, boolean>> {
  const program = readFileSync(executable);
  const start = program.indexOf(SENTINEL);
  if (start === -1) throw new Error('The program has no fuse wire.');
  const wire = program.subarray(start + SENTINEL.length);
  if (wire[0] !== 1) throw new Error(`The fuse wire has the unknown version ${String(wire[0])}.`);
  const states = wire.subarray(2, 2 + (wire[1] ?? 0)).toString('latin1');
  const known = FUSES.slice(0, states.length);
  return Object.fromEntries(known.map((name, index) => [name, states[index] === '1']));
}
