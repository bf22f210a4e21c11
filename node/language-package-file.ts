import { fail, ok, type Result } from '../core/basics/result.ts';
import type { Sha256 } from '../core/basics/hasher.ts';
import { LANGUAGE_TRUSTED_COMMENT } from '../core/bundle/trusted-comment.ts';
import { formatJson } from '../core/bundle/versioned-json.ts';
import { clipHash } from '../core/speech/spoken-text.ts';
import {
  parsePackageManifest,
  parsePackageWords,
  type PackagedText,
  type PackageManifest,
} from '../core/translation/language-package.ts';
import {
  formatPublicKeyLine,
  minisignPublicKeyOf,
  parsePublicKeyLine,
  type MinisignSecretKey,
} from './minisign-keys.ts';
import { minisignSign, minisignVerify, UNTRUSTED_LINE } from './minisign-signature.ts';
import { nodeHasher } from './sha256.ts';
import { readTar, writeTar, type TarMember } from './tar.ts';

const MEBIBYTE = 1024 * 1024;
/** The largest package that is read: all texts of a language, each recorded. */
export const MOST_PACKAGE_BYTES = 256 * MEBIBYTE;

/** What stands in a package, in this order and nothing else. The recordings are an archive of their own, listed in the manifest. */
const MEMBERS = [
  { name: 'manifest.json', maxBytes: 4 * MEBIBYTE },
  { name: 'manifest.json.minisig', maxBytes: 1024 },
  { name: 'words.json', maxBytes: 32 * MEBIBYTE },
  { name: 'recordings.tar', maxBytes: MOST_PACKAGE_BYTES },
] as const satisfies readonly TarMember[];

/** A person's voice saying one text, and the card of who it is and what they consented to. */
export interface PackagedRecording {
  /** The digest of the words: see `clipHash`. */
  readonly words: Sha256;
  readonly sound: Uint8Array;
  readonly card: Uint8Array;
}

/** A package of approved words of one language, from the kiosk that its manifest names. */
export interface LanguagePackage {
  readonly manifest: PackageManifest;
  readonly texts: readonly PackagedText[];
  readonly recordings: readonly PackagedRecording[];
}

/** What a kiosk says of the package that it makes; the rest of the manifest follows from its contents. */
export type PackageFacts = Omit<PackageManifest, 'format' | 'publicKey' | 'words' | 'recordings'>;

/**
 * Why a package was not taken.
 *
 * - notPackage: no archive of ours, or a part of it is missing, doubled, too large or has another form
 * - newerFormat: a newer program made it
 * - badSignature: nobody signed it, or something else was signed
 * - altered: a part of it is not the one that was signed
 */
export type PackageProblem = { readonly kind: 'notPackage' | 'newerFormat' | 'badSignature' | 'altered' };

/** Writes a package and signs it: the same contents give the same bytes. */
export function writeLanguagePackage(
  facts: PackageFacts,
  { texts, recordings }: Pick<LanguagePackage, 'texts' | 'recordings'>,
  key: MinisignSecretKey,
): { readonly manifest: PackageManifest; readonly bytes: Uint8Array } {
  const words = formatJson({ format: 1, texts });
  const sounds = writeTar(
    recordings.flatMap((each) => [
      { name: `${each.words}.opus`, bytes: each.sound },
      { name: `${each.words}.json`, bytes: each.card },
    ]),
  );
  const manifest: PackageManifest = {
    format: 1,
    ...facts,
    publicKey: formatPublicKeyLine(minisignPublicKeyOf(key)),
    words: { count: texts.length, sha256: nodeHasher.sha256(words) },
    recordings: {
      sha256: nodeHasher.sha256(sounds),
      clips: recordings.map((each) => ({
        words: each.words,
        soundBytes: each.sound.length,
        cardBytes: each.card.length,
      })),
    },
  };
  const signed = formatJson(manifest);
  const signature = Buffer.from(minisignSign(key, signed, LANGUAGE_TRUSTED_COMMENT));
  const [ofManifest, ofSignature, ofWords, ofSounds] = MEMBERS;
  const bytes = writeTar([
    { name: ofManifest.name, bytes: signed },
    { name: ofSignature.name, bytes: signature },
    { name: ofWords.name, bytes: words },
    { name: ofSounds.name, bytes: sounds },
  ]);
  return { manifest, bytes };
}

/**
 * Reads a package whole, or not at all. Its signature holds when it was made by the key that it names: whose key that is,
 * and whether it is trusted, is decided by `standingOf`.
 */
export function readLanguagePackage(bytes: Uint8Array): Result<LanguagePackage, PackageProblem> {
  const files = readTar(bytes, MEMBERS);
  if (!files.ok) return fail({ kind: 'notPackage' });
  const [signed, signature, words, sounds] = files.value.map((file) => file.bytes);
  if (signed === undefined || signature === undefined || words === undefined || sounds === undefined)
    return fail({ kind: 'notPackage' });
  const manifest = readSigned(signed, signature);
  if (!manifest.ok) return manifest;
  if (nodeHasher.sha256(words) !== manifest.value.words.sha256) return fail({ kind: 'altered' });
  if (nodeHasher.sha256(sounds) !== manifest.value.recordings.sha256) return fail({ kind: 'altered' });
  const parsed = parsePackageWords(words);
  if (!parsed.ok) return fail({ kind: formProblem(parsed.error) });
  const recordings = readRecordings(sounds, manifest.value);
  const { texts } = parsed.value;
  const isWhole = recordings !== null && texts.length === manifest.value.words.count && areOf(recordings, texts);
  return isWhole ? ok({ manifest: manifest.value, texts, recordings }) : fail({ kind: 'notPackage' });
}

function readSigned(signed: Uint8Array, signature: Uint8Array): Result<PackageManifest, PackageProblem> {
  const manifest = parsePackageManifest(signed);
  if (!manifest.ok) return fail({ kind: formProblem(manifest.error) });
  const key = parsePublicKeyLine(manifest.value.publicKey);
  const text = Buffer.from(signature).toString('latin1');
  // The one line that no signature covers: so every byte of a package is as its kiosk wrote it.
  if (key === null || !text.startsWith(UNTRUSTED_LINE)) return fail({ kind: 'badSignature' });
  const trustedComment = LANGUAGE_TRUSTED_COMMENT;
  const verified = minisignVerify(key, { message: signed, signature: text, trustedComment });
  return verified.ok ? manifest : fail({ kind: 'badSignature' });
}

function readRecordings(sounds: Uint8Array, { recordings }: PackageManifest): readonly PackagedRecording[] | null {
  const members = recordings.clips.flatMap(({ words, soundBytes, cardBytes }) => [
    { name: `${words}.opus`, maxBytes: soundBytes },
    { name: `${words}.json`, maxBytes: cardBytes },
  ]);
  const files = readTar(sounds, members);
  if (!files.ok) return null;
  const bytesAt = (index: number): Uint8Array => files.value[index]?.bytes ?? new Uint8Array(0);
  return recordings.clips.map(({ words }, index) => ({
    words,
    sound: bytesAt(2 * index),
    card: bytesAt(2 * index + 1),
  }));
}

/** A voice that says none of the words would never be heard, and nobody would have seen it. */
function areOf(recordings: readonly PackagedRecording[], texts: readonly PackagedText[]): boolean {
  const spoken = new Set<string>(texts.map(({ text }) => clipHash(text, nodeHasher)));
  return recordings.every(({ words }) => spoken.has(words));
}

function formProblem({ kind }: { readonly kind: string }): PackageProblem['kind'] {
  return kind === 'otherFormat' ? 'newerFormat' : 'notPackage';
}
