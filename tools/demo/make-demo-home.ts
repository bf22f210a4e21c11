import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatJson } from '../../core/bundle/versioned-json.ts';
import { HOME_FILES } from '../../centre/centre-home.ts';
import { EXAMPLE_SITE } from '../../centre/example-site.ts';
import { initCentre } from '../../centre/init.ts';
import { kioskCardOf } from '../../electron/enrolment/enrol-kiosk.ts';
import { DEMO_DUTY_PERSON } from '../../electron/intake/open-kiosk.ts';
import { DEVICE_SECRET_FILE, KIOSK_CARD_FILE } from '../../electron/store/home-layout.ts';
import { createFileDeviceSecret } from '../../electron/store/device-secret.ts';
import { newEnrolment } from '../../electron/store/enrolment.ts';
import { createHome } from '../../electron/store/home.ts';
import { settingsOf, type Settings } from '../../electron/store/state-content.ts';
import { confirmEnrolment } from './confirm-enrolment.ts';
import { createDurably } from '../../node/durable-file.ts';
import { formatPublicKeyLine, parsePublicKeyFile } from '../../node/minisign-keys.ts';
import { systemRandom } from '../../node/random.ts';
import { systemClock } from '../../node/system-clock.ts';

/** The made-up second person of a demo home. */
const DEMO_SECOND_PERSON = 'Malik';

/**
 * Makes a home for demonstrations and tests, with a made-up house and a centre of its own in HOME/centre: the kiosk
 * program itself never makes keys of a centre. An existing demo home is left as it is.
 *
 * @param chosen what this house has otherwise than usual
 * @param log2N the cost of stretching codes; below the usual lowest one the kiosk refuses the home
 * @throws when a home was left half-made; nothing is ever made over one
 */
export async function makeDemoHome(home: string, chosen: Partial<Settings> = {}, log2N?: number): Promise<void> {
  if (existsSync(join(home, 'format.json'))) return;
  if (existsSync(home) && existsSync(join(home, 'state'))) throw new Error(`A home was left half-made: remove ${home}`);
  mkdirSync(join(home, 'stick'), { recursive: true, mode: 0o700 });
  const centreHome = join(home, 'centre');
  const centre = unwrap(
    await initCentre({
      home: centreHome,
      name: 'Øvecentret',
      site: { ...EXAMPLE_SITE, siteId: 'oevehuset', name: 'Øvehuset' },
      passphrase: null,
      random: systemRandom,
      clock: systemClock,
    }),
  );
  const deviceSecret = unwrap(createFileDeviceSecret(join(home, DEVICE_SECRET_FILE), systemRandom));
  const root = parsePublicKeyFile(readFileSync(join(centreHome, HOME_FILES.rootPublic), 'utf8'));
  if (root === null) throw new Error('The new centre has no readable root key');
  const enrolment = newEnrolment(
    {
      kioskId: randomUUID(),
      rootPublicKey: formatPublicKeyLine(root),
      centreCard: readFileSync(join(centreHome, HOME_FILES.card), 'utf8'),
      centreCardSignature: readFileSync(join(centreHome, HOME_FILES.cardSignature), 'utf8'),
      ...(log2N === undefined ? {} : { log2N }),
    },
    systemRandom,
  );
  const card = kioskCardOf(enrolment, centre, systemClock);
  unwrap(createDurably(join(home, KIOSK_CARD_FILE), formatJson(card)));
  const settings = settingsOf({
    isDemo: true,
    dutyPersonName: DEMO_DUTY_PERSON,
    offers: ['peer', 'cafe', 'cooking'],
    secondPersonName: DEMO_SECOND_PERSON,
    testCallOn: new Date(systemClock.nowMs()).toISOString().slice(0, 'YYYY-MM-DD'.length),
    destinationFolder: join(home, 'stick'),
    // A demo home is made and thrown away often.
    space: { ballastMiB: 1, leastFreeMiB: 8 },
    ...chosen,
  });
  const confirmed = await confirmEnrolment(enrolment, card, centreHome);
  unwrap(createHome({ directory: home, deviceSecret, random: systemRandom, settings, enrolment: confirmed }));
}

function unwrap<T>(result: { ok: true; value: T } | { ok: false; error: { kind: string } }): T {
  if (!result.ok) throw new Error(`The demo home could not be made: ${result.error.kind}`);
  return result.value;
}
