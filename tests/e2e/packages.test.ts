import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { DESK_LANGUAGES } from '../../core/basics/language.ts';
import type { EditionEvent } from '../../core/translation/edition-events.ts';
import type { PackagedText } from '../../core/translation/language-package.ts';
import { readEdition, writeEdition } from '../../electron/translation/edition-file.ts';
import { kioskWords } from '../../node/eight-words.ts';
import { readLanguagePackage, writeLanguagePackage, type PackageFacts } from '../../node/language-package-file.ts';
import { newMinisignKey } from '../../node/minisign-keys.ts';
import { systemRandom } from '../../node/random.ts';
import { violationsOn } from '../../tools/pictures/axe.ts';
import { hashOf } from '../core/translation/an-edition.ts';
import { expectOk } from '../expect-ok.ts';
import { AVIAJA, opensDesk, setsUp } from './at-the-desk.ts';
import { opensTexts } from './at-the-texts.ts';
import { expect, test } from './kiosk.ts';
import { words } from './words.ts';

const ANNA = { role: 'translator', by: 'Anna', on: '2026-03-01' } as const;
const BIRK = { role: 'treatmentWorker', by: 'Birk', on: '2026-03-02' } as const;
const HIDE = { key: 'kiosk.hide', danish: 'Skjul', before: 'Dölj' };
const MORE = { key: 'kiosk.more', danish: 'Vis flere', before: 'Visa fler' };

const outcome = (page: Page) => page.locator('.desk-outcome:not(:empty)');

/** What somebody of a house worded. */
function worded({ key, danish, before }: typeof HIDE, text: string): EditionEvent {
  const hashes = { source: hashOf(danish), instead: hashOf(before) };
  return { kind: 'worded', key, text, ...hashes, by: 'Cilla', atMs: 7 };
}

/** The package of a house that has approved these words. */
function packageOf(changed: Partial<PackageFacts>, ...texts: readonly (readonly [typeof HIDE, string])[]) {
  const facts: PackageFacts = {
    kioskId: '7f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
    centreId: '1a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
    ...{ siteId: 'sisimiut-1', siteName: 'Huset i Sisimiut', seq: 1, madeAt: '2026-03-04T10:00:00.000Z' },
    ...{ language: 'sv', ...changed },
  };
  const packaged = texts.map(([{ key, danish, before }, text]): PackagedText => ({
    ...{ key, danish, text, by: 'Cilla', atMs: 7, follows: [hashOf(before)], reviews: [ANNA, BIRK] },
  }));
  return writeLanguagePackage(facts, { texts: packaged, recordings: [] }, newMinisignKey(systemRandom));
}

/** Opens the tab of packages for an administrator. */
async function atPackages(openKiosk: () => Promise<Parameters<typeof opensDesk>[0]>, language: 'da' | 'sv') {
  const kiosk = await openKiosk();
  const desk = await opensDesk(kiosk, language);
  await setsUp(desk, AVIAJA);
  const texts = await opensTexts(kiosk, desk, language);
  await texts.locator('[data-tab="packages"]').click();
  await texts.locator('[data-part="give"]').waitFor();
  return texts;
}

for (const language of DESK_LANGUAGES) {
  const say = (key: string, values?: Readonly<Record<string, string | number>>): string => words(language, key, values);

  test(`in ${language} words of another house are taken after eight words were compared, by the keyboard`, async ({
    home,
    openKiosk,
  }) => {
    const name = 'matu-language-sv-2026-03-04-sisimiut-1-1.tar';
    const { bytes, manifest } = packageOf({}, [HIDE, 'Göm'], [MORE, 'Se fler']);
    writeFileSync(join(home, 'stick', name), bytes);
    const path = join(home, 'translations', 'sv.jsonl');
    expectOk(writeEdition(path, { tag: 'sv', events: [worded(MORE, 'Visa flera')] }));
    const texts = await atPackages(openKiosk, language);
    expect(await violationsOn(texts)).toEqual([]);

    await texts.locator(`[data-file="${name}"] button`).focus();
    await texts.keyboard.press('Enter');
    await expect(texts.locator('[data-part="words"] li')).toHaveText(kioskWords(manifest).split(' '));
    await expect(texts.locator('[data-conflict="kiosk.more"]')).toContainText('Visa flera');
    await expect(texts.locator('[data-conflict="kiosk.more"]')).toContainText('Se fler');
    expect(await violationsOn(texts)).toEqual([]);
    await texts.screenshot({ path: `test-results/package-${language}.png`, fullPage: true });

    await texts.locator('[data-does="take"]').focus();
    await texts.keyboard.press('Enter');
    await expect(outcome(texts)).toHaveText(say('desk.translation.packages.problem.unknownKey'));
    expect(expectOk(readEdition(path, 'sv'))).toHaveLength(1);

    await texts.locator('[data-part="words"] input').focus();
    await texts.keyboard.press('Space');
    await texts.keyboard.press('Tab');
    await expect(texts.locator('[data-conflict="kiosk.more"] input').first()).toBeFocused();
    await texts.keyboard.press('ArrowDown');
    await texts.keyboard.press('Tab');
    await texts.keyboard.press('Enter');
    await expect(outcome(texts)).toHaveText(say('desk.translation.packages.taken', { changed: 2, voices: 0, kept: 0 }));
    await expect(texts.locator('[data-part="sources"]')).toContainText('Huset i Sisimiut');
    expect(expectOk(readEdition(path, 'sv')).map(({ kind, key }) => [kind, key])).toEqual([
      ['worded', 'kiosk.more'],
      ...['worded', 'judged', 'judged'].map((kind) => [kind, 'kiosk.hide']),
      ...['worded', 'judged', 'judged'].map((kind) => [kind, 'kiosk.more']),
    ]);

    await texts.locator(`[data-file="${name}"] button`).click();
    await expect(outcome(texts)).toHaveText(say('desk.translation.packages.problem.older'));
    await texts.locator('[data-does="forget"]').click();
    await texts.locator('[data-does="forget-sure"]').click();
    await expect(outcome(texts)).toHaveText(say('desk.translation.packages.forgotten', { name: 'Huset i Sisimiut' }));
    await expect(texts.locator('[data-part="sources"]')).toHaveCount(0);
    expect(await violationsOn(texts)).toEqual([]);
  });
}

test('what two have approved is written for another house, and a package that was changed is refused', async ({
  home,
  openKiosk,
}) => {
  const judged = (review: typeof ANNA | typeof BIRK): EditionEvent => ({
    ...{ kind: 'judged', key: HIDE.key, text: hashOf('Göm'), source: hashOf(HIDE.danish), review },
  });
  const path = join(home, 'translations', 'sv.jsonl');
  expectOk(writeEdition(path, { tag: 'sv', events: [worded(HIDE, 'Göm'), judged(ANNA), judged(BIRK)] }));
  const { bytes } = packageOf({}, [MORE, 'Se fler']);
  const spoilt = Buffer.from(bytes);
  spoilt.write('sE', spoilt.indexOf('Se fler'));
  writeFileSync(join(home, 'stick', 'matu-language-sv-2026-03-04-spoilt-1.tar'), spoilt);
  const texts = await atPackages(openKiosk, 'da');

  await texts.locator('[data-language="sv"] [data-does="give"]').click();
  await expect(outcome(texts)).toContainText('matu-language-sv-');
  const [written = ''] = readdirSync(join(home, 'stick')).filter(
    (each) => /^matu-language-sv.*-1\.tar$/.test(each) && !each.includes('spoilt'),
  );
  const read = expectOk(readLanguagePackage(readFileSync(join(home, 'stick', written))));
  expect(read.texts.map(({ key, text }) => [key, text])).toEqual([['kiosk.hide', 'Göm']]);
  await expect(texts.locator('[data-part="give"] .eight-words li')).toHaveText(kioskWords(read.manifest).split(' '));
  await texts.screenshot({ path: 'test-results/packages.png', fullPage: true });

  await texts.locator('[data-file*="spoilt"] button').click();
  await expect(outcome(texts)).toHaveText(words('da', 'desk.translation.packages.problem.altered'));
  await texts.locator(`[data-file="${written}"] button`).click();
  await expect(outcome(texts)).toHaveText(words('da', 'desk.translation.packages.problem.own'));
});
