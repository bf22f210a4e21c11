import type { Hasher } from '../basics/hasher.ts';
import type { Language } from '../basics/language.ts';
import { toUtf8 } from '../basics/utf8.ts';
import type { BundleContents } from './compose.ts';
import type { Manifest } from './manifest.ts';
import { formatJson } from './versioned-json.ts';

/**
 * A canary is a bundle that nobody filled in: it shows that the centre can open what a kiosk seals, before a person
 * relies on it. It has the files of a bundle and its own purpose in the signature, so that no reader takes it for an
 * intake, and it has no place in the kiosk's chain: its number says nothing.
 *
 * Source: docs/enrolment.md
 */

/** What stands in a canary where an intake would. */
const NOTHING = { format: 1, canary: true } as const;

const CULTURES = { kl: 'greenlandic', da: 'danish', sv: 'swedish' } as const;

/** What the manifest of a canary tells. */
export type CanaryFacts = Pick<
  Manifest,
  'kioskId' | 'centreId' | 'recipientsHash' | 'createdAt' | 'timeZone' | 'bootCounter' | 'appVersion'
> & { readonly canaryId: string; readonly language: Language };

/** What a canary carries, for `composeBundle` with a signature for `CANARY_TRUSTED_COMMENT`. */
export function canaryContents({ canaryId, ...facts }: CanaryFacts): BundleContents {
  const manifest: Manifest = {
    ...{ format: 1, ...facts, intakeId: canaryId, seq: 1, prevHash: null, addsTo: null },
    ...{ contentVersion: 'canary', culture: CULTURES[facts.language], clockConfidence: 'low', withdrawTag: null },
  };
  const summary = toUtf8(
    '<!doctype html><meta charset="utf-8"><title>Canary</title><p>A test. Nobody wrote this.</p>\n',
  );
  return { manifest, intake: formatJson(NOTHING), fhir: formatJson({}), summary };
}

/** Tells whether what stands in an intake's place is what a canary has there, to the byte. */
export function isCanaryIntake(bytes: Uint8Array): boolean {
  const expected = formatJson(NOTHING);
  return bytes.length === expected.length && bytes.every((byte, index) => byte === expected[index]);
}

/** The file name of a kiosk's canary: another canary of the same kiosk takes its place, and no other kiosk's does. */
export function canaryNameOf(kioskId: string, hasher: Hasher): string {
  return `canary-${hasher.sha256(toUtf8(`matu canary of ${kioskId}`)).slice(0, 32)}.age`;
}
