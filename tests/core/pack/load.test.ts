import { describe, expect, test } from 'vitest';
import { CULTURES } from '../../../core/basics/language.ts';
import { loadPack, type PackProblem } from '../../../core/pack/load.ts';
import { realPackFiles } from '../../journeys/real-pack.ts';
import { CONTRADICTORY } from './broken/contradictory.ts';
import { INCONSISTENT } from './broken/inconsistent.ts';
import { MISSHAPEN } from './broken/misshapen.ts';
import { OUT_OF_REACH } from './broken/out-of-reach.ts';
import { UNSAFE } from './broken/unsafe.ts';
import { itemIn, openPack, type OpenPack } from './open-pack.ts';

function problemsOf(pack: OpenPack): readonly PackProblem[] {
  const loaded = loadPack(pack);
  return loaded.ok ? [] : loaded.error;
}

test('The pack that ships is sound', () => {
  const loaded = loadPack(realPackFiles());
  expect(loaded.ok ? Object.keys(loaded.value) : loaded.error).toEqual([...CULTURES]);
});

describe.each([
  ['the shape of a file', MISSHAPEN],
  ['what the files say of each other', CONTRADICTORY],
  ['what a question says of itself', INCONSISTENT],
  ['ways that nobody can go', OUT_OF_REACH],
  ['safety rules', UNSAFE],
])('A pack is refused as a whole for %s:', (_, broken) => {
  test.each(broken)('$what', ({ breaking, problem }) => {
    const pack = openPack();
    breaking(pack);
    expect(problemsOf(pack)).toContainEqual(problem);
  });
});

test('Files that are no objects are refused, each by its name', () => {
  const files = { questionnaire: null, overlays: { greenlandic: null, danish: 'x', swedish: [] }, safety: 7 };
  const loaded = loadPack(files);
  expect(loaded.ok ? [] : loaded.error).toEqual(
    ['questionnaire', 'greenlandic', 'danish', 'swedish', 'safety'].map((name) => ({
      file: `${name}.json`,
      place: 'the whole file',
      remedy: 'This must be an object in { }.',
    })),
  );
});

test('Every problem of every version is named in one go', () => {
  const pack = openPack();
  pack.overlays.danish.order.items.push('nothing');
  pack.overlays.swedish.order.items.push('age');
  pack.overlays.greenlandic.culture = 'danish';
  expect(problemsOf(pack).map(({ file }) => file)).toEqual(['greenlandic.json', 'danish.json', 'swedish.json']);
});

test('What every version has wrong is said once, of the file that they share', () => {
  const pack = openPack();
  Object.assign(itemIn(pack, 'income'), { enableBehavior: 'any' });
  expect(problemsOf(pack).map(({ file, place }) => `${file} ${place}`)).toEqual(['questionnaire.json income']);
});

test('What only some versions have wrong is said of each of them', () => {
  const pack = openPack();
  Object.assign(itemIn(pack, 'confidence'), { repeats: true });
  expect(problemsOf(pack).map(({ file, place }) => `${file} ${place}`)).toEqual(['danish.json confidence']);
});

test('A condition on whether something was said needs no code', () => {
  const pack = openPack();
  Object.assign(itemIn(pack, 'age'), {
    enableWhen: [{ question: 'call-name', operator: 'exists', answerBoolean: true }],
  });
  expect(problemsOf(pack)).toEqual([]);
});
