// Writes one culture version as a FHIR R4 Questionnaire; see docs/fhir.md.
//   npm run export:fhir -- --culture greenlandic|danish|swedish [--out FILE]
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cultureSchema } from '../core/basics/language.ts';
import { formatJson } from '../core/bundle/versioned-json.ts';
import { toQuestionnaire } from '../core/fhir/questionnaire.ts';
import { contentVersionId, readContentFiles, type ContentFiles } from '../electron/content/content-files.ts';
import { contentOn } from '../electron/content/content-on.ts';
import { parseContent } from '../electron/content/content-version.ts';
import { contentFolders } from './building/content.mjs';

const root = join(import.meta.dirname, '..');

/** A content version, as the build puts it together. */
function programContent(): ContentFiles {
  const files = new Map<string, Uint8Array>();
  for (const part of contentFolders(root)) {
    const read = readContentFiles(join(root, part));
    if (!read.ok) throw new Error(`${part} cannot be read: ${read.error.kind}`);
    for (const [path, bytes] of read.value) files.set(`${part}/${path}`, bytes);
  }
  return files;
}

const { values } = parseArgs({ options: { culture: { type: 'string' }, out: { type: 'string' } } });
const culture = cultureSchema.safeParse(values.culture);
if (!culture.success) {
  console.error('Say which version: npm run export:fhir -- --culture greenlandic|danish|swedish [--out FILE]');
  process.exitCode = 2;
} else {
  const files = programContent();
  const contentVersion = contentVersionId(files);
  const content = parseContent(contentVersion, files);
  if (!content.ok) throw new Error(`The content has problems: run npm run check:content (${content.error.kind})`);
  const today = new Date().toISOString().slice(0, 10);
  const { pack, catalogue } = contentOn(content.value, today);
  const json = formatJson(toQuestionnaire({ version: pack[culture.data], catalogue, contentVersion }));
  if (values.out === undefined) process.stdout.write(json);
  else writeFileSync(values.out, json);
}
