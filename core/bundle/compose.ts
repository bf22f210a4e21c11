import type { Hasher } from '../basics/hasher.ts';
import type { Result } from '../basics/result.ts';
import { fail, ok } from '../basics/result.ts';
import { toUtf8 } from '../basics/utf8.ts';
import type { Manifest } from './manifest.ts';
import { MAX_FILE_BYTES, SIGNATURE_NAME, SUMS_NAME } from './names.ts';
import type { BundleFile, BundleName, ListedName } from './names.ts';
import { paddedSizeBytes } from './padding.ts';
import { formatSums } from './sums.ts';
import { BUNDLE_TRUSTED_COMMENT } from './trusted-comment.ts';
import { formatJson } from './versioned-json.ts';

/** What a bundle carries, apart from sums, signature and pad. */
export interface BundleContents {
  readonly manifest: Manifest;
  readonly intake: Uint8Array;
  readonly fhir: Uint8Array;
  readonly summary: Uint8Array;
}

/** What core lacks itself. */
export interface BundleTools {
  readonly hasher: Hasher;
  /** Signs with the kiosk's key; returns the text of a .minisig file, at most 512 bytes. */
  sign(message: Uint8Array, trustedComment: string): string;
  /** Writes a ustar archive of exactly these files, a whole number of 512-byte blocks. */
  writeTar(files: readonly BundleFile[]): Uint8Array;
}

/** A file that no centre would take. */
export interface ComposeProblem {
  readonly kind: 'tooLarge';
  readonly name: BundleName;
}

// Sums and signature fill one block of the archive each, whatever they say: one byte stands for them while measuring.
const ONE_BLOCK = new Uint8Array(1);

/** Puts a bundle together: the archive in its final size, ready to be sealed. */
export function composeBundle(contents: BundleContents, tools: BundleTools): Result<Uint8Array, ComposeProblem> {
  const unpadded: BundleFile<ListedName>[] = [
    { name: 'manifest.json', bytes: formatJson(contents.manifest) },
    { name: 'intake.json', bytes: contents.intake },
    { name: 'fhir.json', bytes: contents.fhir },
    { name: 'summary.html', bytes: contents.summary },
  ];
  const tooLarge = unpadded.find(({ name, bytes }) => bytes.length > MAX_FILE_BYTES[name]);
  if (tooLarge !== undefined) return fail({ kind: 'tooLarge', name: tooLarge.name });

  const empty: BundleFile = { name: 'pad', bytes: new Uint8Array(0) };
  const measured = tools.writeTar(signedFiles([...unpadded, empty], ONE_BLOCK, ONE_BLOCK)).length;
  const sizeBytes = paddedSizeBytes(measured);
  const listed: BundleFile[] = [...unpadded, { name: 'pad', bytes: new Uint8Array(sizeBytes - measured) }];

  const sums = formatSums(listed, tools.hasher);
  const signature = toUtf8(tools.sign(sums, BUNDLE_TRUSTED_COMMENT));
  const archive = tools.writeTar(signedFiles(listed, sums, signature));
  if (archive.length !== sizeBytes) throw new Error('Sums and signature must fill one block each');
  return ok(archive);
}

function signedFiles(listed: readonly BundleFile[], sums: Uint8Array, signature: Uint8Array): BundleFile[] {
  return [{ name: SUMS_NAME, bytes: sums }, { name: SIGNATURE_NAME, bytes: signature }, ...listed];
}
