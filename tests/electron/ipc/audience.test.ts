import { expect, test } from 'vitest';
import { ALL_CHANNELS, mayUse, WINDOWS } from '../../../electron/ipc/audience.ts';
import { SPEECH_CHANNELS } from '../../../ipc/channels.ts';
import { requestSchemas } from '../../../ipc/contract.ts';
import { DESK_CHANNELS } from '../../../ipc/desk-channels.ts';
import { TRANSLATION_CHANNELS } from '../../../ipc/translation-channels.ts';

const ofAll: readonly string[] = SPEECH_CHANNELS;
const OWN = { desk: DESK_CHANNELS, translations: TRANSLATION_CHANNELS } as const;

test('the gate knows every channel of the contract, and no other', () => {
  expect([...ALL_CHANNELS].toSorted()).toEqual(Object.keys(requestSchemas).toSorted());
});

test.each(ALL_CHANNELS)('%s belongs to one window, or to all where all speak', (channel) => {
  const house = (['desk', 'translations'] as const).find((name) => OWN[name].some((each) => each === channel));
  for (const name of WINDOWS)
    expect(mayUse(name, channel), name).toBe(ofAll.includes(channel) || name === (house ?? 'citizen'));
  expect(mayUse(null, channel)).toBe(false);
});
