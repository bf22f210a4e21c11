import { violationsOn } from '../../tools/pictures/axe.ts';
import { AVIAJA, closesDesk, MALIK, opensDesk, setsUp, signsIn } from './at-the-desk.ts';
import { leavesTexts, opensTexts } from './at-the-texts.ts';
import { expect, test } from './kiosk.ts';
import { words } from './words.ts';

test('what two people have approved is shown to whoever begins next, and one act goes back', async ({ openKiosk }) => {
  const say = (key: string): string => words('da', key);
  const kiosk = await openKiosk();
  const desk = await opensDesk(kiosk);
  await setsUp(desk, AVIAJA);
  await desk.evaluate(async () => {
    await window.desk['desk.addPerson']({ name: 'Malik', role: 'staff', pin: '918273' });
    await window.desk['desk.addPerson']({ name: 'Naja', role: 'staff', pin: '846153' });
    await window.desk['desk.setReviewer']({ person: 2, reviewer: 'translator' });
    await window.desk['desk.setReviewer']({ person: 3, reviewer: 'treatmentWorker' });
  });
  const place = { tag: 'da', key: 'kiosk.greeting.title' } as const;
  let texts = await opensTexts(kiosk, desk);
  const danish = await texts.evaluate(async (at) => {
    const worded = await window.translations['translation.word']({ ...at, text: 'Hej og velkommen' });
    return worded.ok ? worded.value.danish : '';
  }, place);
  await texts.locator('[data-tab="publish"]').click();
  await expect(texts.locator('[data-does="publish"]')).toHaveAttribute('aria-disabled', 'true');
  await expect(texts.locator('[data-language="da"]')).toContainText('1');
  expect(await violationsOn(texts)).toEqual([]);
  await leavesTexts(texts);
  for (const person of [MALIK, { name: 'Naja', pin: '846153' }, AVIAJA]) {
    await desk.evaluate(() => window.desk['desk.signOut']({}));
    await desk.reload();
    await signsIn(desk, person);
    texts = await opensTexts(kiosk, desk);
    if (person === AVIAJA) break;
    await texts.evaluate(([at, seen]) => window.translations['translation.judge']({ ...at, seen }), [
      place,
      { text: 'Hej og velkommen', danish },
    ] as const);
    await leavesTexts(texts);
  }
  await texts.locator('[data-tab="publish"]').click();
  await expect(texts.locator('[data-language="da"] ins')).toHaveText('Hej og velkommen');
  await texts.locator('[data-does="publish"]').click();
  const outcome = texts.locator('.desk-outcome:not(:empty)');
  await expect(outcome).toHaveText(say('desk.translation.publish.done'));
  await expect(texts.locator('[data-publication="1"] strong')).toHaveText(say('desk.translation.publish.inUse'));
  expect(await violationsOn(texts)).toEqual([]);
  await leavesTexts(texts);
  await closesDesk(kiosk, desk);
  const greeting = async () => (await kiosk.page()).locator('main[data-scene="greeting"]').textContent();
  // The citizen's window is another one as soon as other words are shown.
  await expect.poll(greeting).toContain('Hej og velkommen');
  const again = await opensDesk(kiosk);
  await signsIn(again, AVIAJA);
  texts = await opensTexts(kiosk, again);
  await texts.locator('[data-tab="publish"]').click();
  await texts.locator('[data-does="rollBack"]').click();
  await expect(texts.locator('.desk-outcome:not(:empty)')).toHaveText(say('desk.translation.publish.back'));
  await leavesTexts(texts);
  await closesDesk(kiosk, again);
  await expect.poll(greeting).not.toContain('Hej og velkommen');
});
