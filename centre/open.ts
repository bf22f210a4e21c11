import { join } from 'node:path';
import type { Clock } from '../core/basics/clock.ts';
import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import { drawPageOne } from './draw-page-one.ts';
import { FOLDER_FILES, redrawPage1, standingOf, writeFolders, writtenAtMs } from './intake-folders.ts';
import type { IntakeFolder } from './intake-folders.ts';
import { readSealed } from './read-sealed.ts';
import type { Refusal } from './refusal.ts';
import { verifyBundle } from './verify-bundle.ts';
import type { Expected, VerifiedBundle } from './verify-bundle.ts';

/** A bundle that was opened, and where its intake stands now. */
export interface OpenedIntake {
  readonly bundle: string;
  readonly intakeId: string;
  readonly seq: number;
  readonly folder: string;
  readonly page1: string;
  /** The same intake had been opened before; only page 1 was drawn anew. */
  readonly alreadyThere: boolean;
}

export interface RefusedBundle {
  readonly bundle: string;
  readonly reason: Refusal;
}

export interface OpenRequest {
  /** Paths of sealed bundles. */
  readonly bundles: readonly string[];
  /** The folder under which each intake gets one of its own. */
  readonly out: string;
  readonly expected: Expected;
  readonly clock: Clock;
  /** Writes down whose answers are about to be read, before anything is written; false when that failed. */
  readonly log: (intakeIds: readonly string[]) => boolean;
}

interface Prepared {
  readonly bundle: string;
  readonly seq: number;
  readonly folder: IntakeFolder;
  /** `earlier`: it stood there before this call; `twin`: another bundle of this call holds the same. */
  readonly standing: 'absent' | 'earlier' | 'twin';
}

/**
 * Opens bundles: all are checked before anything is written, and one refusal leaves every intake unwritten. Page 1 of
 * an intake that came before is drawn anew, because it says which day of fourteen it is.
 *
 * @returns the opened ones in the order given, or every bundle that was refused
 */
export async function openBundles(request: OpenRequest): Promise<Result<OpenedIntake[], RefusedBundle[]>> {
  const prepared: Prepared[] = [];
  const refused: RefusedBundle[] = [];
  for (const bundle of request.bundles) {
    const one = await prepare(bundle, request, prepared);
    if (one.ok) prepared.push(one.value);
    else refused.push({ bundle, reason: one.error });
  }
  if (refused.length > 0) return fail(refused);
  const isLogged = request.log(prepared.map(({ folder }) => folder.intakeId));
  const unwritten = isLogged ? write(request.out, prepared) : prepared;
  if (unwritten.length > 0) return fail(unwritten.map(({ bundle }) => ({ bundle, reason: 'cannotWrite' })));
  return ok(prepared.map((one) => opened(request.out, one)));
}

/**
 * Writes what was prepared: pages of earlier intakes first, because new folders must not stand when a page fails.
 *
 * @returns those that could not be written; then no new intake stands
 */
function write(out: string, prepared: readonly Prepared[]): readonly Prepared[] {
  const earlier = prepared.filter(({ standing }) => standing === 'earlier');
  const unwritten = earlier.filter(({ folder }) => !redrawPage1(out, folder).ok);
  if (unwritten.length > 0) return unwritten;
  const fresh = prepared.filter(({ standing }) => standing === 'absent');
  const written = writeFolders(
    out,
    fresh.map(({ folder }) => folder),
  );
  return written.ok ? [] : fresh;
}

async function prepare(
  bundle: string,
  { expected, out, clock }: OpenRequest,
  earlier: readonly Prepared[],
): Promise<Result<Prepared, Refusal>> {
  const sealed = readSealed(bundle);
  if (!sealed.ok) return sealed;
  const verified = await verifyBundle(sealed.value, expected);
  if (!verified.ok) return fail(verified.error.reason);
  const folder = folderOf(verified.value, { nowMs: clock.nowMs(), out });
  const twin = earlier.find((one) => one.folder.intakeId === folder.intakeId);
  if (twin !== undefined && !holdSame(twin.folder, folder)) return fail('otherContent');
  const found = standingOf(out, folder);
  if (found === 'other') return fail('otherContent');
  const standing = twin !== undefined ? 'twin' : found === 'same' ? 'earlier' : 'absent';
  return ok({ bundle, seq: verified.value.manifest.seq, folder, standing });
}

function folderOf(
  { intake, manifest, intakeBytes, fhirBytes }: VerifiedBundle,
  { nowMs, out }: { readonly nowMs: number; readonly out: string },
): IntakeFolder {
  const { intakeId } = manifest;
  const page1 = drawPageOne({ intake, manifest }, { nowMs, receivedAtMs: writtenAtMs(out, intakeId) ?? nowMs });
  return { intakeId, intake: intakeBytes, fhir: fhirBytes, page1 };
}

function holdSame(one: IntakeFolder, other: IntakeFolder): boolean {
  return Buffer.from(one.intake).equals(other.intake) && Buffer.from(one.fhir).equals(other.fhir);
}

function opened(out: string, { bundle, seq, folder: { intakeId }, standing }: Prepared): OpenedIntake {
  const folder = join(out, intakeId);
  return {
    bundle,
    intakeId,
    seq,
    folder,
    page1: join(folder, FOLDER_FILES.page1),
    alreadyThere: standing !== 'absent',
  };
}
