import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { contentVersionId, readContentFiles } from './content-files.ts';
import {
  installContent,
  isInstalled,
  loadContent,
  type ContentStoreProblem,
  type InstallProblem,
} from './content-store.ts';
import { parseContent, type ContentVersion } from './content-version.ts';
import { readPrepared } from './prepared-content.ts';

/** The content that a program ships. */
export interface ProgramContent {
  readonly folder: string;
  /** What the build made of the folder, so that no start has to; null where it made nothing, as in tests. */
  readonly prepared: ContentVersion | null;
}

/** Where the build writes what it made of a program's content: beside the folder, which is one content version whole. */
export function preparedFile(folder: string): string {
  return `${folder}.json`;
}

/**
 * Reads a program's content as far as the build prepared it.
 *
 * @param folder the folder that the build copied content into
 * @throws when the program itself is damaged
 */
export function readProgramContent(folder: string): ProgramContent {
  const bytes = readIfThere(preparedFile(folder));
  if (bytes === null) return { folder, prepared: null };
  const recording: ContentVersion['recording'] = (language, hash) =>
    readIfThere(join(folder, 'assets', 'audio', language, `${hash}.opus`));
  return { folder, prepared: readPrepared(bytes, recording) };
}

/**
 * Opens the program's content for a home. The home gets its copy at first: visits are continued from there when the
 * program has become another. Whether the copy is still whole is asked later, by `checkInstalled`.
 *
 * @param contentFolder HOME/content
 * @param onInstalled called when the home got a copy that it did not have
 */
export function openProgramContent(
  { folder, prepared }: ProgramContent,
  contentFolder: string,
  onInstalled?: () => void,
): Result<ContentVersion, InstallProblem | ContentStoreProblem> {
  if (prepared !== null && isInstalled(contentFolder, prepared.id)) return ok(prepared);
  const installed = installContent(folder, contentFolder, onInstalled);
  if (!installed.ok) return installed;
  if (prepared === null) return loadContent(contentFolder, installed.value);
  return installed.value === prepared.id ? ok(prepared) : fail({ kind: 'altered', id: prepared.id });
}

/**
 * The program's content in place, for a kiosk that has no home to copy it to and only says that it is closed.
 *
 * @throws when the program itself is damaged
 */
export function contentInPlace({ folder, prepared }: ProgramContent): ContentVersion {
  if (prepared !== null) return prepared;
  const files = readContentFiles(folder);
  const content = files.ok ? parseContent(contentVersionId(files.value), files.value) : files;
  if (!content.ok) throw new Error(`The program's content is damaged: ${content.error.kind}`);
  return content.value;
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
