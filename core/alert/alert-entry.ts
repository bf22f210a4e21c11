import { z } from 'zod';
import { utcField } from '../bundle/fields.ts';
import { ALERT_CAUSES, ALERT_NOTES, type Alert, type AlertEvent } from './alert.ts';

const place = { at: utcField, alert: z.int().min(1) };

/**
 * One line of the house's list of calls: enum codes and times, nothing of a person and nothing of an answer. `alert`
 * counts the calls of this kiosk.
 */
export const alertEntrySchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...place, kind: z.literal('raised'), why: z.enum(ALERT_CAUSES) }),
  z.strictObject({
    ...place,
    kind: z.enum(['channelAnswered', 'channelFailed', 'soundFailed', 'second', 'numbers', 'saidSafe', 'here', 'over']),
  }),
  z.strictObject({ ...place, kind: z.literal('noted'), note: z.enum(ALERT_NOTES) }),
]);
export type AlertEntry = z.infer<typeof alertEntrySchema>;

/** What is written down of a step of a call, before it gets its place and time. */
export type AlertFact =
  | { readonly kind: Exclude<AlertEntry['kind'], 'raised' | 'noted'> }
  | { readonly kind: 'raised'; readonly why: Alert['why'] }
  | { readonly kind: 'noted'; readonly note: NonNullable<Alert['note']> };

/**
 * What is written down when a call has changed; several facts where one step did several things.
 *
 * @param by what changed it; null where it was raised
 */
export function factsOf(
  before: Alert | null,
  after: Alert | null,
  by: AlertEvent['kind'] | null,
): readonly AlertFact[] {
  if (after === null) return before === null ? [] : endFacts(by);
  if (before === null || before.number !== after.number) return [{ kind: 'raised', why: after.why }];
  const facts: AlertFact[] = [];
  if (after.channel !== before.channel && after.channel === 'answered') facts.push({ kind: 'channelAnswered' });
  if (after.channel !== before.channel && after.channel === 'failed') facts.push({ kind: 'channelFailed' });
  if (after.isSoundBroken && !before.isSoundBroken) facts.push({ kind: 'soundFailed' });
  if (after.saidSafe && !before.saidSafe) facts.push({ kind: 'saidSafe' });
  if (after.stage !== before.stage) facts.push(...stageFacts(after));
  return facts;
}

/** A call that is not about danger ends with "I am here", which is written down all the same. */
function endFacts(by: AlertEvent['kind'] | null): readonly AlertFact[] {
  return by === 'here' ? [{ kind: 'here' }, { kind: 'over' }] : [{ kind: 'over' }];
}

function stageFacts({ stage, note }: Alert): readonly AlertFact[] {
  if (stage === 'second' || stage === 'numbers' || stage === 'here') return [{ kind: stage }];
  return stage === 'noted' && note !== null ? [{ kind: 'noted', note }] : [];
}
