import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFileDeviceSecret } from '../../../electron/store/device-secret.ts';
import type { DeviceSecret } from '../../../electron/store/device-secret.ts';
import { NO_PUBLICATIONS } from '../../../electron/store/publications.ts';
import { openState } from '../../../electron/store/state.ts';
import type { State } from '../../../electron/store/state.ts';
import { createStateFiles } from '../../../electron/store/state-files.ts';
import type { FileSystem } from '../../../node/file-system.ts';
import { systemRandom } from '../../../node/random.ts';
import { expectOk } from '../../expect-ok.ts';
import { failingFileSystem } from '../../node/failing-file-system.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { SETTINGS, cheapEnrolment } from '../test-home.ts';

const content = {
  settings: SETTINGS,
  enrolment: cheapEnrolment(),
  credentials: [],
  staff: [],
  lastStaffId: 0,
  recovery: { challenge: null, isPermitted: false },
  deliveries: [],
  purgeNotes: [],
  publications: NO_PUBLICATIONS,
  languagePackages: { made: 0, sources: [] },
  bootCounter: 0,
};
const damaged = { ok: false, error: { kind: 'damaged', part: 'state' } };

function newSecret(): DeviceSecret {
  return expectOk(createFileDeviceSecret(join(temporaryFolder(), 'secret'), systemRandom));
}

function newPlace(fs?: FileSystem) {
  const place = { folder: temporaryFolder(), deviceSecret: newSecret(), random: systemRandom };
  expectOk(createStateFiles(place, content));
  return fs === undefined ? place : { ...place, fs };
}

const count = (state: State, bootCounter: number) => state.change((old) => ({ ...old, bootCounter }));

test('a change that was acknowledged is there after a restart', () => {
  const place = newPlace();
  const state = expectOk(openState(place));
  for (let start = 1; start <= 5; start += 1) {
    expectOk(count(state, start));
    const again = expectOk(openState(place));
    expect([again.content.bootCounter, again.fellBack]).toEqual([start, false]);
  }
  expect(state.content.settings).toEqual(SETTINGS);
  expect(readdirSync(place.folder).toSorted()).toEqual(['state.a', 'state.b']);
});

test.each([
  ['empty', () => Buffer.alloc(0)],
  ['cut', (bytes: Buffer) => bytes.subarray(0, -1)],
  ['flipped in one bit', (bytes: Buffer) => bytes.map((byte, index) => (index === 60 ? byte ^ 1 : byte))],
  ['of zeros', (bytes: Buffer) => Buffer.alloc(bytes.length)],
])('a newest generation that is %s falls back to the one before, and says so', (_, damage) => {
  const place = newPlace();
  expectOk(count(expectOk(openState(place)), 7));
  const newest = join(place.folder, 'state.a');
  writeFileSync(newest, damage(readFileSync(newest)));
  const state = expectOk(openState(place));
  expect([state.content, state.fellBack]).toEqual([content, true]);
  expectOk(count(state, 8));
  const again = expectOk(openState(place));
  expect([again.content.bootCounter, again.fellBack]).toEqual([8, false]);
});

test('a missing generation is damage like any other; two damaged ones are an error and never defaults', () => {
  const place = newPlace();
  rmSync(join(place.folder, 'state.a'));
  expect(expectOk(openState(place)).fellBack).toBe(true);
  writeFileSync(join(place.folder, 'state.b'), '');
  expect(openState(place)).toEqual(damaged);
  rmSync(join(place.folder, 'state.b'));
  expect(openState(place)).toEqual(damaged);
});

test('the state of another machine does not open', () => {
  expect(openState({ ...newPlace(), deviceSecret: newSecret() })).toEqual(damaged);
});

test.each([
  ['open', 'ENOSPC', 'full'],
  ['write', 'ENOSPC', 'full'],
  ['fsync', 'EIO', 'io'],
  ['rename', 'EIO', 'io'],
] as const)('a change that fails at %s changes nothing, in memory or on disk', (call, code, kind) => {
  const place = newPlace(failingFileSystem({ call, code }));
  const state = expectOk(openState(place));
  expect(count(state, 1)).toMatchObject({ ok: false, error: { kind } });
  expect(state.content.bootCounter).toBe(0);
  expect(expectOk(openState(place)).content.bootCounter).toBe(0);
  expectOk(count(state, 2));
  expect(expectOk(openState(place)).content.bootCounter).toBe(2);
});

test('nobody changes the content behind the owner’s back, and nothing impossible is written', () => {
  const place = newPlace();
  const state = expectOk(openState(place));
  expect(() => Object.assign(state.content, { bootCounter: 9 })).toThrow(TypeError);
  expect(() => Object.assign(state.content.settings, { isDemo: false })).toThrow(TypeError);
  expect(() => count(state, -1)).toThrow();
  expect(() => state.change((old) => ({ ...old, note: '' }))).toThrow();
  expect(state.content.bootCounter).toBe(0);
});

test('the files hold no word of the content, and never the same bytes twice', () => {
  const place = newPlace();
  copyFileSync(join(place.folder, 'state.a'), join(place.folder, 'before'));
  const state = expectOk(openState(place));
  expectOk(count(state, 0));
  const now = readFileSync(join(place.folder, 'state.a'));
  expect(now.equals(readFileSync(join(place.folder, 'before')))).toBe(false);
  for (const word of ['Pipaluk', content.enrolment.kioskId, content.enrolment.signingKey.seed]) {
    expect(now.includes(word)).toBe(false);
  }
  expect(now.includes(Buffer.from(content.enrolment.signingKey.seed, 'hex'))).toBe(false);
});
