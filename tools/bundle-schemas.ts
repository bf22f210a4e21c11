// Writes docs/schemas anew: the JSON files of a bundle and beside it, as JSON Schema.
//   npm run docs:schemas
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLE_SCHEMAS, schemaText } from './schemas/bundle-schemas.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'schemas');
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(BUNDLE_SCHEMAS)) {
  const path = join(folder, name);
  writeFileSync(path, await schemaText(schema, path));
  console.log(`Wrote ${path}`);
}
