import { randomUUID } from 'node:crypto';
import { Encrypter } from 'age-encryption';
import { parseCentreCard } from '../../../core/bundle/centre-card.ts';
import { composeBundle, type BundleContents } from '../../../core/bundle/compose.ts';
import type { Manifest } from '../../../core/bundle/manifest.ts';
import { recipientsHash } from '../../../core/bundle/recipients.ts';
import { sealBundle } from '../../../core/bundle/seal.ts';
import { toUtf8 } from '../../../core/basics/utf8.ts';
import { signingKeyOf } from '../../../electron/store/enrolment.ts';
import { minisignSign } from '../../../node/minisign-signature.ts';
import { systemRandom } from '../../../node/random.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { writeTar } from '../../../node/tar.ts';
import { expectDone } from '../../simulate/trouble.ts';
import { median, medianMs } from '../measure.ts';
import { commitNext, type FilledHome } from './filled-home.ts';

/** Median milliseconds of sealing one intake. */
export interface SealCosts {
  readonly archiveBytes: number;
  /** Packed, signed and encrypted. */
  readonly sealMs: number;
  /** age-encryption alone, on the same archive for the same recipients. */
  readonly ageMs: number;
  /** Kept in the outbox and the ledger, durable. */
  readonly commitMs: number;
}

/** Until the compiler has seen everything. */
const WARM_UPS = 20;

/** With these an archive has 64 KiB. */
const SIZE_BYTES = { intake: 42_000, fhir: 10_000, summary: 5_000 };

/** Measures sealing, in turn with age-encryption alone, and then keeping what was sealed. */
export async function measureSealing({ custody }: FilledHome, rounds: number): Promise<SealCosts> {
  const { enrolment, outbox } = custody;
  const { recipients } = expectDone(parseCentreCard(toUtf8(enrolment.centreCard)), 'The centre’s card cannot be read');
  const contents = madeContents(enrolment.kioskId, recipients);
  const signingKey = signingKeyOf(enrolment);
  const tools = {
    hasher: nodeHasher,
    sign: (message: Uint8Array, comment: string) => minisignSign(signingKey, message, comment),
    writeTar,
  };
  const compose = (): Uint8Array => expectDone(composeBundle(contents, tools), 'The bundle was not packed');
  const archive = compose();
  const seal = (): Promise<Uint8Array> => sealBundle(compose(), recipients);
  const sealing = { run: seal, times: [] as number[] };
  const encrypting = { run: () => encryptAlone(archive, recipients), times: [] as number[] };
  await inTurn([sealing, encrypting], rounds);
  // Apart from them: whoever runs behind a wait for the disk finds the processor's caches cold.
  const sealed = await seal();
  const commitMs = medianMs(() => {
    commitNext(outbox, sealed);
  }, rounds);
  return { archiveBytes: archive.length, sealMs: median(sealing.times), ageMs: median(encrypting.times), commitMs };
}

function encryptAlone(archive: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(archive);
}

/** A work, and the milliseconds that it took each time. */
interface Work {
  readonly run: () => Promise<unknown>;
  readonly times: number[];
}

/** Measures works in turn; which of them comes first changes each round. */
async function inTurn(works: readonly Work[], rounds: number): Promise<void> {
  for (let round = 0; round < WARM_UPS + rounds; round += 1) {
    for (const { run, times } of round % 2 === 0 ? works : works.toReversed()) {
      const ms = await tookMs(run);
      if (round >= WARM_UPS) times.push(ms);
    }
  }
}

async function tookMs(run: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await run();
  return performance.now() - startedMs;
}

function madeContents(kioskId: string, recipients: readonly string[]): BundleContents {
  const manifest: Manifest = {
    format: 1,
    kioskId,
    centreId: randomUUID(),
    seq: 1,
    prevHash: null,
    intakeId: randomUUID(),
    addsTo: null,
    recipientsHash: recipientsHash(recipients, nodeHasher),
    contentVersion: 'c0ffee00'.repeat(8),
    language: 'da',
    culture: 'danish',
    createdAt: '2026-03-01T11:00:00.000Z',
    timeZone: 'Europe/Copenhagen',
    clockConfidence: 'high',
    bootCounter: 1,
    appVersion: 'bench',
    withdrawTag: null,
  };
  const { intake, fhir, summary } = SIZE_BYTES;
  const bytes = (size: number): Uint8Array => systemRandom.bytes(size);
  return { manifest, intake: bytes(intake), fhir: bytes(fhir), summary: bytes(summary) };
}
