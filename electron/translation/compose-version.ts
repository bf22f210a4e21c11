import { LANGUAGE_TAGS, type LanguageTag } from '../../core/basics/language.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { fromUtf8 } from '../../core/basics/utf8.ts';
import { parseJson } from '../../core/basics/parse-json.ts';
import { parseInstrument, type Instrument } from '../../core/pack/instrument.ts';
import type { ChosenTexts, Publication } from '../../core/translation/publication.ts';
import { keyFault, textFaults } from '../../core/translation/text-faults.ts';
import type { PublicationFault } from '../../ipc/publishing-contract.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { contentVersionId, type ContentFiles } from '../content/content-files.ts';
import { INSTRUMENT_FOLDER } from '../content/content-instruments.ts';
import type { ContentProblem } from '../content/content-problem.ts';
import { HOUSE_FILE, type VersionFiles } from '../content/content-store.ts';
import { parseContent } from '../content/content-version.ts';
import { changedTextFiles } from './changed-text-files.ts';
import { houseFile, publishedOwnFiles } from './own-files.ts';

/** What a content version of the house is made of. */
export interface Ingredients {
  readonly program: VersionFiles;
  readonly publication: Publication;
  /** The house's recordings and instruments, by their paths in a content version. */
  readonly own: ContentFiles;
}

/** A content version that is without faults. */
export interface ComposedVersion extends VersionFiles {
  /** The recordings and instruments of the house that are in it. */
  readonly own: readonly string[];
  /** Nothing in it is otherwise than in the program's own content. */
  readonly isAsProgram: boolean;
}

/**
 * Makes the files of a content version: the program's, with other words and review states where other ones are published,
 * the recordings that say published words, and the house's instruments. The same ingredients make the same version.
 *
 * @returns everything that is wrong with it otherwise
 */
export function composeVersion({
  program,
  publication,
  own,
}: Ingredients): Result<ComposedVersion, readonly PublicationFault[]> {
  const instruments = readInstruments(own);
  const faults = [...instruments.faults, ...LANGUAGE_TAGS.flatMap((tag) => faultsOf(tag, publication[tag]))];
  if (faults.length > 0) return fail(faults);
  const published = publishedOwnFiles(own, { publication, instruments: instruments.whole });
  const changed = new Map([...changedTextFiles(program.files, publication), ...published]);
  const isAsProgram = [...changed].every(([path, bytes]) => isSame(program.files.get(path), bytes));
  const house = houseFile({ program: program.id, own: [...published.keys()] });
  const files = new Map([...program.files, ...changed, [HOUSE_FILE, house]]);
  const id = contentVersionId(files);
  const content = parseContent(id, files);
  return content.ok ? ok({ id, files, own: [...published.keys()], isAsProgram }) : fail(contentFaults(content.error));
}

function faultsOf(tag: LanguageTag, { texts, sources }: ChosenTexts): readonly PublicationFault[] {
  return Object.entries(texts).flatMap(([key, text]) => {
    const bad = keyFault(key);
    const faults = [...(bad === null ? [] : [bad]), ...textFaults(text, { source: sources[key] ?? text, tag })];
    return faults.map((fault) => ({ kind: 'text', tag, key, fault }) as const);
  });
}

interface Instruments {
  readonly whole: readonly Instrument[];
  readonly faults: readonly PublicationFault[];
}

function readInstruments(own: ContentFiles): Instruments {
  const paths = [...own.keys()].filter((path) => path.startsWith(`${INSTRUMENT_FOLDER}/`)).sort();
  const read = paths.map((path) => {
    const instrument = parseInstrument(parseJson(fromUtf8(own.get(path) ?? new Uint8Array()) ?? ''), nodeHasher);
    const isNamed =
      instrument.ok && path.endsWith(`/${instrument.value.terms.slot}.${instrument.value.terms.language}.json`);
    return { path, instrument: instrument.ok && isNamed ? instrument.value : null };
  });
  return {
    whole: read.flatMap(({ instrument }) => instrument ?? []),
    faults: read
      .filter(({ instrument }) => instrument === null)
      .map(({ path }) => ({ kind: 'instrument', file: nameOf(path) })),
  };
}

function isSame(one: Uint8Array | undefined, other: Uint8Array): boolean {
  return one !== undefined && Buffer.compare(one, other) === 0;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function contentFaults(problem: ContentProblem): readonly PublicationFault[] {
  switch (problem.kind) {
    case 'badPack':
      return problem.problems.map(({ file, place }) => ({ kind: 'pack', file, place }));
    case 'missingText':
      return [problem];
    case 'badInstrument':
      return [{ kind: 'instrument', file: nameOf(problem.file) }];
    case 'unreadable':
    case 'lockedWording':
      return [{ kind: 'file', file: problem.file }];
  }
}
