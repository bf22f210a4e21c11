import { join } from 'node:path';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { contentVersionId, readContentFiles, type ContentFiles } from '../../electron/content/content-files.ts';
import { newestInstalled } from '../../electron/content/content-store.ts';
import { homeLayout } from '../../electron/store/home-layout.ts';
import { readFormat } from '../../electron/store/home-format.ts';
import { HOME_FORMAT } from '../../electron/store/home-migrations.ts';
import { openEditions, type HomeEditions } from '../../electron/translation/home-editions.ts';
import { contentFolders } from '../building/content.mjs';
import { rootFolder } from '../set-up/paths.mjs';
import { wordsForContent } from './words.ts';

/** The texts of a home. */
export interface OpenedTexts extends HomeEditions {
  readonly contentId: string;
  /** The home has no content yet: these are the texts that it will get at its first start. */
  readonly isOfProgram: boolean;
}

/** Opens the texts of a home for a command; the error says in words what to do. */
export function openTexts(home: string): Result<OpenedTexts, string> {
  const layout = homeLayout(home);
  const format = readFormat(layout.formatFile, HOME_FORMAT);
  if (!format.ok) {
    if (format.error.kind === 'newerFormat') return fail(`${home} was written by a newer program. Use that one.`);
    return fail(`${home} is not the home of a kiosk, or its making was interrupted.`);
  }
  const installed = newestInstalled(layout.content);
  if (!installed.ok) return fail(wordsForContent(home, installed.error.kind));
  const content = installed.value ?? programContent();
  const editions = openEditions(layout.translations, content.files);
  if (!editions.ok) return fail(wordsForContent(home, editions.error.kind));
  return ok({ ...editions.value, contentId: content.id, isOfProgram: installed.value === null });
}

/** What the first start of a kiosk would copy into its home. */
function programContent(): { readonly id: string; readonly files: ContentFiles } {
  const files = new Map<string, Uint8Array>();
  for (const part of contentFolders(rootFolder)) {
    const read = readContentFiles(join(rootFolder, part));
    if (!read.ok) throw new Error(`The program's own ${part} cannot be read: ${read.error.kind}`);
    for (const [path, bytes] of read.value) files.set(`${part}/${path}`, bytes);
  }
  return { id: contentVersionId(files), files };
}
