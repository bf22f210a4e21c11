import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGE_TAGS, languageOf, type LanguageTag } from '../../core/basics/language.ts';
import { parseJson } from '../../core/basics/parse-json.ts';
import type { Result } from '../../core/basics/result.ts';
import { fromUtf8, toUtf8 } from '../../core/basics/utf8.ts';
import { instrumentTexts } from '../../core/pack/insert-instruments.ts';
import type { Instrument } from '../../core/pack/instrument.ts';
import { clipHash } from '../../core/speech/spoken-text.ts';
import type { Publication } from '../../core/translation/publication.ts';
import { attempt, type FileError } from '../../node/file-system.ts';
import { nodeHasher } from '../../node/sha256.ts';
import type { ContentFiles } from '../content/content-files.ts';
import { INSTRUMENT_FOLDER } from '../content/content-instruments.ts';
import { HOUSE_FILE } from '../content/content-store.ts';
import { Recordings } from './recordings.ts';

/** Where a recording stands in a content version: its language or dialect, and the digest of its words. */
const RECORDING = /^assets\/audio\/([a-z-]+)\/([0-9a-f]{64})\.opus$/;
const INSTRUMENT_NAME = /^[a-z0-9-]+\.[a-z]{2}\.json$/;

/**
 * Reads what the house itself has beside its texts, by the paths in a content version. A recording counts only where it is
 * whole, and stands beside what says who speaks and consents to it.
 */
export function readOwnFiles({
  translations,
  instruments,
}: {
  readonly translations: string;
  readonly instruments: string;
}): Result<ContentFiles, FileError> {
  return attempt(() => {
    const files = new Map<string, Uint8Array>();
    const recordings = new Recordings(join(translations, 'audio'));
    for (const tag of LANGUAGE_TAGS)
      for (const { recording, opus } of recordings.recordingsFor(tag, recordings.list(tag).recordings.keys()))
        files.set(`assets/audio/${tag}/${recording.hash}.opus`, opus);
    for (const name of namesIn(instruments).filter((each) => INSTRUMENT_NAME.test(each)))
      files.set(`${INSTRUMENT_FOLDER}/${name}`, readFileSync(join(instruments, name)));
    return files;
  });
}

/** What a version of the house tells of itself. */
export function houseFile(house: { readonly program: string; readonly own: readonly string[] }): Uint8Array {
  return toUtf8(`${JSON.stringify({ format: 1, ...house }, null, 2)}\n`);
}

/** The recordings and instruments that a version of the house has beside its program's. */
export function ownFilesOf(files: ContentFiles): ContentFiles {
  const house = parseJson(fromUtf8(files.get(HOUSE_FILE) ?? new Uint8Array()) ?? '');
  const listed = typeof house === 'object' && house !== null && 'own' in house ? house.own : [];
  const paths: readonly unknown[] = Array.isArray(listed) ? listed : [];
  return new Map([...files].filter(([path]) => paths.includes(path)));
}

/** What is published of the house's own files, in the order of their paths: recordings only while they say published words. */
export function publishedOwnFiles(
  own: ContentFiles,
  said: { readonly publication: Publication; readonly instruments: readonly Instrument[] },
): ContentFiles {
  const spoken = new Map<LanguageTag, ReadonlySet<string>>();
  const isPublished = (path: string): boolean => {
    const [, found, hash] = RECORDING.exec(path) ?? [];
    if (hash === undefined) return true;
    const tag = LANGUAGE_TAGS.find((each) => each === found);
    if (tag === undefined) return false;
    const hashes = spoken.get(tag) ?? spokenHashes(tag, said);
    spoken.set(tag, hashes);
    return hashes.has(hash);
  };
  return new Map([...own].filter(([path]) => isPublished(path)).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The digests of everything that a version says in a language or dialect. */
function spokenHashes(
  tag: LanguageTag,
  { publication, instruments }: { readonly publication: Publication; readonly instruments: readonly Instrument[] },
): ReadonlySet<string> {
  const language = languageOf(tag);
  const texts = [
    { ...publication[language].texts, ...publication[tag].texts },
    ...instruments.filter(({ terms }) => terms.language === language).map(instrumentTexts),
  ];
  return new Set(texts.flatMap((each) => Object.values(each).map((text) => clipHash(text, nodeHasher))));
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
