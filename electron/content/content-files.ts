import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toUtf8 } from '../../core/basics/utf8.ts';
import { nodeHasher } from '../../node/sha256.ts';

/** A content version's files by path, with `/` between folders whatever the system. */
export type ContentFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Reads every file below a folder.
 *
 * @throws when something there is neither file nor folder: a link is no content
 */
export function readContentFiles(folder: string): ContentFiles {
  const files = new Map<string, Uint8Array>();
  const visit = (path: string): void => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const inner = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) visit(inner);
      else if (entry.isFile()) files.set(inner, readFileSync(join(folder, inner)));
      else throw new Error(`Content holds something that is neither file nor folder: ${inner}`);
    }
  };
  visit('');
  return files;
}

/** The name of a content version: SHA-256 over the digest and path of every file, 64 hexadecimal characters. */
export function contentVersionId(files: ContentFiles): string {
  const lines = [...files].map(([path, bytes]) => `${path}\n${nodeHasher.sha256(bytes)}\n`).sort();
  return nodeHasher.sha256(toUtf8(lines.join('')));
}
