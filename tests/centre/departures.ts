import type { Refusal } from '../../centre/refusal.ts';
import type { BundleFile } from '../../core/bundle/names.ts';
import { recipientsHash } from '../../core/bundle/recipients.ts';
import { formatSums } from '../../core/bundle/sums.ts';
import { formatJson } from '../../core/bundle/versioned-json.ts';
import { newMinisignKey } from '../../node/minisign-keys.ts';
import { minisignSign } from '../../node/minisign-signature.ts';
import { systemRandom } from '../../node/random.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { writeTar } from '../../node/tar.ts';
import { newId } from './made-centre.ts';
import type { Departure, MadeCentre } from './made-centre.ts';

/** How a bundle departs from a good one, and for which reason it must be refused. `other` is another centre. */
export const DEPARTURES: readonly (readonly [
  what: string,
  Refusal,
  (made: MadeCentre, other: MadeCentre) => Departure,
])[] = [
  ['is sealed to another centre', 'sealedToOthers', (_, other) => ({ recipients: other.card.recipients })],
  ['is signed by another kiosk of the centre', 'otherSigner', () => ({ key: newMinisignKey(systemRandom) })],
  [
    'is signed by a key that poses with the key id of the kiosk',
    'badSignature',
    (made) => ({ key: { ...newMinisignKey(systemRandom), keyId: made.kioskKey.keyId } }),
  ],
  [
    'is signed for another purpose',
    'otherPurpose',
    (made) => ({ sign: (message) => minisignSign(made.kioskKey, message, 'matu ledger v1') }),
  ],
  [
    'is signed for another version',
    'otherPurpose',
    (made) => ({ sign: (message) => minisignSign(made.kioskKey, message, 'matu bundle v2') }),
  ],
  [
    'has a signature that is no text',
    'badSignature',
    () =>
      afterSigning((files) => {
        const signature = files[1]?.bytes ?? new Uint8Array();
        return replaced(
          files,
          'SHA256SUMS.minisig',
          flipped(signature, 0).map((byte, at) => (at === 0 ? 0xff : byte)),
        );
      }),
  ],
  [
    'has another untrusted comment in its signature',
    'badSignature',
    () =>
      afterSigning((files) =>
        replaced(
          files,
          'SHA256SUMS.minisig',
          // A letter within the words that nobody signs.
          flipped(files[1]?.bytes ?? new Uint8Array(), 30),
        ),
      ),
  ],
  [
    'holds a forged intake.json, the sums made anew',
    'badSignature',
    () =>
      afterSigning((files) => {
        const forged = replaced(files, 'intake.json', flipped(files[3]?.bytes ?? new Uint8Array(), 40));
        return replaced(forged, 'SHA256SUMS', formatSums(forged.slice(2), nodeHasher));
      }),
  ],
  ...(['manifest.json', 'intake.json', 'fhir.json', 'summary.html', 'pad'] as const).map(
    (name) =>
      [
        `holds a changed ${name} under the signed sums`,
        'badSums',
        () =>
          afterSigning((files) =>
            replaced(files, name, flipped(files.find((file) => file.name === name)?.bytes ?? new Uint8Array(), 3)),
          ),
      ] as const,
  ),
  ['has reordered members', 'badArchive', () => afterSigning((files) => [...files].reverse())],
  [
    'has a doubled member',
    'badArchive',
    () => ({ archive: (archive) => new Uint8Array([...archive.subarray(0, 1024), ...archive]) }),
  ],
  [
    'has trailing bytes in the archive',
    'badArchive',
    () => ({ archive: (archive) => new Uint8Array([...archive, 0]) }),
  ],
  [
    'has an unknown member after the others',
    'badArchive',
    () => ({ archive: (archive) => new Uint8Array([...archive.subarray(0, -1024), ...strayMember()]) }),
  ],
  // The list of sums fills one block behind its header.
  ['lacks a member', 'badArchive', () => ({ archive: (archive) => archive.subarray(1024) })],
  ['has a header with another mode', 'badArchive', () => ({ archive: (archive) => flipped(archive, 106) })],
  ['has a header with a wrong checksum', 'badArchive', () => ({ archive: (archive) => flipped(archive, 150) })],
  ['is no archive', 'badArchive', () => ({ archive: () => new Uint8Array(5000).fill(32) })],
  ['is empty inside', 'badArchive', () => ({ archive: () => new Uint8Array(0) })],
  ['is of another kiosk, by its manifest', 'otherKiosk', () => ({ manifest: { kioskId: newId() } })],
  ['is of another centre, by its manifest', 'otherCentre', () => ({ manifest: { centreId: newId() } })],
  [
    'names other recipients than centre.json',
    'otherRecipients',
    (_, other) => ({ manifest: { recipientsHash: recipientsHash(other.card.recipients, nodeHasher) } }),
  ],
  ['has another format', 'otherFormat', () => ({ manifest: { format: 2 } })],
  ['has a manifest with a field more', 'badManifest', () => ({ manifest: { more: 1 } })],
  ['has a manifest without a number', 'badManifest', () => ({ manifest: { seq: undefined } })],
  ['has a manifest that names a path', 'badManifest', () => ({ manifest: { intakeId: '../../../../tmp/x' } })],
  ['has an intake of another format', 'badIntake', () => ({ intakeBytes: formatJson({ format: 2 }) })],
  ['has an intake that is no JSON', 'badIntake', () => ({ intakeBytes: new Uint8Array([123]) })],
  ['has two names for one intake', 'otherIntake', () => ({ manifest: { intakeId: newId() } })],
  ['carries something in its pad', 'badPad', (made) => signedWithPad(made)],
];

/** Changes files after the sums were made and signed, as somebody who seals anew without the kiosk's key must. */
function afterSigning(change: (files: readonly BundleFile[]) => readonly BundleFile[]): Departure {
  return { writeTar: (files) => (isMeasuring(files) ? writeTar(files) : writeTar(change(files))) };
}

function isMeasuring(files: readonly BundleFile[]): boolean {
  return files.some(({ name, bytes }) => name === 'SHA256SUMS' && bytes.length === 1);
}

function replaced(files: readonly BundleFile[], name: string, bytes: Uint8Array): BundleFile[] {
  return files.map((file) => (file.name === name ? { ...file, bytes } : file));
}

/** The same length as before, so that the archive keeps its size and only the content tells. */
export function flipped(bytes: Uint8Array, index: number): Uint8Array {
  return bytes.map((byte, at) => (at === index ? byte ^ 1 : byte));
}

/** The end of an archive with a file that no bundle has. */
function strayMember(): Uint8Array {
  const stray = writeTar([{ name: 'manifest.json', bytes: new Uint8Array([123, 125]) }]);
  const renamed = Buffer.from(stray);
  renamed.write('notes.txt\0\0\0\0', 0, 'latin1');
  // With a right checksum, so that the name alone is wrong.
  renamed.write('        ', 148, 'latin1');
  const sum = renamed.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  renamed.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return renamed;
}

/** A bundle that the kiosk itself signed over a pad that is not zero. */
function signedWithPad(made: MadeCentre): Departure {
  return afterSigning((files) => {
    const filled = replaced(files, 'pad', new Uint8Array(files.at(-1)?.bytes.length ?? 0).fill(1));
    const sums = formatSums(filled.slice(2), nodeHasher);
    const signature = Buffer.from(minisignSign(made.kioskKey, sums, 'matu bundle v1'));
    return replaced(replaced(filled, 'SHA256SUMS', sums), 'SHA256SUMS.minisig', new Uint8Array(signature));
  });
}
