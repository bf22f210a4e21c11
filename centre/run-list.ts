import type { ListCommand } from './inbox-command.ts';
import { isWaiting } from './inbox/waiting.ts';
import type { ListedIntake } from './inbox/waiting.ts';
import { lookInto } from './look.ts';
import { EXIT } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

/** Runs `list` and returns the exit code. */
export function runList(command: ListCommand, surroundings: Surroundings): number {
  const look = lookInto(command, surroundings);
  if (!look.ok) return look.error;
  const { say } = surroundings;
  const shown = look.value.listed.filter((one) => command.all || isWaiting(one));
  for (const one of shown) say(lineOf(one));
  say(`${look.value.listed.filter(isWaiting).length} wait.`);
  if (command.json) say(JSON.stringify({ ok: true, intakes: shown }));
  return EXIT.done;
}

function lineOf(one: ListedIntake): string {
  const { number, flag, dayOf14, sentAt, isClockSure, receivedAt, mark, addsTo, addedBy } = one;
  const parts = [
    one.isUnreadable ? 'CANNOT BE READ' : (flag?.toUpperCase() ?? '-'),
    number,
    isClockSure ? `sent ${sentAt.slice(0, 10)}` : `received ${receivedAt.slice(0, 10)} (the kiosk's clock was unsure)`,
    ...(dayOf14 === null ? [] : [`day ${dayOf14} of 14`]),
    ...(mark === null ? [] : [`${mark.state} ${mark.at.slice(0, 10)} ${mark.who}`]),
    ...(addsTo === null ? [] : [`adds to ${addsTo.number}${addsTo.intakeId === null ? ', which is not here' : ''}`]),
    ...(addedBy.length === 0 ? [] : [`added to by ${addedBy.join(', ')}`]),
    ...(one.isForked ? ['FORKED: the kiosk signed for two files under this number'] : []),
    ...(one.isTakenBack ? ['TAKEN BACK by the person'] : []),
  ];
  return parts.join('  ');
}
