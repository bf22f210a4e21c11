import { EXAMPLE_SITE } from '../../centre/example-site.ts';
import { calendarDay, isoDay } from '../../core/translation/dates.ts';
import { createCipheriv, pbkdf2Sync } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openFileDeviceSecret } from '../../electron/store/device-secret.ts';
import { DEVICE_SECRET_FILE, homeLayout, KEPT_DEVICE_SECRET_FILE } from '../../electron/store/home-layout.ts';
import { createKeptDeviceSecret } from '../../electron/store/kept-device-secret.ts';
import type { KeyStore } from '../../electron/store/key-store.ts';
import type { StateContent } from '../../electron/store/state-content.ts';
import { openState } from '../../electron/store/state.ts';
import { systemRandom } from '../../node/random.ts';
import { openKioskWindow, programFromEnvironment, type KioskWindow } from '../../tools/person/kiosk-window.ts';
import { Person } from '../../tools/person/person.ts';
import { expectOk } from '../expect-ok.ts';
import { HAS_KEYRING, Keyring, NEEDS_KEYRING } from './keyring.ts';
import { answerUntil, expect, leaves, personAtFirstQuestion, stops, test as base } from './kiosk.ts';

/** Lets a home receive people as if its centre had opened a canary. */
function confirms(home: string): void {
  const deviceSecret = expectOk(openFileDeviceSecret(join(home, DEVICE_SECRET_FILE)));
  const state = expectOk(openState({ folder: homeLayout(home).state, deviceSecret, random: systemRandom }));
  const confirmed = ({ enrolment, ...content }: StateContent): StateContent => ({
    ...content,
    enrolment: enrolment === null ? null : { ...enrolment, isConfirmed: true },
  });
  expectOk(state.change(confirmed));
}

const TODAY = isoDay(calendarDay(Date.now(), EXAMPLE_SITE.timeZone));

/** A real house whose day was opened: by the house's calendar, which near midnight is another day than that of UTC. */
const OPENED_TODAY = { isDemo: false, testCallOn: TODAY, selfTestOn: TODAY };

/** A kiosk of a real house, on a machine with a keyring. */
const test = base.extend<{ readonly keyring: Keyring }>({
  settings: { ...OPENED_TODAY, acceptsReducedProtection: false },
  home: async ({ home }, use) => {
    confirms(home);
    await use(home);
  },
  keyring: async ({ home }, use) => {
    const keyring = new Keyring(join(dirname(home), 'account'));
    await use(keyring);
    await keyring.end();
  },
});
test.skip(!HAS_KEYRING, NEEDS_KEYRING);

const HOW = { language: 'da', culture: 'danish' } as const;

/** Starts the kiosk in a session, uses it, and ends it. */
async function inSession<T>(
  { home, keyring, store = 'gnome-libsecret' }: { home: string; keyring: Keyring; store?: string },
  use: (kiosk: KioskWindow) => Promise<T>,
): Promise<T> {
  const env = await keyring.begin();
  const kiosk = await openKioskWindow({ ...programFromEnvironment(), env }, home, [`--password-store=${store}`]);
  try {
    return await use(kiosk);
  } finally {
    await kiosk.close();
    await keyring.end();
  }
}

/** The key store of a running kiosk's account, as Electron gives it. */
function keyStoreOf({ app }: KioskWindow): KeyStore {
  return {
    backend: () => app.evaluate(({ safeStorage }) => (safeStorage.isEncryptionAvailable() ? 'gnome_libsecret' : null)),
    encrypt: async (text) =>
      Buffer.from(
        await app.evaluate(({ safeStorage }, plain) => safeStorage.encryptString(plain).toString('base64'), text),
        'base64',
      ),
    decrypt: () => Promise.resolve(null),
  };
}

/** Puts a home's secret into the key store, and removes it from its file, as if it had never been there. */
async function movesSecret(home: string, kiosk: KioskWindow): Promise<void> {
  const secret = expectOk(openFileDeviceSecret(join(home, DEVICE_SECRET_FILE))).read();
  const random = { bytes: () => Uint8Array.from(secret) };
  const parts = { keyStore: keyStoreOf(kiosk), random, acceptsReducedProtection: false };
  expectOk(await createKeptDeviceSecret(join(home, KEPT_DEVICE_SECRET_FILE), parts));
  rmSync(join(home, DEVICE_SECRET_FILE));
}

async function isClosed(kiosk: KioskWindow): Promise<void> {
  await (await kiosk.page()).locator('main[data-scene="closed"]').waitFor();
}

async function isOpen(kiosk: KioskWindow): Promise<void> {
  await new Person(await kiosk.page()).sees('greeting');
}

test(`a home whose secret the machine’s keyring keeps opens after each restart, and nowhere else ${NEEDS_KEYRING}`, async ({
  home,
  keyring,
}) => {
  test.setTimeout(300_000);
  await inSession({ home, keyring }, async (kiosk) => {
    // A real house's secret must not lie open beside what it protects.
    await isClosed(kiosk);
    await movesSecret(home, kiosk);
  });
  const kept = readFileSync(join(home, KEPT_DEVICE_SECRET_FILE), 'utf8');
  // What Chromium encrypts under the keyring's key begins so.
  expect(Buffer.from((JSON.parse(kept) as { secret: string }).secret, 'base64').toString('latin1')).toMatch(/^v11/);

  const code = await inSession({ home, keyring }, async (kiosk) => {
    const person = await personAtFirstQuestion(kiosk, HOW);
    await answerUntil(person, HOW, 'call-name');
    await stops(person, 'keep');
    const digits = await person.readsTheCode();
    await person.goesOn();
    await person.sees('kept');
    await leaves(kiosk, person);
    return digits;
  });
  await inSession({ home, keyring }, async (kiosk) => {
    const back = new Person(await kiosk.page());
    await back.comesBackWith(code);
    expect(await back.question()).toBe('call-name');
  });
  expect(existsSync(join(home, DEVICE_SECRET_FILE))).toBe(false);

  await inSession({ home, keyring, store: 'basic' }, isClosed);
  const elsewhere = new Keyring(join(dirname(home), 'another-account'));
  await inSession({ home, keyring: elsewhere }, isClosed);
  await inSession({ home, keyring }, isOpen);
});

/** What Chromium makes of a text on Linux where it has no key store: its password stands in its source. */
function encryptedWithoutAKey(text: string): Buffer {
  const key = pbkdf2Sync('peanuts', 'saltysalt', 1, 16, 'sha1');
  const cipher = createCipheriv('aes-128-cbc', key, Buffer.alloc(16, ' '));
  return Buffer.concat([Buffer.from('v10'), cipher.update(text, 'utf8'), cipher.final()]);
}

/** Puts a home's secret where a key store without a key would put it. */
function exposesSecret(home: string): void {
  const secret = readFileSync(join(home, DEVICE_SECRET_FILE), 'utf8').trim();
  const kept = { format: 1, backend: 'basic_text', secret: encryptedWithoutAKey(secret).toString('base64') };
  writeFileSync(join(home, KEPT_DEVICE_SECRET_FILE), `${JSON.stringify(kept)}\n`);
  rmSync(join(home, DEVICE_SECRET_FILE));
}

for (const acceptsReducedProtection of [false, true]) {
  const house = test.extend({ settings: { ...OPENED_TODAY, acceptsReducedProtection } });
  const outcome = acceptsReducedProtection ? 'opens a house that has accepted it' : 'keeps a house closed';
  house(`a secret that was encrypted without a key ${outcome} ${NEEDS_KEYRING}`, async ({ home, keyring }) => {
    exposesSecret(home);
    await inSession({ home, keyring }, acceptsReducedProtection ? isOpen : isClosed);
  });
}
