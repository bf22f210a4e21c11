import { findingsOf } from '../../tools/pictures/findings.ts';
import { standsStill } from '../../tools/pictures/take-picture.ts';
import { measureScreen } from '../../tools/pictures/measure-screen.ts';
import { PANELS } from '../../tools/pictures/panels.ts';
import { expect, personAtFirstQuestion, test } from './kiosk.ts';

const [panel] = PANELS;
if (panel === undefined) throw new Error('There are three panels');
const setting = { language: 'da', panel, look: 'light', text: 'usual' } as const;

/** What stands in place of the kiosk, and what has to be found of it. Trusted Types allow no HTML: parts are made. */
const FAULTS: readonly (readonly [what: string, style: string, kind: string])[] = [
  ['a box that hides a part of its words', 'width: 90px; overflow: hidden; white-space: nowrap', 'cut'],
  ['words that leave their box', 'width: 90px; white-space: nowrap', 'textOutside'],
  ['a word that is broken without a hyphen', 'width: 60px; overflow-wrap: anywhere; font-size: 40px', 'brokenWord'],
  ['words beyond the edge of the glass', 'position: fixed; left: -40px; top: 300px; width: 400px', 'offScreen'],
  ['words that are hardly darker than their ground', 'color: #c8c5c0', 'axe: color-contrast'],
];

const kindsOn = async (page: Parameters<typeof measureScreen>[0]): Promise<readonly string[]> => {
  const measured = await measureScreen(page, panel.panel);
  return [...new Set(findingsOf({ screen: 'planted', setting, measured }).map(({ kind }) => kind))];
};

for (const [what, style, kind] of FAULTS) {
  test(`finds ${what}`, async ({ openKiosk }) => {
    const { page } = await personAtFirstQuestion(await openKiosk(), { language: 'da', culture: 'danish' });
    await page.evaluate((css) => {
      const planted = document.createElement('p');
      planted.textContent = 'En lang række ord';
      planted.style.cssText = css;
      // Out of the kiosk's own hands, which would put its screen back.
      const stage = document.createElement('main');
      stage.className = 'stage';
      stage.append(planted);
      document.body.replaceChildren(stage);
    }, style);
    expect(await kindsOn(page)).toContain(kind);
  });
}

test('finds a button over a drawing, a drawing in the colour of its ground, and keys that are too small', async ({
  openKiosk,
}) => {
  const { page } = await personAtFirstQuestion(await openKiosk(), { language: 'da', culture: 'danish' });
  await page.locator('.stage:not([inert]) .answer-card svg.pictogram').first().waitFor();
  await standsStill(page);
  await page.evaluate(() => {
    const over = document.createElement('button');
    over.id = 'over';
    over.textContent = 'Ord';
    document.querySelector('.stage:not([inert])')?.append(over);
  });
  // Where the drawing stands at that moment: letters and drawings that come late move it.
  const putOver = (): Promise<void> =>
    page.evaluate(() => {
      const drawing = document.querySelector('.stage:not([inert]) .answer-card svg.pictogram');
      const over = document.getElementById('over');
      if (drawing === null || over === null) throw new Error('The cards have no drawings');
      const { right, top } = drawing.getBoundingClientRect();
      over.style.cssText = `position: fixed; z-index: 3; left: ${right - 30}px; top: ${top}px; width: 90px; height: 90px; background: red`;
    });
  await expect.poll(() => putOver().then(() => kindsOn(page))).toContain('covered');
  await page.evaluate(() => {
    document.getElementById('over')?.remove();
    const drawing = document.querySelector<SVGElement>('.stage:not([inert]) .answer-card svg.pictogram');
    if (drawing !== null) drawing.style.color = '#e8e8e8';
  });
  expect(await kindsOn(page)).toEqual(['faintDrawing']);
  await page.evaluate(() => {
    const keys = document.createElement('div');
    keys.className = 'keyboard';
    for (const name of ['a', 'b']) {
      const key = document.createElement('button');
      key.textContent = name;
      key.style.cssText = 'min-height: 40px; width: 40px';
      keys.append(key);
    }
    const stage = document.createElement('main');
    stage.style.cssText = 'position: absolute; left: 200px; top: 300px; width: 200px';
    stage.append(keys);
    document.body.replaceChildren(stage);
  });
  // Keys may touch each other, but each has its own size.
  expect(await kindsOn(page)).toEqual(['smallKey']);
});

test('finds what lies over words, words over words, and what is too small or too near', async ({ openKiosk }) => {
  const { page } = await personAtFirstQuestion(await openKiosk(), { language: 'da', culture: 'danish' });
  const plant = (...styles: readonly (readonly [tag: string, css: string])[]): Promise<void> =>
    page.evaluate((all) => {
      const parts = all.map(([tag, css]) => {
        const part = document.createElement(tag);
        part.textContent = 'Ord';
        part.style.cssText = `position: absolute; ${css}`;
        return part;
      });
      const stage = document.createElement('main');
      stage.className = 'stage';
      stage.style.height = '100vh';
      stage.append(...parts);
      document.body.replaceChildren(stage);
    }, styles);
  await plant(
    ['p', 'left: 200px; top: 300px'],
    ['div', 'left: 200px; top: 300px; width: 90px; height: 90px; background: red; z-index: 2'],
  );
  expect(await kindsOn(page)).toContain('covered');
  await plant(['p', 'left: 200px; top: 300px'], ['p', 'left: 210px; top: 305px']);
  expect(await kindsOn(page)).toContain('overlap');
  await plant(['button', 'left: 200px; top: 300px; width: 60px; height: 90px']);
  expect(await kindsOn(page)).toContain('smallTarget');
  await plant(
    ['button', 'left: 200px; top: 300px; width: 90px; height: 90px'],
    ['button', 'left: 295px; top: 300px; width: 90px; height: 90px'],
  );
  expect(await kindsOn(page)).toEqual(['narrowGap']);
  await plant(['div', 'min-height: 3000px; width: 90px; position: static']);
  expect(await kindsOn(page)).toContain('scrolls');
});
