import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../../core/basics/result.ts';
import { fail } from '../../../core/basics/result.ts';
import { createFileDeviceSecret, openFileDeviceSecret } from '../../../electron/store/device-secret.ts';
import type { DeviceSecret } from '../../../electron/store/device-secret.ts';
import {
  createKeptDeviceSecret,
  openDeviceSecret,
  openKeptDeviceSecret,
} from '../../../electron/store/kept-device-secret.ts';
import { DEVICE_SECRET_FILE, KEPT_DEVICE_SECRET_FILE } from '../../../electron/store/home-layout.ts';
import type { KeyStore } from '../../../electron/store/key-store.ts';
import { systemRandom } from '../../../node/random.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { FakeKeyStore } from '../fake-key-store.ts';

type Awaitable = Result<DeviceSecret, object> | Promise<Result<DeviceSecret, object>>;

interface Kept {
  readonly make: (path: string) => Awaitable;
  readonly open: (path: string) => Awaitable;
}

const inKeyStore = (keyStore: KeyStore, acceptsReducedProtection = false): Kept => ({
  make: (path) => createKeptDeviceSecret(path, { keyStore, random: systemRandom, acceptsReducedProtection }),
  open: (path) => openKeptDeviceSecret(path, keyStore),
});

describe.each<[string, DeviceSecret['backend'], boolean, Kept]>([
  ['a file', 'file', true, { make: (path) => createFileDeviceSecret(path, systemRandom), open: openFileDeviceSecret }],
  ['the key store', 'gnome_libsecret', false, inKeyStore(new FakeKeyStore())],
  ['a key store without a key', 'basic_text', true, inKeyStore(new FakeKeyStore('basic_text'), true)],
])('A device secret in %s', (_, backend, reducedProtection, { make, open }) => {
  const newPath = () => join(temporaryFolder(), 'secret');

  test('reads back, says where it is kept, and gives out copies only', async () => {
    const path = newPath();
    const made = expectOk(await make(path));
    const opened = expectOk(await open(path));
    expect(opened.read()).toEqual(made.read());
    expect([opened.backend, opened.reducedProtection, opened.read().length]).toEqual([backend, reducedProtection, 32]);
    expect([made.backend, made.reducedProtection]).toEqual([backend, reducedProtection]);
    opened.read().fill(0);
    expect(opened.read()).toEqual(made.read());
    expect(expectOk(await make(newPath())).read()).not.toEqual(made.read());
  });

  test('is never replaced', async () => {
    const path = newPath();
    const made = expectOk(await make(path));
    expect(await make(path)).toEqual(fail({ kind: 'exists' }));
    expect(expectOk(await open(path)).read()).toEqual(made.read());
  });

  test('is refused when it is damaged, and missing when it is not there', async () => {
    const path = newPath();
    expectOk(await make(path));
    const whole = readFileSync(path, 'utf8');
    for (const damaged of [whole.slice(1), '', `${whole}x`, whole.slice(0, 20)]) {
      writeFileSync(path, damaged);
      expect(await open(path)).toEqual(fail({ kind: 'damaged', part: 'deviceSecret' }));
    }
    rmSync(path);
    expect(await open(path)).toEqual(fail({ kind: 'missing' }));
  });
});

test('a secret in the key store does not lie in its file', async () => {
  const path = join(temporaryFolder(), 'secret');
  const made = expectOk(await inKeyStore(new FakeKeyStore()).make(path));
  const file = readFileSync(path);
  expect(file.includes(Buffer.from(made.read()).toString('hex'))).toBe(false);
  expect(file.includes(Buffer.from(made.read()).toString('base64'))).toBe(false);
});

test('a key store that is locked makes no secret and opens none, and the secret is there when it is unlocked', async () => {
  const path = join(temporaryFolder(), 'secret');
  const keyStore = new FakeKeyStore();
  const { make, open } = inKeyStore(keyStore);
  keyStore.isLocked = true;
  expect(await make(path)).toEqual(fail({ kind: 'noKeyStore' }));
  keyStore.isLocked = false;
  const made = expectOk(await make(path));
  keyStore.isLocked = true;
  expect(await open(path)).toEqual(fail({ kind: 'noKeyStore' }));
  keyStore.isLocked = false;
  expect(expectOk(await open(path)).read()).toEqual(made.read());
});

test('the secret of another machine does not open, nor what is no secret', async () => {
  const path = join(temporaryFolder(), 'secret');
  expectOk(await inKeyStore(new FakeKeyStore('gnome_libsecret', 'another machine')).make(path));
  const keyStore = new FakeKeyStore();
  expect(await openKeptDeviceSecret(path, keyStore)).toEqual(fail({ kind: 'otherKeyStore' }));
  const secret = Buffer.from(await keyStore.encrypt('short')).toString('base64');
  writeFileSync(path, JSON.stringify({ format: 1, backend: 'gnome_libsecret', secret }));
  expect(await openKeptDeviceSecret(path, keyStore)).toEqual(fail({ kind: 'damaged', part: 'deviceSecret' }));
});

test('a key store without a key is refused unless somebody has accepted it', async () => {
  const path = join(temporaryFolder(), 'secret');
  expect(await inKeyStore(new FakeKeyStore('basic_text')).make(path)).toEqual(fail({ kind: 'reducedProtection' }));
});

test('a home’s secret is found wherever it is kept', async () => {
  const keyStore = new FakeKeyStore();
  const home = temporaryFolder();
  expect(await openDeviceSecret(home, keyStore)).toEqual(fail({ kind: 'missing' }));
  expectOk(createFileDeviceSecret(join(home, DEVICE_SECRET_FILE), systemRandom));
  expect(expectOk(await openDeviceSecret(home, keyStore)).backend).toBe('file');
  expectOk(await inKeyStore(keyStore).make(join(home, KEPT_DEVICE_SECRET_FILE)));
  expect(expectOk(await openDeviceSecret(home, keyStore)).backend).toBe('gnome_libsecret');
  expect(await openDeviceSecret(home, null)).toEqual(fail({ kind: 'noKeyStore' }));
});
