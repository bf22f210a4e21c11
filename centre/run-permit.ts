import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { toUtf8 } from '../core/basics/utf8.ts';
import { RECOVERY_TRUSTED_COMMENT } from '../core/bundle/trusted-comment.ts';
import { formatJson } from '../core/bundle/versioned-json.ts';
import { RECOVERY_FILE, type RecoveryPermit } from '../core/staff/recovery.ts';
import { replaceDurably } from '../node/durable-file.ts';
import { attempt } from '../node/file-system.ts';
import { minisignSign } from '../node/minisign-signature.ts';
import { readIssuedCards } from './centre-home.ts';
import { readEnrolledKiosks } from './enrolled-kiosks.ts';
import type { PermitCommand } from './enrolment-command.ts';
import { readRootKey } from './rotate.ts';
import { EXIT, type Surroundings } from './surroundings.ts';

/** A stick travels for some days. */
const VALID_MS = 7 * 24 * 60 * 60 * 1000;
/** Enough of a kiosk's id to name it, as people say it on the telephone. */
const SHORT_ID = 8;

/** Runs `permit` and returns the exit code. */
export function runPermit({ home, kioskId, challenge, out, json }: PermitCommand, surroundings: Surroundings): number {
  const { say, complain, clock } = surroundings;
  const refuse = (reason: string, words: string, code: number): number => {
    complain(words);
    if (json) say(JSON.stringify({ ok: false, reason }));
    return code;
  };
  const kiosks = readEnrolledKiosks(home);
  if (!kiosks.ok) return refuse(kiosks.error.kind, `${kiosks.error.file}: ${kiosks.error.kind}.`, EXIT.usage);
  const isMeant = (id: string): boolean => id === kioskId || (kioskId.length >= SHORT_ID && id.startsWith(kioskId));
  const [kiosk, ...others] = kiosks.value.filter(({ card }) => isMeant(card.kioskId));
  if (kiosk === undefined || others.length > 0)
    return refuse('unknown', `No kiosk ${kioskId} is enrolled here.`, EXIT.usage);
  if (kiosk.revoked !== null)
    return refuse('revoked', 'This kiosk is revoked: it comes back as a new one only.', EXIT.refused);
  const cards = readIssuedCards(home);
  const present = cards.ok ? cards.value.find(({ isInUse }) => isInUse) : undefined;
  if (present === undefined)
    return refuse('noCard', 'There is no card of this centre that root.pub signed.', EXIT.usage);
  const root = readRootKey(home, present.rootPublicKey);
  if (!root.ok)
    return refuse(root.error.kind, 'root.key is needed for this: bring it from the safe first.', EXIT.usage);
  const permit: RecoveryPermit = {
    format: 1,
    centreId: present.card.centreId,
    kioskId: kiosk.card.kioskId,
    challenge,
    validUntil: new Date(clock.nowMs() + VALID_MS).toISOString(),
  };
  const bytes = formatJson(permit);
  const signature = toUtf8(minisignSign(root.value, bytes, RECOVERY_TRUSTED_COMMENT));
  const file = join(out, RECOVERY_FILE);
  const isWritten =
    attempt(() => mkdirSync(out, { recursive: true })).ok &&
    replaceDurably(file, bytes).ok &&
    replaceDurably(`${file}.minisig`, signature).ok;
  if (!isWritten) return refuse('cannotWrite', `${out} cannot be written.`, EXIT.refused);
  say(`Bring ${RECOVERY_FILE} and its signature to the kiosk within seven days. Move root.key back to the safe.`);
  if (json) say(JSON.stringify({ ok: true, kioskId: permit.kioskId, validUntil: permit.validUntil }));
  return EXIT.done;
}
