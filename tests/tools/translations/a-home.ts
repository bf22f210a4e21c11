import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME_FORMAT } from '../../../electron/store/home-migrations.ts';
import { runTranslations } from '../../../tools/translations/run-translations.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

/** A home that has never started: its texts are those of the program. */
export function freshHome(folder = temporaryFolder()): string {
  writeFileSync(join(folder, 'format.json'), JSON.stringify({ format: HOME_FORMAT }));
  return folder;
}

/** Runs a command line and gathers what it says. */
export async function translations(...args: readonly string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await runTranslations(args, {
    clock: { nowMs: () => 1000 },
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
  });
  return { code, said, complained: complained.join('\n'), json: lastJson(said) };
}

function lastJson(said: readonly string[]): unknown {
  try {
    return JSON.parse(said.at(-1) ?? '');
  } catch {
    return null;
  }
}

/** What `import` ends with when nothing happened. */
export const NOTHING = { changed: 0, unchanged: 0, conflicts: 0, unknown: 0, refused: [] };

/** Changes a file as a text. */
export function edit(path: string, change: (content: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}
