import { Person } from '../../tools/person/person.ts';
import { deliveredBundles, openAtCentre } from './at-the-centre.ts';
import { Ear, type Heard } from './ear.ts';
import { expect, test } from './kiosk.ts';

const FORWARD = ['Videre', 'Send'];
const UNDER_AGE = 'Under 18 år';
const SHORT_TRACK = 'Nogle få spørgsmål';
const TO_WRITE = 'Skriv her';
const PRIVATE = 'Andre kan høre med her. Tag hovedtelefoner på.';
/** Said while the letter is being closed, as long as that takes. */
const SENDING = 'Vi lukker brevet';
/** The first screen after Send, and the second. */
const THANKS = 'Tak. Vi har fået dit brev.';
const SENT = 'Tag de her billeder med';

/** More screens than these are no intake but a circle. */
const MOST_SCREENS = 60;

/** Where something is private, the kiosk says so, and F1 leads to the question for the headset. */
async function takesTheHeadset(ear: Ear, heard: Heard): Promise<Heard> {
  if (!heard.includes(PRIVATE)) return heard;
  const asked = await ear.press('F1');
  expect(asked[0]).toBe('Kan du høre mig i hovedtelefonerne?');
  expect(asked).toContain('Ja, jeg hører dig');
  return ear.press('Enter');
}

/** Somebody who hears takes the first answer that there is, and goes to Continue or Send. */
async function answers(ear: Ear): Promise<Heard> {
  const first = await ear.press('Tab');
  if (first[0] === SHORT_TRACK) return ear.press('Enter');
  // A screen that only tells has nothing before the bar.
  if (first[0] !== 'Tilbage') {
    if (first.includes(TO_WRITE)) await ear.types('Aviaja');
    else if (!first.includes('Valgt') && !first.includes('Knap')) await ear.press('Enter');
    // Who is under 18 is led to a person.
    if (first[0] === UNDER_AGE) await ear.press('ArrowDown');
  }
  await ear.goesTo(FORWARD);
  const heard = await ear.press('Enter');
  return heard.includes(SENDING) ? ear.hears(THANKS) : heard;
}

test('an intake can be done by ear alone, with keys, and be sent', async ({ openKiosk, home }) => {
  test.setTimeout(900_000);
  const page = await (await openKiosk()).page();
  await new Person(page).sees('greeting');
  const ear = await Ear.quickly(page);

  const greeting = await ear.press('Tab');
  expect(greeting.filter((text) => text.includes('F1'))).toHaveLength(3);
  expect(greeting).toEqual(expect.arrayContaining(['Tikilluarit', 'Velkommen', 'Välkommen']));
  await ear.goesTo('Begynd');
  expect(await ear.press('Enter')).toContain('Hvilket sprog vil du bruge?');
  expect((await ear.goesTo('Kalaallisut')).slice(-2)).toEqual(['Ikke valgt', '1 af 5']);
  expect(await ear.goesTo('Dansk', 'ArrowDown')).toContain('4 af 5');

  const told: Heard[] = [];
  await ear.goesTo(FORWARD);
  let heard = await ear.press('Enter');
  for (let screen = 0; !heard.includes(SENT); screen++) {
    expect(screen, `the last words were: ${heard.join(' | ')}`).toBeLessThan(MOST_SCREENS);
    heard = await takesTheHeadset(ear, heard);
    told.push(heard);
    heard = await answers(ear);
  }
  expect(told.length).toBeGreaterThan(18);
  // What was written was told back, in the headset.
  const own = await page.evaluate(() => (globalThis.matuSpoken ?? []).filter(({ isOwn }) => isOwn));
  expect(own.map(({ text }) => text)).toContain('Aviaja');

  await new Person(page).staffDelivers();
  const [bundle = ''] = deliveredBundles(home);
  const { intake } = await openAtCentre(home, bundle);
  expect(intake.language).toBe('da');
  expect(intake.answers.find(({ linkId }) => linkId === 'call-name')?.said).toMatchObject({ text: 'Aviaja' });
});
