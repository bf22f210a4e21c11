import { LANGUAGE_TAGS, type LanguageTag } from '../../core/basics/language.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import type { EditionEvent } from '../../core/translation/edition-events.ts';
import { choosePublication, type Publication, type TextsInWork } from '../../core/translation/publication.ts';
import type { PublishingProblem } from '../../ipc/publishing-contract.ts';
import { nodeFileSystem, type FileSystem } from '../../node/file-system.ts';
import { nodeHasher } from '../../node/sha256.ts';
import type { ContentFiles } from '../content/content-files.ts';
import { installVersion, readVersion, type VersionFiles } from '../content/content-store.ts';
import { makeReady, type ReadyContent } from '../content/published-content.ts';
import type { PublicationRecord } from '../store/publications.ts';
import { composeVersion, type ComposedVersion } from './compose-version.ts';
import { readEdition } from './edition-file.ts';
import { editionPath, ownTexts, readEditionTexts } from './home-editions.ts';
import { ownFilesOf } from './own-files.ts';

/** Where a house's texts and content versions stand, and the program's version under them. */
export interface House {
  /** HOME/content */
  readonly content: string;
  /** HOME/translations */
  readonly translations: string;
  readonly programId: string;
  readonly fs?: FileSystem;
}

/** The program's content, and what would be published over it. */
export interface Chosen {
  readonly program: VersionFiles;
  readonly publication: Publication;
  /** How many events of each edition it was chosen from. */
  readonly events: PublicationRecord['events'];
}

/**
 * Chooses what is published.
 *
 * @param upTo so many events of each edition count; all of them where nothing is said
 */
export function chooseTexts(
  { content, translations, programId }: House,
  upTo?: PublicationRecord['events'],
): Result<Chosen, PublishingProblem> {
  const program = readVersion(content, programId);
  const read = program.ok ? readEditionTexts(program.value.files) : program;
  if (!program.ok || !read.ok) return fail({ kind: 'damaged' });
  const { texts, reviews } = read.value;
  const inWork: Partial<Record<LanguageTag, TextsInWork>> = {};
  const events: Partial<Record<LanguageTag, number>> = {};
  for (const tag of LANGUAGE_TAGS) {
    const found = readEdition(editionPath(translations, tag), tag);
    if (!found.ok) return fail({ kind: found.error.kind });
    const counted = upTo === undefined ? found.value : firstOf(found.value, upTo[tag]);
    events[tag] = counted.length;
    inWork[tag] = { texts: ownTexts(texts, tag), reviews: reviews[tag], events: counted };
  }
  // Every tag has just been given its own.
  const publication = choosePublication(inWork as Readonly<Record<LanguageTag, TextsInWork>>, nodeHasher);
  return ok({ program: program.value, publication, events });
}

function firstOf(events: readonly EditionEvent[], count = 0): readonly EditionEvent[] {
  return events.slice(0, count);
}

/** Makes a content version of what was chosen. */
export function composeChosen(
  { program, publication }: Chosen,
  own: ContentFiles,
): Result<ComposedVersion, PublishingProblem> {
  const composed = composeVersion({ program, publication, own });
  return composed.ok ? composed : fail({ kind: 'faults', faults: composed.error });
}

/**
 * Puts a composed version beside the others, so that a start reads it as fast as the program's own. It is read back from
 * the disk, and in use only when the state says so.
 */
export function putUp(
  { content, fs = nodeFileSystem }: House,
  composed: VersionFiles,
  like: readonly VersionFiles[],
): Result<ReadyContent, PublishingProblem> {
  const installed = installVersion(content, composed, { like, fs });
  const ready = installed.ok ? makeReady(content, composed.id, fs) : installed;
  if (ready.ok) return ready;
  return fail({ kind: ready.error.kind === 'full' ? 'full' : 'notWritten' });
}

/** A publication over the program of now. */
export interface Standing {
  readonly record: PublicationRecord;
  readonly content: ReadyContent['content'];
}

/**
 * Makes a publication stand over the program's content of now: what was published then, and nothing that was worded or
 * judged since. One that stands there already is only prepared anew.
 *
 * @param preparedBy the program's version
 */
export function standOver(
  house: House,
  record: PublicationRecord,
  preparedBy: string,
): Result<Standing, PublishingProblem> {
  const { programId: program } = house;
  const version = readVersion(house.content, record.id);
  if (!version.ok) return fail({ kind: version.error.kind === 'notRead' ? 'notRead' : 'damaged' });
  const made = record.program === program ? ok(version.value) : carriedOver(house, record, version.value);
  const ready = made.ok ? putUp(house, made.value, [version.value]) : made;
  if (!ready.ok) return ready;
  const { content, preparedSha256 } = ready.value;
  return ok({ content, record: { ...record, id: content.id, program, preparedSha256, preparedBy } });
}

function carriedOver(
  house: House,
  { events }: PublicationRecord,
  { files }: VersionFiles,
): Result<VersionFiles, PublishingProblem> {
  const chosen = chooseTexts(house, events);
  return chosen.ok ? composeChosen(chosen.value, ownFilesOf(files)) : chosen;
}
