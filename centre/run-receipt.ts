import { mkdirSync } from 'node:fs';
import { attempt } from '../node/file-system.ts';
import type { ReceiptCommand } from './inbox-command.ts';
import { readInboxRecords } from './inbox/inbox-records.ts';
import { standingOf } from './inbox/kiosk-standing.ts';
import { lay } from './inbox/lay-receipts.ts';
import { readCentreCard } from './centre-home.ts';
import { readKiosks } from './known-kiosk.ts';
import { signReceipts } from './sign-receipt.ts';
import { EXIT } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

/** Runs `receipt` and returns the exit code: signs anew for all that lies in the inbox, but for what forks. */
export function runReceipt(command: ReceiptCommand, surroundings: Surroundings): number {
  const { say, complain, clock } = surroundings;
  const { home, out, json } = command;
  const kiosks = readKiosks(command, surroundings);
  if (!kiosks.ok) return kiosks.error;
  const card = readCentreCard(home);
  const found = readInboxRecords(home);
  if (!card.ok || !found.ok) return unusable(command, card.ok ? 'inbox' : card.error.kind, surroundings);
  const names: string[] = [];
  for (const kiosk of kiosks.value) {
    const { forks } = standingOf(found.value.records, { home, kiosk });
    const received = found.value.records
      .filter(({ manifest }) => manifest.kioskId === kiosk.kioskId && !forks.includes(manifest.seq))
      .map(({ sha256, manifest: { seq } }) => ({ seq, sha256 }));
    const signed = signReceipts({ home, card: card.value, clock }, { kioskId: kiosk.kioskId, received });
    if (!signed.ok) return unusable(command, signed.error.kind, surroundings);
    const isLaid = attempt(() => mkdirSync(out, { recursive: true })).ok && lay(out, signed.value);
    if (!isLaid) return unusable(command, 'cannotWrite', surroundings);
    names.push(...signed.value.map(({ name }) => name));
    say(`Kiosk ${kiosk.kioskId}: signed for ${received.length}.`);
    if (forks.length > 0) complain(`Kiosk ${kiosk.kioskId}: not signed for ${forks.length} numbers that fork.`);
  }
  if (json) say(JSON.stringify({ ok: true, receipts: names }));
  return EXIT.done;
}

function unusable({ home, json }: ReceiptCommand, reason: string, { say, complain }: Surroundings): number {
  complain(`Nothing more was signed in ${home} (${reason}).`);
  if (json) say(JSON.stringify({ ok: false, unusable: { file: home, reason } }));
  return EXIT.usage;
}
