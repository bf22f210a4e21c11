import type { ToldCall } from '../../alert/told-call.ts';
import { text } from '../../translation/catalogue.ts';
import type { PageOneCall } from './model.ts';
import { shortMomentAt } from './moments.ts';
import type { Reading } from './reading.ts';

/** What the house did at each call, one plain line for each, in the order of the calls. */
export function callsOf(reading: Reading): readonly PageOneCall[] {
  const { intake, texts } = reading;
  return intake.calls.map((call) => ({
    label: text(texts, 'pageOne.call.label'),
    words: sentences(call, reading).join(' '),
    at: shortMomentAt(Date.parse(call.calledAt), intake, texts),
  }));
}

function sentences(call: ToldCall, { texts }: Reading): readonly string[] {
  const { channelAfterSeconds, secondAfterSeconds, numbersAfterSeconds, hereAfterSeconds, note } = call;
  const after = (key: string, seconds: number | null): string[] =>
    seconds === null ? [] : [text(texts, `pageOne.call.${key}`, { seconds })];
  return [
    text(texts, `pageOne.call.${call.level}`),
    ...after('channel', channelAfterSeconds),
    ...after('second', secondAfterSeconds),
    ...after('numbers', numbersAfterSeconds),
    ...(hereAfterSeconds === null ? [text(texts, 'pageOne.call.nobody')] : after('here', hereAfterSeconds)),
    ...(note === null ? [] : [text(texts, `pageOne.call.note.${note}`)]),
  ];
}
