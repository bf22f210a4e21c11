import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Result } from '../../../core/basics/result.ts';
import { CENTRE_TRUSTED_COMMENT } from '../../../core/bundle/trusted-comment.ts';
import { formatJson } from '../../../core/bundle/versioned-json.ts';
import { readProgramContent } from '../../../electron/content/program-content.ts';
import { openKiosk, type Kiosk, type KioskProblem } from '../../../electron/intake/open-kiosk.ts';
import { DEVICE_SECRET_FILE, KEPT_DEVICE_SECRET_FILE } from '../../../electron/store/home-layout.ts';
import { createFileDeviceSecret } from '../../../electron/store/device-secret.ts';
import { newEnrolment, signingKeyOf } from '../../../electron/store/enrolment.ts';
import { createHome } from '../../../electron/store/home.ts';
import { settingsOf, type Settings } from '../../../electron/store/state-content.ts';
import { formatPublicKeyLine, minisignPublicKeyOf, newMinisignKey } from '../../../node/minisign-keys.ts';
import { minisignSign } from '../../../node/minisign-signature.ts';
import { systemRandom } from '../../../node/random.ts';
import { FakeKeyStore } from '../fake-key-store.ts';
import { HandUptime } from '../hand-uptime.ts';
import { kioskOf, type MadeCentre } from '../../centre/made-centre.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { KIOSK_ID } from '../test-home.ts';

export const NOW_MS = Date.parse('2026-03-04T10:00:00Z');
/** The lowest cost that a kiosk takes. */
const LOG2_N = 16;

/** How a kiosk's home departs from one that is in order. */
export interface KioskHome {
  readonly isDemo?: boolean;
  readonly acceptsReducedProtection?: boolean;
  readonly isEnrolled?: boolean;
  /** The centre has opened its canary. */
  readonly isConfirmed?: boolean;
  /** Changes the centre's card before its root signs it. */
  readonly card?: object;
  /** Changes the card after it was signed. */
  readonly forgedCard?: object;
  readonly destinations?: Settings['destinations'];
  /** The root key that is pinned; the card's own when nothing else is said. */
  readonly pinnedRoot?: string;
}

/** Makes the home of a kiosk of a centre, and writes the kiosk's card as the centre's files name it. */
export function makeKioskHome(centre: MadeCentre, departure: KioskHome = {}): string {
  const home = join(temporaryFolder(), 'home');
  const root = newMinisignKey(systemRandom);
  const card = formatJson({ ...centre.card, ...departure.card });
  const forgedCard = formatJson({ ...centre.card, ...departure.card, ...departure.forgedCard });
  const enrolment = newEnrolment(
    {
      kioskId: KIOSK_ID,
      rootPublicKey: departure.pinnedRoot ?? formatPublicKeyLine(minisignPublicKeyOf(root)),
      centreCard: Buffer.from(forgedCard).toString(),
      centreCardSignature: minisignSign(root, card, CENTRE_TRUSTED_COMMENT),
      log2N: LOG2_N,
    },
    systemRandom,
  );
  const settings = settingsOf({
    isDemo: departure.isDemo ?? true,
    acceptsReducedProtection: departure.acceptsReducedProtection ?? false,
    dutyPersonName: 'Pipaluk',
    testCallOn: '2026-03-04',
    selfTestOn: '2026-03-04',
    destinationFolder: null,
    destinations: departure.destinations ?? [],
    space: { ballastMiB: 1, leastFreeMiB: 1 },
  });
  mkdirSync(home);
  const deviceSecret = expectOk(createFileDeviceSecret(join(home, DEVICE_SECRET_FILE), systemRandom));
  const isConfirmed = departure.isConfirmed ?? true;
  const enrolled = departure.isEnrolled === false ? null : { ...enrolment, isConfirmed };
  expectOk(createHome({ directory: home, deviceSecret, random: systemRandom, settings, enrolment: enrolled }));
  const kioskCard = { ...kioskOf(centre.card, signingKeyOf(enrolment)), kioskId: KIOSK_ID };
  writeFileSync(centre.kioskFile, formatJson(kioskCard));
  return home;
}

/** Puts the device secret of a home where production has it. */
export async function moveSecretToKeyStore(home: string, backend: string): Promise<void> {
  const secretFile = join(home, DEVICE_SECRET_FILE);
  const encrypted = await new FakeKeyStore().encrypt(readFileSync(secretFile, 'utf8').trim());
  const kept = { format: 1, backend, secret: Buffer.from(encrypted).toString('base64') };
  writeFileSync(join(home, KEPT_DEVICE_SECRET_FILE), JSON.stringify(kept));
  rmSync(secretFile);
}

/** Opens a home and checks it, as the program does before anybody answers. */
export async function tryKiosk(
  home: string,
  programContent: string,
  uptime = new HandUptime(),
): Promise<Result<Kiosk, KioskProblem>> {
  const surroundings = { clock: { nowMs: () => NOW_MS }, random: systemRandom, uptime, keyStore: new FakeKeyStore() };
  const content = readProgramContent(programContent);
  const kiosk = await openKiosk({
    home,
    programContent: content,
    appVersion: '0.1.0',
    oldRuntime: false,
    ...surroundings,
  });
  const checked = kiosk.ok ? await kiosk.value.check() : kiosk;
  return checked.ok ? kiosk : checked;
}

/** Opens a home, which must work, at the longest until the test is over. */
export async function startKiosk(home: string, programContent: string, uptime?: HandUptime): Promise<Kiosk> {
  const kiosk = expectOk(await tryKiosk(home, programContent, uptime));
  onTestFinished(() => kiosk.home.close());
  return kiosk;
}
