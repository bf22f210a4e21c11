import { expect, test } from 'vitest';
import { ALL_CHANNELS, mayUse } from '../../../electron/ipc/audience.ts';
import { SPEECH_CHANNELS } from '../../../ipc/channels.ts';
import { requestSchemas } from '../../../ipc/contract.ts';
import { DESK_CHANNELS } from '../../../ipc/desk-channels.ts';

const both: readonly string[] = SPEECH_CHANNELS;
const ofTheDesk: readonly string[] = DESK_CHANNELS;

test('the gate knows every channel of the contract, and no other', () => {
  expect([...ALL_CHANNELS].toSorted()).toEqual(Object.keys(requestSchemas).toSorted());
});

test.each(ALL_CHANNELS)('%s belongs to one window, or to both where both speak', (channel) => {
  const isDesk = ofTheDesk.includes(channel);
  expect(mayUse('citizen', channel)).toBe(!isDesk);
  expect(mayUse('desk', channel)).toBe(isDesk || both.includes(channel));
  expect(mayUse(null, channel)).toBe(false);
});
