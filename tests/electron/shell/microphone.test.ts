import { expect, test } from 'vitest';
import { Microphone, type Asked } from '../../../electron/shell/microphone.ts';
import { HandUptime } from '../hand-uptime.ts';

const SOUND: Asked = {
  permission: 'media',
  media: ['audio'],
  url: 'app://kiosk/translations.html',
  isMainFrame: true,
};

function made() {
  const uptime = new HandUptime();
  return { uptime, microphone: new Microphone('app://kiosk', uptime) };
}

test('it is closed until somebody records, and when they stop', () => {
  const { microphone } = made();
  expect(microphone.admits(SOUND)).toBe(false);
  microphone.set(true);
  expect(microphone.admits(SOUND)).toBe(true);
  // A check names the origin alone, with or without its slash.
  expect(microphone.admits({ ...SOUND, url: 'app://kiosk' })).toBe(true);
  expect(microphone.admits({ ...SOUND, url: 'app://kiosk/' })).toBe(true);
  microphone.set(false);
  expect(microphone.admits(SOUND)).toBe(false);
});

test('it closes by itself a little after the longest take, counted from the last time it was opened', () => {
  const { microphone, uptime } = made();
  microphone.set(true);
  uptime.pass(69);
  microphone.set(true);
  uptime.pass(69);
  expect(microphone.admits(SOUND)).toBe(true);
  uptime.pass(1);
  expect(microphone.admits(SOUND)).toBe(false);
});

test.each<[string, Partial<Asked>]>([
  ['a picture', { media: ['video'] }],
  ['a picture with the sound', { media: ['audio', 'video'] }],
  ['nothing in particular', { media: [] }],
  ['something unknown', { media: ['unknown'] }],
  ['another permission', { permission: 'geolocation' }],
  ['a page in the page', { isMainFrame: false }],
  ['another page', { url: 'https://example.org/' }],
  ['a name that begins like ours', { url: 'app://kiosk.example.org/' }],
])('while it is open, %s is denied', (_, change) => {
  const { microphone } = made();
  microphone.set(true);
  expect(microphone.admits({ ...SOUND, ...change })).toBe(false);
});
