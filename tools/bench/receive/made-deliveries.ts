import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLE_SITE } from '../../../centre/example-site.ts';
import { initCentre } from '../../../centre/init.ts';
import type { Sha256 } from '../../../core/basics/hasher.ts';
import type { CentreCard } from '../../../core/bundle/centre-card.ts';
import { composeBundle } from '../../../core/bundle/compose.ts';
import type { KioskCard } from '../../../core/bundle/kiosk-card.ts';
import type { Manifest } from '../../../core/bundle/manifest.ts';
import { recipientsHash } from '../../../core/bundle/recipients.ts';
import { sealBundle } from '../../../core/bundle/seal.ts';
import { formatJson } from '../../../core/bundle/versioned-json.ts';
import type { Intake } from '../../../core/intake/intake.ts';
import { formatPublicKeyLine, minisignPublicKeyOf, newMinisignKey } from '../../../node/minisign-keys.ts';
import { minisignSign } from '../../../node/minisign-signature.ts';
import { systemRandom } from '../../../node/random.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { systemClock } from '../../../node/system-clock.ts';
import { writeTar } from '../../../node/tar.ts';
import { expectDone } from '../../simulate/trouble.ts';

/** A made-up centre with one kiosk, and a folder with what that kiosk delivered. */
export interface MadeDeliveries {
  readonly home: string;
  readonly kioskFile: string;
  readonly publicKey: string;
  readonly stick: string;
}

const CONTENT_VERSION = 'c'.repeat(64);
const SENT_AT = '2026-03-01T10:20:30.400Z';
/** As many answers as somebody gives who takes the short track, and is asked more here and there. */
const ANSWERS = 25;

/** Makes a centre and so many sealed intakes of the smallest size, 32 KiB, in one chain. */
export async function makeDeliveries(folder: string, count: number): Promise<MadeDeliveries> {
  const home = join(folder, 'centre');
  const stick = join(folder, 'stick');
  mkdirSync(stick, { recursive: true });
  const centre = {
    home,
    name: 'Made up',
    site: EXAMPLE_SITE,
    passphrase: null,
    random: systemRandom,
    clock: systemClock,
  };
  const card = expectDone(await initCentre(centre), 'The centre was not made');
  const key = newMinisignKey(systemRandom);
  const publicKey = formatPublicKeyLine(minisignPublicKeyOf(key));
  const kioskId = randomUUID();
  const { centreId, site } = card;
  const kiosk: KioskCard = { format: 1, kioskId, centreId, siteId: site.siteId, publicKey, enrolledAt: SENT_AT };
  const kioskFile = join(folder, 'kiosk.json');
  writeFileSync(kioskFile, formatJson(kiosk));
  let prevHash: Sha256 | null = null;
  for (let seq = 1; seq <= count; seq += 1) {
    const intake = madeIntake(card);
    const contents = {
      manifest: manifestOf(card, { kioskId, seq, prevHash, intakeId: intake.intakeId }),
      intake: formatJson(intake),
      fhir: formatJson({ resourceType: 'Bundle', id: intake.intakeId }),
      summary: new Uint8Array(readFileSync(new URL(import.meta.url)).subarray(0, 4000)),
    };
    const sign = (message: Uint8Array, comment: string): string => minisignSign(key, message, comment);
    const archive = expectDone(composeBundle(contents, { hasher: nodeHasher, sign, writeTar }), 'It is too large');
    const sealed = await sealBundle(archive, card.recipients);
    prevHash = nodeHasher.sha256(sealed);
    writeFileSync(join(stick, `${prevHash.slice(0, 32)}.age`), sealed);
  }
  return { home, kioskFile, publicKey, stick };
}

function manifestOf(card: CentreCard, place: Pick<Manifest, 'kioskId' | 'seq' | 'prevHash' | 'intakeId'>): Manifest {
  return {
    ...{ format: 1, centreId: card.centreId, ...place, addsTo: null },
    ...{ recipientsHash: recipientsHash(card.recipients, nodeHasher), contentVersion: CONTENT_VERSION },
    ...{ language: 'da', culture: 'danish', createdAt: SENT_AT, timeZone: card.site.timeZone },
    ...{ clockConfidence: 'high', bootCounter: 1, appVersion: '0.1.0', withdrawTag: null },
  };
}

function madeIntake({ site: { siteId, name, country, language, timeZone, policy } }: CentreCard): Intake {
  const words = 'Made up for measuring, as long as a short answer of somebody who writes a few words.';
  return {
    ...{ format: 3, intakeId: randomUUID(), createdAt: SENT_AT, language: 'da', culture: 'danish', track: 'short' },
    site: { siteId, name, country, language, timeZone, policy },
    contentVersion: CONTENT_VERSION,
    unitGrams: 12,
    answers: Array.from({ length: ANSWERS }, (_, index) => ({
      ...{ linkId: `made-${index}`, section: 'made', sensitivity: 1, language: 'da', culture: 'danish' },
      ...{ reviewStatus: 'approved', question: { text: words, siteText: words }, answeredAt: SENT_AT },
      ...{ accompanied: false, said: { kind: 'words', text: words } },
    })),
    flags: [],
    calls: [],
    instruments: [],
  };
}
