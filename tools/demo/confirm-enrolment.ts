import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCentreHome } from '../../centre/centre-home.ts';
import { enrolAtCentre } from '../../centre/enrol.ts';
import { canaryNameOf } from '../../core/bundle/canary.ts';
import type { KioskCard } from '../../core/bundle/kiosk-card.ts';
import { formatJson } from '../../core/bundle/versioned-json.ts';
import { makeCanary } from '../../electron/enrolment/make-canary.ts';
import { confirmedBy, newestCard, signingKeyOf } from '../../electron/store/enrolment.ts';
import type { Enrolment } from '../../electron/store/enrolment.ts';
import { kioskWords } from '../../node/eight-words.ts';
import { parsePublicKeyLine } from '../../node/minisign-keys.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { readSignedReceipt } from '../../node/signed-receipt.ts';
import { systemClock } from '../../node/system-clock.ts';

/**
 * Lets the centre of a demo home enrol its kiosk: the kiosk's canary goes there and its receipt comes back, as between
 * two houses, and only the people who compare words are left out.
 *
 * @throws when the centre does not open the canary
 */
export async function confirmEnrolment(enrolment: Enrolment, card: KioskCard, centreHome: string): Promise<Enrolment> {
  const centre = await readCentreHome(centreHome);
  if (!centre.ok) throw new Error(`The centre of the demo home cannot be read: ${centre.error.kind}`);
  const stick = mkdtempSync(join(tmpdir(), 'matu-demo-'));
  try {
    const { kioskId } = enrolment;
    const maker = { kioskId, signingKey: signingKeyOf(enrolment), card: centre.value.card, clock: systemClock };
    const canary = await makeCanary({ ...maker, bootCounter: 0, appVersion: 'demo' });
    writeFileSync(join(stick, 'kiosk.json'), formatJson(card));
    writeFileSync(join(stick, canaryNameOf(kioskId, nodeHasher)), canary);
    const request = { home: centreHome, centre: centre.value, from: stick, out: stick, clock: systemClock };
    const enrolled = await enrolAtCentre({ ...request, words: kioskWords(card) });
    if (!enrolled.ok) throw new Error(`The centre of the demo home did not enrol it: ${enrolled.error.kind}`);
    const receiptKey = parsePublicKeyLine(centre.value.card.receiptKey);
    const file = join(stick, enrolled.value.receipt ?? '');
    const signed = { bytes: new Uint8Array(readFileSync(file)), signature: readFileSync(`${file}.minisig`, 'utf8') };
    const receipt = receiptKey === null ? null : readSignedReceipt(receiptKey, signed);
    const awaited = { ...newestCard(enrolment), canary: nodeHasher.sha256(canary) };
    const opened = receipt?.ok === true ? receipt.value.canary : null;
    const confirmed = opened === null ? null : confirmedBy({ ...enrolment, awaited }, opened);
    if (confirmed === null) throw new Error('The centre of the demo home signed for another canary');
    return confirmed;
  } finally {
    rmSync(stick, { recursive: true, force: true });
  }
}
