import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

test.each([
  ['an option that there is not', ['--foo']],
  ['an option without its value', ['--out']],
  ['a word', ['kl']],
  ['a language that there is not', ['--language', 'en']],
  ['a culture version that there is not', ['--culture', 'english']],
  ['a track that there is not', ['--track', 'long']],
])(
  '%s ends the demo with the usage line and 2',
  (_what, args) => {
    const run = spawnSync(process.execPath, ['--import', 'tsx', 'tools/demo-person.ts', ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(run.status).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toMatch(/^Usage: npm run demo -- .*\n$/);
  },
  30_000,
);
