import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepEnrolledKiosk } from '../../centre/enrolled-kiosks.ts';
import { acquireWriterLock } from '../../node/writer-lock.ts';
import { expectOk } from '../expect-ok.ts';
import { centre, makeCentre, type MadeCentre, type Run } from './made-centre.ts';

let made: MadeCentre;
beforeEach(async () => {
  made = await makeCentre();
  expectOk(keepEnrolledKiosk(made.home, { format: 1, card: made.kiosk, revoked: null }));
});
afterEach(() => made.remove());

const verb = (...args: readonly string[]): Promise<Run> => centre(...args, '--home', made.home, '--json');
const rotate = (): Promise<Run> => verb('rotate', '--receipt-key');
const filesOf = (home: string): readonly string[] =>
  readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${name} ${readFileSync(join(parentPath, name), 'hex')}`)
    .toSorted();

test.each([
  ['enrol', (): readonly string[] => ['--from', made.folder]],
  ['revoke', (): readonly string[] => ['--kiosk', made.kiosk.kioskId, '--after', '0']],
  ['rotate', (): readonly string[] => ['--receipt-key']],
  ['receipt', (): readonly string[] => ['--out', join(made.folder, 'out')]],
])('%s changes nothing while another program writes in the home', async (name, words) => {
  mkdirSync(made.out, { recursive: true });
  const lock = expectOk(await acquireWriterLock(made.home));
  const before = filesOf(made.home);
  const refused = await verb(name, ...words());
  expect(refused).toMatchObject({ code: 2, json: { ok: false, unusable: { reason: 'alreadyRunning' } } });
  expect(filesOf(made.home)).toEqual(before);
  await lock.release();
  expect((await verb(name, ...words())).json).not.toMatchObject({ unusable: { reason: 'alreadyRunning' } });
});

test('of two that rotate at once one issues a card, and the next takes the number after it', async () => {
  const runs = await Promise.all([rotate(), rotate()]);
  expect(runs.map(({ code }) => code).toSorted()).toEqual([0, 2]);
  expect(await rotate()).toMatchObject({ code: 0, json: { version: 3 } });
});
