import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { KioskCard } from '../../../core/bundle/kiosk-card.ts';
import { withdrawTagOf } from '../../../core/outbox/withdrawal.ts';
import { formatJson } from '../../../core/bundle/versioned-json.ts';
import { signingKeyOf } from '../../../electron/store/enrolment.ts';
import type { Enrolment } from '../../../electron/store/enrolment.ts';
import { DEVICE_SECRET_FILE, KIOSK_CARD_FILE } from '../../../electron/store/home-layout.ts';
import { formatPublicKeyLine, minisignPublicKeyOf } from '../../../node/minisign-keys.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { keyOf } from '../../core/outbox/ledger-lines.ts';
import { expectOk } from '../../expect-ok.ts';
import { intakeIdOf } from '../intake-id.ts';
import { makeTestHome, openTestHome, someCode } from '../test-home.ts';

/** The sealed bytes of an intake. */
export function sealedBytes(seq: number): Uint8Array {
  return new Uint8Array(Buffer.from(`the sealed file of ${seq}`));
}

/** Makes a home with its secret inside, so many sealed intakes and one draft, and closes it. */
export async function keptHome(intakes = 3): Promise<string> {
  const directory = makeTestHome();
  copyFileSync(join(directory, '..', 'secret'), join(directory, DEVICE_SECRET_FILE));
  const home = await openTestHome(directory);
  const { drafts, outbox } = home.custody;
  for (let seq = 1; seq <= intakes; seq += 1) {
    expectOk(outbox.commit({ seq, intakeId: intakeIdOf(seq), bytes: sealedBytes(seq), withdrawTag: null }));
  }
  const draft = expectOk(await drafts.create(someCode(), Buffer.from('one')));
  expectOk(draft.save(Buffer.from('two')));
  draft.close();
  await home.close();
  writeCard(directory, home.custody.enrolment);
  return directory;
}

/** Makes a home with one intake each that is kept after its receipt, purged, taken back, and asked to be forgotten. */
export async function endedHome(): Promise<string> {
  const directory = await keptHome(0);
  const home = await openTestHome(directory);
  const { outbox } = home.custody;
  for (const seq of [1, 2, 3, 4]) {
    const withdrawTag = withdrawTagOf(keyOf(seq), nodeHasher);
    expectOk(outbox.commit({ seq, intakeId: intakeIdOf(seq), bytes: sealedBytes(seq), withdrawTag }));
  }
  expectOk(outbox.withdraw(keyOf(1)));
  for (const delivery of outbox.deliveries()) expectOk(outbox.markReceipted(delivery));
  expectOk(outbox.purge(outbox.receipted().slice(0, 1)));
  expectOk(outbox.requestWithdrawal(keyOf(3)));
  await home.close();
  return directory;
}

/** Writes kiosk.json, as the enrolment does. */
export function writeCard(directory: string, enrolment: Enrolment): void {
  const card: KioskCard = {
    format: 1,
    kioskId: enrolment.kioskId,
    centreId: enrolment.kioskId,
    siteId: 'house',
    publicKey: formatPublicKeyLine(minisignPublicKeyOf(signingKeyOf(enrolment))),
    enrolledAt: '2026-03-04T05:06:07.890Z',
  };
  writeFileSync(join(directory, KIOSK_CARD_FILE), formatJson(card));
}

/** Opens a home for the length of a test, as a running kiosk does. */
export async function runningKiosk(directory: string): Promise<void> {
  const home = await openTestHome(directory);
  onTestFinished(() => home.close());
}
