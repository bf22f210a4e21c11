import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentVersionId, readContentFiles, type ContentFiles } from '../../../electron/content/content-files.ts';
import { parseContent, type ContentVersion } from '../../../electron/content/content-version.ts';
import { expectOk } from '../../expect-ok.ts';
import { contentFolders } from '../../../tools/building/content.mjs';
import { temporaryFolder } from '../../temporary-folder.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The pictogram that stands for all of them where a test writes content: every file costs a sync. */
export const PICTOGRAM = 'sealed-letter';

/** The files that ship, put together as the build does. */
export const SHIPPED_FILES: ContentFiles = new Map(
  contentFolders(ROOT).flatMap((part) => {
    const files = expectOk(readContentFiles(join(ROOT, part)));
    return [...files].map(([path, bytes]) => [`${part}/${path}`, bytes] as const);
  }),
);

/** Parses the content that ships. */
export function shippedContent(): ContentVersion {
  return expectOk(parseContent(contentVersionId(SHIPPED_FILES), SHIPPED_FILES));
}

/** Writes a program's content with one pictogram into a folder of its own. */
export function programContent(): string {
  const folder = temporaryFolder();
  for (const [path, bytes] of SHIPPED_FILES) {
    if (path.endsWith('.svg') && path !== `assets/pictograms/${PICTOGRAM}.svg`) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}
