import { linkSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newEnrolment } from '../../../electron/store/enrolment.ts';
import { createHome, openHome } from '../../../electron/store/home.ts';
import { temporaryNameFor } from '../../../node/durable-file.ts';
import { systemRandom } from '../../../node/random.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { SETTINGS, cheapEnrolment, makeTestHome, openTestHome, secretOf, tryTestHome } from '../test-home.ts';

test('a new home has its folders and is closed to other accounts', () => {
  const directory = makeTestHome();
  expect(readdirSync(directory).toSorted()).toEqual([
    ...['audit', 'content', 'drafts', 'epochs', 'format.json', 'ledger'],
    ...['outbox', 'quarantine', 'receipts', 'state'],
  ]);
  expect(readFileSync(join(directory, 'format.json'), 'utf8')).toBe('{"format":3}\n');
  const modes = readdirSync(directory, { recursive: true, encoding: 'utf8' }).map((name) => {
    const found = statSync(join(directory, name));
    return found.mode & (found.isDirectory() ? 0o077 : 0o177);
  });
  expect(new Set(modes)).toEqual(new Set([0]));
});

test('a home counts its starts and has one writer', async () => {
  const directory = makeTestHome();
  const home = await openTestHome(directory);
  expect(home.state.content.bootCounter).toBe(1);
  expect(await tryTestHome(directory)).toEqual({ ok: false, error: { kind: 'alreadyRunning' } });
  await home.close();
  const again = await openTestHome(directory);
  expect(again.state.content.bootCounter).toBe(2);
  await again.close();
});

test('what a stop left unfinished goes at the next start, the twin of an epoch’s secret too', async () => {
  const directory = makeTestHome();
  const epoch = join(directory, 'epochs', '00000001.epoch');
  linkSync(epoch, temporaryNameFor(epoch));
  for (const file of ['format.json', 'state/state.a', 'ledger/ledger.jsonl', 'audit/audit-000000000001.jsonl']) {
    writeFileSync(temporaryNameFor(join(directory, file)), 'half');
  }
  await (await openTestHome(directory)).close();
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  await (await openTestHome(directory)).close();
});

test('a home that is not enrolled opens, and keeps nothing for anybody', async () => {
  const home = expectOk(await tryTestHome(makeTestHome(null)));
  expect(home.custody).toBeNull();
  await home.close();
});

test('nothing is made over a home, not even over an empty part of one', () => {
  const directory = makeTestHome();
  const facts = { deviceSecret: secretOf(directory), random: systemRandom, settings: SETTINGS, enrolment: null };
  expect(createHome({ directory, ...facts })).toEqual({ ok: false, error: { kind: 'exists' } });
  const begun = join(temporaryFolder(), 'begun');
  mkdirSync(join(begun, 'outbox'), { recursive: true });
  expect(createHome({ directory: begun, ...facts })).toEqual({ ok: false, error: { kind: 'exists' } });
});

test.each([
  ['{"format":4,"more":true}', { kind: 'newerFormat', found: 4 }],
  ['{"format":0}', { kind: 'damaged', part: 'format' }],
  ['', { kind: 'damaged', part: 'format' }],
])('a format.json that says %j is refused and left alone', async (text, error) => {
  const directory = makeTestHome();
  writeFileSync(join(directory, 'format.json'), text);
  expect(await tryTestHome(directory)).toEqual({ ok: false, error });
  expect(readFileSync(join(directory, 'format.json'), 'utf8')).toBe(text);
});

test('a home whose making was interrupted, or that is not there, is missing', async () => {
  const directory = makeTestHome();
  rmSync(join(directory, 'format.json'));
  expect(await tryTestHome(directory)).toEqual({ ok: false, error: { kind: 'missing' } });
});

test('a damaged part keeps the home closed, and the lock is given back', async () => {
  const directory = makeTestHome();
  const epoch = join(directory, 'epochs', '00000001.epoch');
  const whole = readFileSync(epoch);
  writeFileSync(epoch, whole.subarray(1));
  expect(await tryTestHome(directory)).toEqual({ ok: false, error: { kind: 'damaged', part: 'epochs' } });
  rmSync(epoch);
  expect(await tryTestHome(directory)).toEqual({ ok: false, error: { kind: 'damaged', part: 'epochs' } });
  writeFileSync(epoch, whole);
  await (await openTestHome(directory)).close();
  rmSync(join(directory, 'ledger', 'ledger.jsonl'));
  expect(await tryTestHome(directory)).toEqual({ ok: false, error: { kind: 'missing' } });
});

test('codes that are stretched too little are refused outside of tests, and the usual cost is 2^17', async () => {
  const { kioskId, rootPublicKey, centreCard, centreCardSignature } = cheapEnrolment();
  const facts = { kioskId, rootPublicKey, centreCard, centreCardSignature };
  expect(newEnrolment(facts, systemRandom).draftKeys.log2N).toBe(17);
  const open = (log2N: number) => {
    const directory = makeTestHome(newEnrolment({ ...facts, log2N }, systemRandom));
    const clock = { nowMs: () => 0 };
    return openHome({ directory, deviceSecret: secretOf(directory), random: systemRandom, clock });
  };
  expect(await open(15)).toEqual({ ok: false, error: { kind: 'weakKeys' } });
  await expectOk(await open(16)).close();
});
