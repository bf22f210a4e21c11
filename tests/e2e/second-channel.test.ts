import { openChannelServer, say, type ChannelServer } from '../electron/alert/channel-server.ts';
import { answerUntil, expect, personAtFirstQuestion, test as kioskTest } from './kiosk.ts';
import { DANISH, inDanger, NO } from './in-danger.ts';
import { words } from './words.ts';

/** A house with a second channel that nobody answers. */
const test = kioskTest.extend<{ readonly house: ChannelServer }>({
  house: async ({}, use) => {
    const server = await openChannelServer();
    await use(server);
    await server.close();
  },
  settings: async ({ house }, use) => use({ secondChannelUrl: house.url }),
});

test('with a second channel the house is called in silence, then a second person, then the numbers stand', async ({
  house,
  openKiosk,
}) => {
  const person = await inDanger(await openKiosk('--time-factor=6'));
  const state = person.page.locator('.call-state');
  await expect(state).toHaveText(words('da', 'safety.call.silent', { name: 'Naja' }));
  await expect(state).toHaveText(words('da', 'safety.call.second', { name: 'Malik' }), { timeout: 25_000 });
  await expect(person.page.locator('.phone-numbers')).toHaveCount(0);
  // The cover would have fallen meanwhile over anything else.
  await expect(state).toHaveText(words('da', 'safety.call.nobody'), { timeout: 25_000 });
  await expect(person.page.locator('.phone-number').first()).toContainText('112');
  await expect(person.page.locator('.phone-numbers')).toContainText('00 00 00 00');
  const said = new Set(house.bodies.map((body) => body.replace(',"again":true', ',"again":false')));
  expect(said).toEqual(
    new Set(['come', 'comeSecond'].map((call) => JSON.stringify({ kiosk: 'Øvehuset', call, again: false }))),
  );
});

test('who answers through the second channel is said to be coming', async ({ house, openKiosk }) => {
  house.answering = say(200);
  const person = await inDanger(await openKiosk());
  await expect(person.page.locator('.call-state')).toHaveText(words('da', 'safety.call.coming'));
});

test('a channel that fails is replaced by the sound at once', async ({ house, openKiosk }) => {
  house.answering = say(500);
  const person = await inDanger(await openKiosk());
  await expect(person.page.locator('.call-state')).toHaveText(words('da', 'safety.call.sound', { name: 'Naja' }));
});

test('no other answer calls anybody', async ({ house, openKiosk }) => {
  const person = await personAtFirstQuestion(await openKiosk(), DANISH);
  await answerUntil(person, DANISH, 'urgent');
  await person.replies('urgent', NO);
  await answerUntil(person, DANISH, 'help-first');
  expect(house.bodies).toEqual([]);
});
