import type { Sha256 } from '../../core/basics/hasher.ts';
import { formatJson } from '../../core/bundle/versioned-json.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { drawPageOne } from '../draw-page-one.ts';
import { FOLDER_FILES } from '../intake-folders.ts';
import { readSealed } from '../read-sealed.ts';
import type { Refusal } from '../refusal.ts';
import { verifyBundle } from '../verify-bundle.ts';
import type { Expected } from '../verify-bundle.ts';
import { sealedNameOf } from './intake-record.ts';
import type { IntakeRecord } from './intake-record.ts';
import { Staging } from './staging.ts';

/** The name of what the centre wrote down of an intake, in its folder. */
export const RECORD_FILE = 'received.json';

/** What bundles are opened by and into. All of it can be handed to another thread. */
export interface OpenBatchRequest {
  readonly inbox: string;
  readonly expected: Expected;
  /** SHA-256 of the sealed files that lie in the inbox already: they are not opened again. */
  readonly known: ReadonlySet<Sha256>;
  readonly nowMs: number;
}

/** A sealed file as its kiosk signed for it. */
export interface SignedFor {
  readonly kioskId: string;
  readonly seq: number;
  readonly sha256: Sha256;
}

/** What became of one file: `staged` lies durable under a temporary name and waits for its own. */
export type OpenedBundle =
  | { readonly kind: 'known'; readonly bundle: string; readonly sha256: Sha256 }
  | {
      readonly kind: 'refused';
      readonly bundle: string;
      readonly reason: Refusal;
      /** What its kiosk signed for it all the same; null when nobody can be told of it. */
      readonly signed: SignedFor | null;
    }
  | { readonly kind: 'staged'; readonly bundle: string; readonly folder: string; readonly record: IntakeRecord };

/** A batch that was opened; its folder goes when all that was staged in it has its name. */
export interface OpenedBatch {
  readonly opened: readonly OpenedBundle[];
  readonly folder: string | null;
}

/** Reads, checks and unpacks a batch of bundles, and syncs what it wrote. Gives nothing its final name. */
export async function openBatch(bundles: readonly string[], request: OpenBatchRequest): Promise<OpenedBatch> {
  const staging = Staging.begin(request.inbox);
  if (!staging.ok) return { opened: bundles.map((bundle) => refused(bundle, 'cannotWrite')), folder: null };
  const opened: OpenedBundle[] = [];
  for (const [index, bundle] of bundles.entries()) {
    opened.push(await openOne(bundle, { ...request, staging: staging.value, name: String(index) }));
  }
  const synced = await staging.value.sync();
  const { folder } = staging.value;
  if (synced.ok) return { opened, folder };
  staging.value.end();
  const unwritten = opened.map((one) => (one.kind === 'staged' ? refused(one.bundle, 'cannotWrite') : one));
  return { opened: unwritten, folder: null };
}

interface OpenOneRequest extends OpenBatchRequest {
  readonly staging: Staging;
  readonly name: string;
}

async function openOne(bundle: string, request: OpenOneRequest): Promise<OpenedBundle> {
  const sealed = readSealed(bundle);
  if (!sealed.ok) return refused(bundle, sealed.error);
  const sha256 = nodeHasher.sha256(sealed.value);
  if (request.known.has(sha256)) return { kind: 'known', bundle, sha256 };
  const verified = await verifyBundle(sealed.value, request.expected);
  if (!verified.ok) {
    const { reason, signed } = verified.error;
    return refused(bundle, reason, signed === null ? null : { kioskId: signed.kioskId, seq: signed.seq, sha256 });
  }
  const { manifest, intake, intakeBytes, fhirBytes } = verified.value;
  const record: IntakeRecord = {
    format: 1,
    receivedAt: new Date(request.nowMs).toISOString(),
    sha256,
    files: { intake: nodeHasher.sha256(intakeBytes), fhir: nodeHasher.sha256(fhirBytes) },
    manifest,
  };
  const moments = { nowMs: request.nowMs, receivedAtMs: request.nowMs };
  const written = request.staging.write(request.name, {
    [FOLDER_FILES.intake]: intakeBytes,
    [FOLDER_FILES.fhir]: fhirBytes,
    [FOLDER_FILES.page1]: drawPageOne({ intake, manifest }, moments),
    [sealedNameOf(sha256)]: sealed.value,
    [RECORD_FILE]: formatJson(record),
  });
  return written.ok ? { kind: 'staged', bundle, folder: written.value, record } : refused(bundle, 'cannotWrite');
}

function refused(bundle: string, reason: Refusal, signed: SignedFor | null = null): OpenedBundle {
  return { kind: 'refused', bundle, reason, signed };
}
