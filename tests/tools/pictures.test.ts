import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CULTURES, LANGUAGES } from '../../core/basics/language.ts';
import { act } from '../../core/intake/act.ts';
import { visitScene } from '../../core/intake/visit-scene.ts';
import { beginVisit, type Visit, type VisitEvent } from '../../core/intake/visit.ts';
import { STAMP } from '../../tools/building/variants.mjs';
import { callStates } from '../../tools/pictures/call-states.ts';
import { findingsOf, smallestGapMm, summaryOf, type Pictured } from '../../tools/pictures/findings.ts';
import { TEXTS_PICTURES, textsPictureName } from '../../tools/pictures/texts-window.ts';
import type { Target } from '../../renderer/measuring/targets.ts';
import { PANELS } from '../../tools/pictures/panels.ts';
import { seenItems, tellingAnswer } from '../../tools/pictures/questions.ts';
import { keepSeries, keptSeries, takenBy } from '../../tools/pictures/kept-series.ts';
import { readRequest } from '../../tools/pictures/request.ts';
import { REPORT, SELECTION, selectedName } from '../../tools/pictures/selection.ts';
import { allStates, hurriedStates } from '../../tools/pictures/states.ts';
import { theseScreens } from '../../tools/pictures/wanted.ts';
import { expectOk } from '../expect-ok.ts';
import { realPack } from '../journeys/real-pack.ts';

const [UPRIGHT, , TABLET] = PANELS;
if (UPRIGHT === undefined || TABLET === undefined) throw new Error('There are three panels');

describe('The command line', () => {
  test('asks for every language on every panel when nothing is said', () => {
    const request = readRequest([]);
    expect(request?.settings.map(({ language, panel }) => `${language} ${panel.size}`)).toEqual(
      PANELS.flatMap(({ size }) => LANGUAGES.map((language) => `${language} ${size}`)),
    );
  });

  test('takes lists, a pattern, a look and a text size', () => {
    const args = [
      '--languages',
      'sv',
      '--sizes',
      '1280x800',
      '--only',
      '^sheet',
      '--look',
      'dark',
      '--text',
      'largest',
    ];
    const request = readRequest(args);
    expect(request?.settings).toEqual([{ language: 'sv', panel: TABLET, look: 'dark', text: 'largest' }]);
    const [setting] = request?.settings ?? [];
    if (setting === undefined) throw new Error('There is one setting');
    expect(['sheet-stop', 'greeting'].map((screen) => request?.wanted(setting).has(screen))).toEqual([true, false]);
  });

  test.each([
    ['a language that there is not', ['--languages', 'kl,en']],
    ['a size that there is not', ['--sizes', '800x600']],
    ['a look that there is not', ['--look', 'grey']],
    ['a text size that there is not', ['--text', 'huge']],
    ['a pattern that cannot be read', ['--only', '(']],
    ['no kiosk at all', ['--jobs', '0']],
    ['an option that there is not', ['--foo']],
  ])('refuses %s', (_what, args) => {
    expect(readRequest(args)).toBeNull();
  });
});

describe('The selection', () => {
  const docs = resolve(import.meta.dirname, '../../docs');
  const shownIn = (page: string): string[] =>
    [...readFileSync(join(docs, page), 'utf8').matchAll(/\]\(pictures\/([^)]+)\)/g)].map(([, name]) => name ?? '');
  const names = SELECTION.map(selectedName);

  test('is what docs/screens.md shows', () => {
    expect(shownIn('screens.md').toSorted()).toEqual(names.toSorted());
  });

  test('is all that lies in docs/pictures, with those of docs/centre.md and docs/translation.md', () => {
    const ofTexts = TEXTS_PICTURES.map(textsPictureName);
    expect(shownIn('centre.md')).toEqual([REPORT]);
    expect(shownIn('translation.md').toSorted()).toEqual(ofTexts.toSorted());
    expect(readdirSync(join(docs, 'pictures')).toSorted()).toEqual([...names, REPORT, ...ofTexts].toSorted());
  });

  test('asks for its own languages, panels and screens alone', () => {
    const request = readRequest(['--selection']);
    const wanted = SELECTION.map(({ language, size }) => `${language} ${size}`);
    expect(new Set(request?.settings.map(({ language, panel }) => `${language} ${panel.size}`))).toEqual(
      new Set(wanted),
    );
    const [first] = request?.settings ?? [];
    if (first === undefined) throw new Error('There is a selection');
    expect(['greeting', 'sending'].map((screen) => request?.wanted(first).has(screen))).toEqual([true, false]);
  });
});

describe.each(CULTURES)('The questions that are pictured in the %s version', (culture) => {
  test.each(LANGUAGES)('are all that it has, in %s', (language) => {
    const context = { pack: realPack, codeTaken: true, now: '2026-11-23T10:00:00.000Z' };
    const begun = beginVisit({
      intakeId: crypto.randomUUID(),
      contentVersion: '0'.repeat(64),
      startedAt: context.now,
      language,
      culture,
    });
    const after = (visit: Visit, event: VisitEvent): Visit => expectOk(act(visit, event, context));
    const asked: string[] = [];
    let visit = after({ ...begun, stage: { kind: 'track' } }, { kind: 'chooseTrack', track: 'whole' });
    for (;;) {
      const { scene } = visitScene(visit, realPack, { fourteenDays: true, noMedicineWhileAnonymous: true });
      if (scene.kind !== 'question') break;
      const { linkId } = scene.item;
      asked.push(linkId);
      visit = after(visit, { kind: 'answer', linkId, answer: tellingAnswer(scene.item, { language, culture }) });
    }
    expect(visit.stage.kind).toBe('readBack');
    expect(asked.toSorted()).toEqual([...realPack[culture].byLinkId.keys()].toSorted());
  });
});

test('every state has a name of its own', () => {
  const names = [...allStates(), ...hurriedStates, ...callStates(() => {})].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test('rounds of pictures are left out where none of them is wanted', () => {
  const wanted = theseScreens(['danger-safe']);
  expect(['danger', 'question-danish'].map(wanted.mayBegin)).toEqual([true, false]);
  expect(['danger', 'danger-safe'].map(wanted.has)).toEqual([false, true]);
});

test('what looks the same is pictured once', () => {
  const isSeen = seenItems();
  const { byLinkId } = realPack.danish;
  expect(byLinkId.size).toBeGreaterThan(0);
  const item = { linkId: 'age' } as Parameters<typeof isSeen>[0];
  expect([isSeen(item), isSeen({ ...item }), isSeen({ ...item, linkId: 'mood' })]).toEqual([false, true, false]);
});

const target = (mm: number, more: Partial<Target> = {}): Target => ({
  selector: 'button',
  isKey: false,
  mm,
  gapMm: null,
  ...more,
});

const pictured = (size: typeof UPRIGHT, ...targets: readonly Target[]): Pictured => ({
  screen: 'greeting',
  setting: { language: 'kl', panel: size, look: 'light', text: 'usual' },
  measured: { violations: [], clippings: [], targets },
});

describe('What is found', () => {
  test.each([
    ['20 mm on a large panel', pictured(UPRIGHT, target(20)), []],
    ['19 mm on a large panel', pictured(UPRIGHT, target(19)), ['smallTarget']],
    ['19 mm on a tablet', pictured(TABLET, target(19)), []],
    ['14 mm on a tablet', pictured(TABLET, target(14)), ['smallTarget']],
    ['a key of 15 mm', pictured(UPRIGHT, target(15, { isKey: true })), []],
    ['a key of 14 mm', pictured(UPRIGHT, target(14, { isKey: true })), ['smallKey']],
    ['3 mm between two', pictured(UPRIGHT, target(20, { gapMm: 3 })), []],
    ['2 mm between two', pictured(UPRIGHT, target(20, { gapMm: 2 })), ['narrowGap']],
  ])('at %s', (_what, seen, kinds) => {
    expect(findingsOf(seen).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('names screen, language, size, element and numbers', () => {
    const clipped = { kind: 'covered', selector: 'p', pixels: 4, by: 'b' } as const;
    const seen = {
      ...pictured(UPRIGHT),
      measured: { violations: [{ rule: 'label', selector: 'i' }], clippings: [clipped], targets: [] },
    };
    const at = { screen: 'greeting', language: 'kl', size: '1080x1920' };
    expect(findingsOf(seen)).toEqual([
      { ...at, kind: 'axe: label', selector: 'i', is: null },
      { ...at, kind: 'covered', selector: 'p', by: 'b', is: 4 },
    ]);
  });

  test('is summed up: a screen once, targets of the large panels, keys of all', () => {
    const all = [
      pictured(UPRIGHT, target(21), target(16, { isKey: true })),
      pictured(TABLET, target(15, { gapMm: 3.5 }), target(15.2, { isKey: true })),
    ];
    expect(summaryOf(all)).toEqual({
      screens: 1,
      pictures: 2,
      axeViolations: 0,
      clipped: 0,
      smallestTargetMm: 21,
      smallestKeyMm: 15.2,
    });
    expect(smallestGapMm(all)).toBe(3.5);
    expect(summaryOf([])).toMatchObject({ screens: 0, smallestTargetMm: null, smallestKeyMm: null });
  });
});

describe('A run that goes on', () => {
  const request = readRequest(['--only', '^sheet', '--continue']);
  const setting = request?.settings[0];
  if (!request || !setting) throw new Error('The command line is understood');
  const series = { setting, pictured: [], failed: [] };

  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'matu-series-'));
    writeFileSync(join(folder, STAMP), 'one program');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('finds a series that was taken just so, and none of another program or choice of screens', () => {
    const by = takenBy(folder, request, setting);
    expect(keptSeries(folder, by)).toBeNull();
    keepSeries(folder, by, series);
    expect(keptSeries(folder, by)).toEqual(series);
    expect(keptSeries(folder, takenBy(folder, { ...request, only: null }, setting))).toBeNull();
    expect(keptSeries(folder, takenBy(folder, request, { ...setting, look: 'dark' }))).toBeNull();
    writeFileSync(join(folder, STAMP), 'another program');
    expect(keptSeries(folder, takenBy(folder, request, setting))).toBeNull();
  });

  test('takes a series again of which a screen is missing', () => {
    const by = takenBy(folder, request, setting);
    keepSeries(folder, by, { ...series, failed: [{ screen: 'code', why: 'late' }] });
    expect(keptSeries(folder, by)).toBeNull();
  });
});
