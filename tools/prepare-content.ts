// tsx tools/prepare-content.ts FOLDER: checks the content of a built program and writes beside it what its starts read.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contentInPlace, preparedFile } from '../electron/content/program-content.ts';
import { prepareContent } from '../electron/content/prepared-content.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Usage: tsx tools/prepare-content.ts FOLDER\n');
  process.exitCode = 2;
} else {
  const content = contentInPlace({ folder, prepared: null });
  writeFileSync(preparedFile(folder), prepareContent(content));
  writeFileSync(join(dirname(folder), 'pictograms.svg'), content.pictogramSheet());
}
