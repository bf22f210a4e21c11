// npm run check:content [-- --pack DIR] [--locales DIR] [--json]: checks the questions and every text. Each line names a
// file, the key or place in it and what to do. Exit code 1: there are problems; 2: wrong arguments.
import { parseArgs } from 'node:util';
import { checkContent } from './content/check-content.ts';
import { OWN_FOLDERS, readContent, shownPath, type ContentFolders } from './content/content-source.ts';
import type { TextProblem } from './locales/locale-files.ts';

const USAGE = 'Usage: npm run check:content [-- --pack FOLDER] [--locales FOLDER] [--json]';

function readArguments(): (ContentFolders & { readonly json: boolean }) | null {
  const options = { pack: { type: 'string' }, locales: { type: 'string' }, json: { type: 'boolean' } } as const;
  try {
    return { ...OWN_FOLDERS, json: false, ...parseArgs({ options }).values };
  } catch {
    return null;
  }
}

function run(): number {
  const folders = readArguments();
  if (folders === null) {
    console.error(USAGE);
    return 2;
  }
  const { problems, notes, summary } = checkContent(readContent(folders));
  const line = ({ file, key, remedy }: TextProblem): string => `${shownPath(file, folders)}: ${key}: ${remedy}`;
  for (const note of notes) console.log(`note: ${line(note)}`);
  for (const problem of problems) console.log(line(problem));
  console.log(problems.length === 0 ? 'The content is sound.' : `Problems in the content: ${problems.length}`);
  if (folders.json) console.log(JSON.stringify(summary));
  return problems.length === 0 ? 0 : 1;
}

process.exitCode = run();
