import { z } from 'zod';
import type { AlertEntry } from './alert-entry.ts';
import { ALERT_NOTES } from './alert.ts';

const afterSeconds = z.int().min(0).nullable();

/** A call for a person of the house, as the centre is told of it: codes and times. It names nobody of the house. */
export const toldCallSchema = z.strictObject({
  /** `red`: an answer said that life may be in danger. `amber`: the person wanted somebody, after an amber answer. */
  level: z.enum(['red', 'amber']),
  /** UTC. */
  calledAt: z.iso.datetime(),
  /** After how many seconds somebody answered through the site's second channel; null where nobody did. */
  channelAfterSeconds: afterSeconds,
  /** After how many seconds somebody pressed "I am here" on the kiosk; null where nobody had when the person sent. */
  hereAfterSeconds: afterSeconds,
  /** After how many seconds the second person was called; null where that was not needed. */
  secondAfterSeconds: afterSeconds,
  /** After how many seconds the kiosk showed the telephone numbers, because nobody had come. */
  numbersAfterSeconds: afterSeconds,
  /** What the house did, by its own choice; null where it chose nothing. */
  note: z.enum(ALERT_NOTES).nullable(),
});
export type ToldCall = z.infer<typeof toldCallSchema>;

/** A call that belongs to a visit: its number and moment in the house's list, and the level at which it was raised. */
export const visitCallSchema = z.strictObject({
  number: z.int().min(1),
  /** UTC. Two calls may have one number where the list was lost; they never have one moment too. */
  at: z.iso.datetime(),
  level: z.enum(['red', 'amber']),
});
export type VisitCall = z.infer<typeof visitCallSchema>;

/** Reads out of the house's list what was done at some calls; one that is not in the list any more is left out. */
export function toldCalls(entries: readonly AlertEntry[], calls: readonly VisitCall[]): readonly ToldCall[] {
  return calls.flatMap((call) => {
    const ofCall = entries.filter(({ alert }) => alert === call.number);
    const isKnown = ofCall.some(({ kind, at }) => kind === 'raised' && at === call.at);
    return isKnown ? [toldCall(call, ofCall)] : [];
  });
}

function toldCall({ level, at: calledAt }: VisitCall, entries: readonly AlertEntry[]): ToldCall {
  const after = (kind: AlertEntry['kind']): number | null => {
    const found = entries.find((entry) => entry.kind === kind);
    if (found === undefined) return null;
    // The clock of the house may be set back meanwhile.
    return Math.max(0, Math.round((Date.parse(found.at) - Date.parse(calledAt)) / 1000));
  };
  const noted = entries.find((entry) => entry.kind === 'noted');
  return {
    level,
    calledAt,
    channelAfterSeconds: after('channelAnswered'),
    hereAfterSeconds: after('here'),
    secondAfterSeconds: after('second'),
    numbersAfterSeconds: after('numbers'),
    note: noted?.note ?? null,
  };
}
