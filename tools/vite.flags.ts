import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Vite's mode of the build that tests may drive; everything else is the production build. */
export const TEST_MODE = 'test';

/** The repository's top folder. */
export const rootFolder = join(import.meta.dirname, '..');

/**
 * The constants of electron/build-flags.d.ts, as source text for Vite's `define`.
 *
 * The two builds differ only here: what a test may do stands in the program as compiled, so that no switch or
 * environment variable of the machine opens the production build.
 */
export function buildFlags(mode: string): Record<string, string> {
  return {
    __TEST_BUILD__: JSON.stringify(mode === TEST_MODE),
    __EXPECTED_ELECTRON__: JSON.stringify(electronVersion()),
  };
}

function electronVersion(): string {
  const text = readFileSync(join(rootFolder, 'package.json'), 'utf8');
  return (JSON.parse(text) as { devDependencies: { electron: string } }).devDependencies.electron;
}
