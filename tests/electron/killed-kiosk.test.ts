import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { PictureCode } from '../../core/intake/picture-code.ts';
import { bundleChild, startChild } from '../child-process.ts';
import { expectOk } from '../expect-ok.ts';
import { makeTestHome, newestOf, openTestHome, someCode } from './test-home.ts';

const KEEP_WORKING = fileURLToPath(new URL('children/keep-working.ts', import.meta.url));
const KILLS = 20;

test('whatever was acknowledged before a kill -9 is there after it, once', { timeout: 120_000 }, async () => {
  const directory = makeTestHome();
  const program = await bundleChild(KEEP_WORKING);
  const code = someCode();
  const home = await openTestHome(directory);
  expectOk(await home.custody.drafts.create(code, Buffer.from('0'))).close();
  await home.close();
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const child = startChild(program, directory, join(directory, '..', 'secret'), code);
    const first = await child.nextLine();
    // A kill lands anywhere in a save or a commit, which take some milliseconds each.
    await wait(kill * 1.7);
    const lines = [first ?? '', ...(await child.kill())];
    expect(lines[0]).toMatch(/^saved /);
    await expectEverythingThere(directory, code, {
      saved: lastNumber(lines, 'saved'),
      sealed: lastNumber(lines, 'sealed'),
    });
  }
});

async function expectEverythingThere(
  directory: string,
  code: PictureCode,
  acknowledged: { readonly saved: number; readonly sealed: number },
): Promise<void> {
  const home = await openTestHome(directory);
  const { drafts, outbox, findings } = home.custody;
  const { draft, contents } = expectOk(await drafts.open(code));
  draft.close();
  expect(Number(newestOf({ contents }))).toBeGreaterThanOrEqual(acknowledged.saved);
  const deliveries = outbox.deliveries();
  expect(deliveries.length).toBeGreaterThanOrEqual(acknowledged.sealed);
  expect(deliveries.map(({ seq }) => seq)).toEqual(deliveries.map((_, index) => index + 1));
  for (const delivery of deliveries) {
    expect(Buffer.from(expectOk(outbox.read(delivery))).toString()).toBe(`intake ${delivery.seq}`);
  }
  expect([findings.missing, findings.unledgered]).toEqual([[], []]);
  await home.close();
}

function lastNumber(lines: readonly string[], word: string): number {
  const numbers = lines.flatMap((line) => new RegExp(`^${word} ([0-9]+)$`).exec(line)?.[1] ?? []);
  return Number(numbers.at(-1) ?? 0);
}
