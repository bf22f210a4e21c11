import type { KioskCard } from '../core/bundle/kiosk-card.ts';
import { acquireWriterLock } from '../node/writer-lock.ts';
import { HEAD_REFUSALS } from './head-refusal.ts';
import type { ReceiveCommand } from './inbox-command.ts';
import { Inbox } from './inbox/inbox.ts';
import { layReceipts } from './inbox/lay-receipts.ts';
import type { KioskStanding } from './inbox/kiosk-standing.ts';
import { receive } from './inbox/receive.ts';
import type { Delivered, Received, RefusedFile } from './inbox/receive.ts';
import { readHome, readKiosks } from './known-kiosk.ts';
import type { KnownHome } from './known-kiosk.ts';
import { rangesOf } from './number-ranges.ts';
import { REFUSALS } from './refusal.ts';
import { EXIT } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

interface Run {
  readonly command: ReceiveCommand;
  readonly home: KnownHome;
  readonly kiosks: readonly KioskCard[];
  readonly surroundings: Surroundings;
}

/** Runs `receive` and returns the exit code. */
export async function runReceive(command: ReceiveCommand, surroundings: Surroundings): Promise<number> {
  const kiosks = readKiosks(command, surroundings);
  if (!kiosks.ok) return kiosks.error;
  if (kiosks.value.length === 0) return reportNoKiosk(command, surroundings);
  const home = await readHome(command, surroundings);
  if (!home.ok) return home.error;
  const lock = await acquireWriterLock(command.home);
  if (!lock.ok) return reportUnusable(command, lock.error.kind, surroundings);
  const inbox = Inbox.open(command.home);
  try {
    if (!inbox.ok) return reportUnusable(command, inbox.error.kind, surroundings);
    return await receiveInto(inbox.value, { command, home: home.value, kiosks: kiosks.value, surroundings });
  } finally {
    if (inbox.ok) inbox.value.close();
    await lock.value.release();
  }
}

async function receiveInto(inbox: Inbox, { command, home, kiosks, surroundings }: Run): Promise<number> {
  const { clock, complain, say, progress = (): void => undefined } = surroundings;
  const { isIndexDamaged, strange } = inbox.found;
  if (isIndexDamaged) complain('The index of the inbox was damaged; it was set aside and made anew from the folders.');
  for (const name of strange) complain(`inbox/${name} is no intake that this program wrote; it was left alone.`);
  const { card, identities, formerRecipients, revokedAfter } = home;
  const expected = { card, identities, formerRecipients, revokedAfter, kiosks };
  const outcome = await receive({ ...command, inbox, expected, clock, progress });
  const receipts = layReceipts({ home: command.home, card: home.card, clock }, { paths: command.paths, outcome });
  sayOutcome(outcome, surroundings);
  if (!receipts.ok)
    complain(`No receipt was signed: receipt.key is ${receipts.error.kind}. Say receipt when it is back.`);
  else for (const folder of receipts.value.notLaid) complain(`${folder} took no receipt. Say receipt --out DIR.`);
  const isAllIn = outcome.refused.length === 0;
  if (command.json)
    say(JSON.stringify({ ok: isAllIn, ...factsOf(outcome), receipts: receipts.ok ? receipts.value.names : [] }));
  return isAllIn ? EXIT.done : EXIT.refused;
}

/** Says what is in, what is not, and what is missing. Refusals and gaps are trouble, and go where trouble goes. */
function sayOutcome({ received, again, refused, heads, kiosks }: Received, { say, complain }: Surroundings): void {
  for (const { file, reason, signed } of refused) {
    const whose = signed === null ? '' : ` Kiosk ${signed.kioskId} signed for it as number ${signed.seq}.`;
    complain(`${file}: REFUSED (${reason}). ${wordsOf(reason)}${whose}`);
  }
  say(`Received ${received.length}, here before ${again.length}, refused ${refused.length}, heads ${heads.length}.`);
  for (const standing of kiosks) for (const line of troubleOf(standing)) complain(line);
}

function wordsOf(reason: RefusedFile['reason']): string {
  return { ...HEAD_REFUSALS, ...REFUSALS }[reason];
}

function troubleOf({ kiosk, missing, forks, isHeadDamaged }: KioskStanding): readonly string[] {
  return [
    ...(missing.length > 0
      ? [`Kiosk ${kiosk}: MISSING ${rangesOf(missing)}. They are still on their way, or lost.`]
      : []),
    ...(forks.length > 0
      ? [
          `Kiosk ${kiosk}: FORKED at ${rangesOf(forks)}: it signed for two files. Nobody is signed for there. Go and look.`,
        ]
      : []),
    ...(isHeadDamaged ? [`Kiosk ${kiosk}: ${HEAD_REFUSALS.keptHeadDamaged}`] : []),
  ];
}

function factsOf({ received, again, refused, heads, kiosks }: Received): object {
  const facts = ({ file, record: { manifest } }: Delivered): object => {
    const { intakeId, kioskId, seq } = manifest;
    return { bundle: file, intakeId, kiosk: kioskId, seq };
  };
  const refusals = refused.map(({ file, reason, signed }) => {
    const signedFor = signed === null ? {} : { kiosk: signed.kioskId, seq: signed.seq, sha256: signed.sha256 };
    return { file, reason, ...signedFor };
  });
  return { received: received.map(facts), again: again.map(facts), refused: refusals, heads, kiosks };
}

function reportNoKiosk({ json }: ReceiveCommand, { say, complain }: Surroundings): number {
  complain('No kiosk is enrolled at this centre: say --kiosk KIOSK.json.');
  if (json) say(JSON.stringify({ ok: false, unusable: { file: 'kiosk.json', reason: 'missing' } }));
  return EXIT.usage;
}

/** Says why nothing was begun: another run holds the home, or the inbox cannot be read or written. */
function reportUnusable({ home, json }: ReceiveCommand, kind: string, { say, complain }: Surroundings): number {
  const isBusy = kind === 'alreadyRunning';
  complain(isBusy ? `Another program is writing in ${home}.` : `The inbox in ${home} cannot be used (${kind}).`);
  if (json) say(JSON.stringify({ ok: false, unusable: { file: home, reason: kind } }));
  return EXIT.usage;
}
