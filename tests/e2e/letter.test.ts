import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeHasher } from '../../node/sha256.ts';
import type { KioskWindow } from '../../tools/person/kiosk-window.ts';
import { Person } from '../../tools/person/person.ts';
import { deliveredBundles, openAtCentre, openByHand } from './at-the-centre.ts';
import { answerAll, answerOne, choosesLine, expect, leaves, personAtFirstQuestion, test, type How } from './kiosk.ts';
import { textOfPdf } from './pdf-text.ts';
import { printedPapers } from './printed-papers.ts';
import { words } from './words.ts';

const DANISH = { language: 'da', culture: 'danish' } as const;

async function personAtReadBack(kiosk: KioskWindow, how: How = DANISH): Promise<Person> {
  const person = await personAtFirstQuestion(kiosk, how);
  await answerAll(person, how);
  await person.sees('readBack');
  return person;
}

async function sends(person: Person): Promise<void> {
  await person.readsEverythingBack();
  await person.sends();
}

async function takesBack(person: Person): Promise<void> {
  await person.page.locator('[data-does="take-back"]').click();
  await person.page.locator('dialog [data-does="take-back-yes"]').click();
  await person.sees('takenBack');
}

/** Copies the code that takes the letter back from where it is shown. */
async function takeBackCode(person: Person): Promise<string> {
  return (await person.page.locator('.picture-slip-group').allInnerTexts()).join(' ');
}

function line(person: Person, linkId: string) {
  return person.page.locator(`.read-back-list > li[data-link-id="${linkId}"]`);
}

function ledgerOf(home: string): readonly { readonly kind: string; readonly preimage?: string }[] {
  const lines = readFileSync(join(home, 'ledger', 'ledger.jsonl'), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((each) => JSON.parse(each) as { kind: string });
}

test('a person removes a line and changes another, and the centre gets what stands', async ({ home, openKiosk }) => {
  const person = await personAtReadBack(await openKiosk());
  await choosesLine(person, 'call-name', 'remove');
  await expect(line(person, 'call-name')).toHaveCount(0);
  await choosesLine(person, 'helper', 'keep');
  await choosesLine(person, 'helper', 'change');
  await person.replies('helper', { kind: 'notNow' });
  await person.sees('readBack');
  await expect(line(person, 'helper')).toContainText(words('da', 'intake.nonAnswer.notNow'));
  await sends(person);
  await person.staffDelivers();

  const [bundle = ''] = deliveredBundles(home);
  const { intake } = await openAtCentre(home, bundle);
  const said = new Map(intake.answers.map(({ linkId, said: what }) => [linkId, what]));
  expect(said.get('call-name')).toEqual({ kind: 'notAsked', why: 'leftOpen' });
  expect(said.get('helper')).toMatchObject({ kind: 'notNow' });
  expect(JSON.parse(openByHand(home, bundle, 'manifest.json'))).toMatchObject({
    withdrawTag: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test('what is told back stands part by part', async ({ openKiosk }) => {
  const person = await personAtReadBack(await openKiosk());
  await expect(person.page.locator('.read-back-part').first()).toHaveText(words('da', 'intake.section.start'));
  const parts = await person.page.locator('.read-back section').count();
  expect(parts).toBeGreaterThan(1);
});

test('who removed everything has nothing to send', async ({ openKiosk }) => {
  const person = await personAtFirstQuestion(await openKiosk(), DANISH);
  await answerOne(person, DANISH);
  await person.page.locator('.at-stop').click();
  await person.page.locator('dialog[data-sheet="stop"] [data-does="tell-back"]').click();
  await person.sees('readBack');
  await choosesLine(person, 'helper', 'remove');
  await expect(person.page.getByText(words('da', 'letter.empty.title'))).toBeVisible();
  await expect(person.page.locator('.at-forward')).toHaveCount(0);
  await person.page.locator('[data-does="answer-more"]').click();
  await person.sees('question');
});

test('a letter is taken back at once with two taps in different places, and nothing is carried away', async ({
  home,
  openKiosk,
}) => {
  const person = await personAtReadBack(await openKiosk());
  await sends(person);
  expect(readdirSync(join(home, 'outbox'))).toHaveLength(1);
  const first = await person.page.locator('[data-does="take-back"]').boundingBox();
  await person.page.locator('[data-does="take-back"]').click();
  const yes = person.page.locator('dialog [data-does="take-back-yes"]');
  const second = await yes.boundingBox();
  expect((second?.y ?? 0) + (second?.height ?? 0)).toBeLessThanOrEqual(first?.y ?? 0);
  await yes.click();
  await person.sees('takenBack');
  expect(readdirSync(join(home, 'outbox'))).toEqual([]);
  expect(ledgerOf(home).map(({ kind }) => kind)).toEqual(['sealed', 'withdrawn']);
  await person.staffDelivers();
  expect(deliveredBundles(home)).toEqual([]);
});

test('after a pulled plug the pictures still take the letter back, and the centre can check it', async ({
  home,
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const person = await personAtReadBack(kiosk);
  await sends(person);
  await person.staffDelivers();
  const [bundle = ''] = deliveredBundles(home);
  const manifest = JSON.parse(openByHand(home, bundle, 'manifest.json')) as { withdrawTag: string };
  await person.goesOn();
  await person.sees('keepLetter');
  const code = await takeBackCode(person);
  await kiosk.kill();

  const again = new Person(await (await openKiosk()).page());
  await again.sees('greeting');
  await again.page.locator('.code-button').click();
  await again.entersPictures(code);
  await again.goesOn();
  await again.sees('foundLetter');
  await expect(again.page.locator('main')).toContainText(words('da', 'letter.found.copied'));
  await takesBack(again);
  expect(readdirSync(join(home, 'outbox'))).toEqual([]);
  const preimage = ledgerOf(home).at(-1)?.preimage ?? '';
  expect(nodeHasher.sha256(Buffer.from(preimage, 'hex'))).toBe(manifest.withdrawTag);
  await again.staffDelivers();
  expect(deliveredBundles(home)).toEqual([]);
});

test('the slip holds the number, the date and the code, and no word of an answer', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const person = await personAtReadBack(kiosk);
  await sends(person);
  const number = await person.page.locator('.slip-card dd').first().innerText();
  await person.goesOn();
  await person.sees('keepLetter');
  const code = await takeBackCode(person);
  await person.page.locator('[data-does="print"]').click();
  await expect(person.page.getByText(words('da', 'letter.print.done'))).toBeVisible();

  const papers = await printedPapers(kiosk);
  expect(papers).toHaveLength(1);
  const paper = textOfPdf(papers[0] ?? new Uint8Array());
  expect(paper).toContain(number);
  expect(paper.replaceAll(/\s/g, '')).toContain(code.replaceAll(' ', ''));
  expect(paper).toContain(words('da', 'kiosk.sent.date'));
  for (const word of ['Karl', 'Naja', 'Øvehuset', 'Øvecentret', 'alkohol', 'behandling', 'center'])
    expect(paper.toLowerCase()).not.toContain(word.toLowerCase());
});

test('who wished for company is told where, and the next person finds an open door', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const how = { language: 'da', culture: 'greenlandic', track: 'whole' } as const;
  test.setTimeout(240_000);
  const person = await personAtReadBack(kiosk, how);
  await sends(person);
  await person.goesOn();
  await person.sees('keepLetter');
  await person.goesOn();
  await person.sees('offers');
  await expect(person.page.locator('main')).toContainText('Naja');
  await new Person(await leaves(kiosk, person)).sees('greeting');
});
