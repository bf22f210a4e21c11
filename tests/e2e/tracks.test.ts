import type { IntakeAnswer } from '../../core/intake/intake.ts';
import type { Person } from '../../tools/person/person.ts';
import { deliveredBundles, openAtCentre } from './at-the-centre.ts';
import {
  answerAll,
  answerOne,
  answerUntil,
  expect,
  personAtFirstQuestion,
  stops,
  switchesCompany,
  test,
} from './kiosk.ts';

const DANISH = { language: 'da', culture: 'danish' } as const;
const WHOLE = { ...DANISH, track: 'whole' } as const;

/** Reads back, sends, and lets the house deliver. Returns what the centre finds, by linkId. */
async function sendsTo(home: string, person: Person): Promise<ReadonlyMap<string, IntakeAnswer['said']>> {
  await person.readsEverythingBack();
  await person.sends();
  await person.staffDelivers();
  const [bundle = ''] = deliveredBundles(home);
  const { intake } = await openAtCentre(home, bundle);
  return new Map(intake.answers.map(({ linkId, said }) => [linkId, said]));
}

/** The items that were not asked, and why. */
function unasked(said: ReadonlyMap<string, IntakeAnswer['said']>): Record<string, string> {
  return Object.fromEntries(
    [...said].flatMap(([linkId, what]) => (what.kind === 'notAsked' ? [[linkId, what.why]] : [])),
  );
}

test('a person answers every kind of question on the whole track, and the centre gets each as it was given', async ({
  home,
  openKiosk,
}) => {
  test.setTimeout(240_000);
  const person = await personAtFirstQuestion(await openKiosk(), WHOLE);
  const asked = await answerAll(person, WHOLE);
  expect(asked.length).toBeGreaterThan(55);
  const said = await sendsTo(home, person);
  expect([...said.keys()]).toEqual(asked);
  expect(new Set([...said.values()].map(({ kind }) => kind))).toEqual(
    new Set(['options', 'words', 'number', 'days', 'episodes', 'circle', 'notNow', 'tellAPerson']),
  );
  expect(said.get('days-without')).toMatchObject({ daysAgo: [1, 2, 6, 7, 8] });
  expect(said.get('cannabis-amount')).toMatchObject({ value: 12 });
});

test('few questions are asked of who stops and wants few, and more of who then wants more', async ({ openKiosk }) => {
  const person = await personAtFirstQuestion(await openKiosk(), WHOLE);
  expect(await person.question()).toBe('read-or-listen');
  await stops(person, 'short');
  await expect(person.page.locator('main')).toHaveAttribute('data-link-id', 'helper');
  const asked = await answerAll(person, DANISH);
  expect(asked).not.toContain('people');
  await person.readsEverythingBack();
  await person.page.locator('[data-does="answer-more"]').click();
  await expect(person.page.locator('main')).toHaveAttribute('data-link-id', 'read-or-listen');
});

test('while somebody helps, highly sensitive questions wait, and are offered once to who is alone', async ({
  home,
  openKiosk,
}) => {
  const person = await personAtFirstQuestion(await openKiosk(), DANISH);
  await person.replies('helper', { kind: 'cards', codes: ['friend'] });
  await expect(person.page.locator('.helper-strip')).toHaveAttribute('data-accompanied', 'true');
  const asked = await answerAll(person, DANISH);
  expect(asked).not.toContain('not-live');
  await person.sees('offerAlone');
  await expect(person.page.locator('main')).toContainText(': 2');
  await person.page.locator('[data-does="alone-now"]').click();
  expect(await answerAll(person, DANISH)).toEqual(['fits', 'not-live']);
  const said = await sendsTo(home, person);
  expect(said.get('not-live')).toMatchObject({ kind: 'options' });
});

test('who leaves out what waited has it told to the centre as not asked because of a helper', async ({
  home,
  openKiosk,
}) => {
  const person = await personAtFirstQuestion(await openKiosk(), DANISH);
  await answerOne(person, DANISH);
  await switchesCompany(person);
  await answerAll(person, DANISH);
  await person.sees('offerAlone');
  await person.page.locator('[data-does="skip-alone"]').click();
  const said = await sendsTo(home, person);
  expect(unasked(said)).toMatchObject({ fits: 'helperPresent', 'not-live': 'helperPresent', people: 'shortTrack' });
});

test('with somebody there, sensitive lines of the read back stay closed until the person opens each', async ({
  openKiosk,
}) => {
  const person = await personAtFirstQuestion(await openKiosk(), DANISH);
  await answerUntil(person, DANISH, 'age');
  await stops(person, 'tell-back');
  await person.sees('readBack');
  const line = person.page.locator('.read-back-list > li[data-link-id="urgent"]');
  await expect(line).toHaveAttribute('data-closed', 'none');
  const said = await line.locator('.read-back-said').innerText();
  await switchesCompany(person);
  await expect(line).toHaveAttribute('data-closed', 'answer');
  await expect(person.page.locator('main')).not.toContainText(said);
  await expect(person.page.locator('.read-back-list > li[data-link-id="helper"]')).toHaveAttribute(
    'data-closed',
    'none',
  );
  await line.locator('button').click();
  await expect(line).toContainText(said);
  await expect(person.page.locator('.read-back-list > li[data-link-id="anonymity"]')).toHaveAttribute(
    'data-closed',
    'answer',
  );
});

test('who has had enough sends what there is; the rest is told as left open', async ({ home, openKiosk }) => {
  const person = await personAtFirstQuestion(await openKiosk(), WHOLE);
  await person.page.locator('.at-stop').click();
  await expect(person.page.locator('dialog[data-sheet="stop"] [data-does="tell-back"]')).toHaveCount(0);
  await person.page.keyboard.press('Escape');
  await answerUntil(person, WHOLE, 'urgent');
  await stops(person, 'tell-back');
  await person.sees('readBack');
  const said = await sendsTo(home, person);
  const answered = [...said].filter(([, { kind }]) => kind !== 'notAsked').map(([linkId]) => linkId);
  expect(answered).toEqual(['read-or-listen', 'helper']);
  expect(unasked(said)).toMatchObject({ urgent: 'leftOpen', age: 'leftOpen' });
});
