import type { Culture, Language } from '../../core/basics/language.ts';
import { deliveredBundles, openAtCentre, openByHand } from './at-the-centre.ts';
import { answerAll, answerOne, answerUntil, changes, expect, personAtFirstQuestion, test } from './kiosk.ts';
import { words } from './words.ts';

interface Journey {
  readonly language: Language;
  readonly culture: Culture;
  /** Chosen after the third question, for the rest. */
  readonly thenLanguage: Language;
  readonly asked: readonly string[];
}

const JOURNEYS: readonly Journey[] = [
  {
    ...{ language: 'kl', culture: 'greenlandic', thenLanguage: 'da' },
    asked: [
      'helper',
      'urgent',
      'strengths',
      'anonymity',
      'call-name',
      'age',
      'interpreter',
      'help-first',
      'takes-room',
    ],
  },
  {
    ...{ language: 'da', culture: 'danish', thenLanguage: 'kl' },
    asked: [
      'helper',
      'urgent',
      'anonymity',
      'call-name',
      'age',
      'interpreter',
      'help-first',
      'takes-room',
      'last-drink',
    ],
  },
  {
    ...{ language: 'sv', culture: 'swedish', thenLanguage: 'da' },
    asked: [
      'helper',
      'urgent',
      'anonymity',
      'call-name',
      'age',
      'interpreter',
      'help-first',
      'strengths',
      'takes-room',
    ],
  },
  {
    ...{ language: 'da', culture: 'greenlandic', thenLanguage: 'sv' },
    asked: [
      'helper',
      'urgent',
      'strengths',
      'anonymity',
      'call-name',
      'age',
      'interpreter',
      'help-first',
      'takes-room',
    ],
  },
];

for (const { language, culture, thenLanguage, asked } of JOURNEYS) {
  test(`a person goes from the greeting to the centre in ${language}, ${culture} version`, async ({
    home,
    openKiosk,
  }) => {
    const kiosk = await openKiosk();
    const person = await personAtFirstQuestion(kiosk, { language, culture });
    const before = [await answerOne(person, { language, culture }), await answerOne(person, { language, culture })];
    const here = await person.question();
    await changes(person.page, thenLanguage);
    await expect(person.page.locator(`html[lang="${thenLanguage}"]`)).toBeAttached();
    expect(await person.question()).toBe(here);
    const after = await answerAll(person, { language: thenLanguage, culture });
    expect([...before, ...after].slice(0, asked.length)).toEqual(asked);

    await person.readsEverythingBack();
    await person.sends();
    await person.staffDelivers();

    const [bundle = ''] = deliveredBundles(home);
    const { intake, page1 } = await openAtCentre(home, bundle);
    expect(intake).toMatchObject({ language: thenLanguage, culture });
    const answered = intake.answers.filter(({ said }) => said.kind !== 'notAsked');
    expect(answered.map(({ linkId }) => linkId)).toEqual([...before, ...after]);
    expect(answered[0]).toMatchObject({ language, culture });
    expect(answered.at(-1)).toMatchObject({ language: thenLanguage, culture });
    expect(page1).toContain('<html lang="da">');
    expect(JSON.parse(openByHand(home, bundle))).toEqual(intake);
  });
}

test('a person who changes the version keeps every answer, and is asked what the other version asks', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const person = await personAtFirstQuestion(kiosk, { language: 'da', culture: 'greenlandic' });
  await answerAll(person, { language: 'da', culture: 'greenlandic' });
  await changes(person.page, 'danish');
  await expect(person.page.locator('.read-back-list > li').first()).toHaveAttribute('data-link-id', 'helper');
  const seen = await person.readsEverythingBack();
  expect(seen).toEqual(expect.arrayContaining(['strengths', 'contact-way', 'call-name']));
});

test('Back and Continue lead through answers that stand, without touching them', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const how = { language: 'da', culture: 'danish' } as const;
  const person = await personAtFirstQuestion(kiosk, how);
  await answerUntil(person, how, 'anonymity');
  await answerOne(person, how);
  await person.sees('offerCode');
  await person.goesOn();
  await expect(person.page.locator('main')).toHaveAttribute('data-link-id', 'call-name');
  await person.goesBack();
  await expect(person.page.locator('main')).toHaveAttribute('data-link-id', 'anonymity');
  await expect(person.page.locator('main input[value="name"]')).toBeChecked();
  await person.goesOn();
  await expect(person.page.locator('main')).toHaveAttribute('data-link-id', 'call-name');
});

test('a question without an answer stays, with a kind word', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const person = await personAtFirstQuestion(kiosk, { language: 'da', culture: 'danish' });
  await person.triesToGoOn();
  await expect(person.page.getByText(words('da', 'kiosk.chooseFirst'))).toBeVisible();
  expect(await person.question()).toBe('helper');
});

test('someone under eighteen is led to a person, and can say that it was a mistake', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const how = { language: 'sv', culture: 'swedish' } as const;
  const person = await personAtFirstQuestion(kiosk, how);
  await answerUntil(person, how, 'age');
  await person.taps('under-18');
  await person.goesOn();
  await person.sees('underAge');
  await person.goesBack();
  await expect(person.page.locator('main')).toHaveAttribute('data-link-id', 'age');
});
