import { describe, expect, test } from 'vitest';
import { CULTURES, type Culture } from '../../../core/basics/language.ts';
import { loadPack, type PackProblem } from '../../../core/pack/load.ts';
import { overlaySchema, type Change, type Overlay } from '../../../core/pack/overlay.ts';
import {
  questionnaireSchema,
  type AnswerOption,
  type Item,
  type QuestionnaireFile,
} from '../../../core/pack/questionnaire.ts';
import { realPackFiles } from '../../journeys/real-pack.ts';

interface OpenFiles {
  readonly questionnaire: QuestionnaireFile;
  readonly overlays: Record<Culture, Overlay>;
}

type Choice = Extract<Item, { type: 'choice' }>;

const why = { dimension: 'content', reason: 'A reason that a clinician understands.' } as const;

/** The pack that ships, open for breaking. */
function openFiles(): OpenFiles {
  const { questionnaire, overlays } = realPackFiles();
  return {
    questionnaire: questionnaireSchema.parse(questionnaire),
    overlays: {
      greenlandic: overlaySchema.parse(overlays.greenlandic),
      danish: overlaySchema.parse(overlays.danish),
      swedish: overlaySchema.parse(overlays.swedish),
    },
  };
}

function item({ questionnaire }: OpenFiles, linkId: string): Item {
  const found = questionnaire.item.find((each) => each.linkId === linkId);
  if (found === undefined) throw new Error(`No item ${linkId}`);
  return found;
}

function choice(files: OpenFiles, linkId: string): Choice {
  const found = item(files, linkId);
  if (found.type !== 'choice') throw new Error(`${linkId} is no choice`);
  return found;
}

function firstOption(files: OpenFiles, linkId: string): AnswerOption {
  const [first] = choice(files, linkId).answerOption;
  if (first === undefined) throw new Error(`${linkId} has no options`);
  return first;
}

function addChange({ overlays }: OpenFiles, change: Change): void {
  overlays.danish.changes.push(change);
}

function problemsOf(files: OpenFiles): readonly PackProblem[] {
  const loaded = loadPack(files);
  return loaded.ok ? [] : loaded.error;
}

test('The pack that ships is sound', () => {
  const loaded = loadPack(realPackFiles());
  expect(loaded.ok && Object.keys(loaded.value)).toEqual([...CULTURES]);
});

const extra: Item = { linkId: 'extra', section: 'next', sensitivity: 0, type: 'string', maxLength: 20 };

const BROKEN: readonly (readonly [what: string, breaking: (files: OpenFiles) => unknown, problem: PackProblem])[] = [
  [
    'an item with an unknown key',
    (files) => Object.assign(item(files, 'age'), { colour: 'red' }),
    { file: 'questionnaire.json', place: 'item.4', remedy: 'Unrecognized key: "colour"' },
  ],
  [
    'an overlay with an unknown key',
    ({ overlays }) => Object.assign(overlays.swedish, { note: 'x' }),
    { file: 'swedish.json', place: '', remedy: 'Unrecognized key: "note"' },
  ],
  [
    'another format',
    ({ questionnaire }) => Object.assign(questionnaire, { format: 2 }),
    { file: 'questionnaire.json', place: 'format', remedy: 'Invalid input: expected 1' },
  ],
  [
    'a sensitivity beyond 3',
    (files) => Object.assign(item(files, 'helper'), { sensitivity: 4 }),
    { file: 'questionnaire.json', place: 'item.0.sensitivity', remedy: 'Too big: expected number to be <=3' },
  ],
  [
    'two items of one linkId',
    (files) => files.questionnaire.item.push(item(files, 'age')),
    { file: 'questionnaire.json', place: 'age', remedy: 'Give every item a linkId of its own.' },
  ],
  [
    'an overlay of another culture than its file',
    ({ overlays }) => (overlays.danish.culture = 'swedish'),
    { file: 'danish.json', place: 'culture', remedy: 'Write "danish", as the file is named.' },
  ],
  [
    'a change to an unknown item',
    (files) => addChange(files, { change: 'hint', linkId: 'nothing', shown: true, ...why }),
    { file: 'danish.json', place: 'nothing', remedy: 'No such item: check the linkId.' },
  ],
  [
    'an added item that exists already',
    (files) => addChange(files, { change: 'add', item: item(files, 'age'), ...why }),
    { file: 'danish.json', place: 'age', remedy: 'This item exists already: change it instead of adding it.' },
  ],
  [
    'answer options for a text',
    (files) =>
      addChange(files, {
        change: 'options',
        linkId: 'call-name',
        answerOption: choice(files, 'age').answerOption,
        ...why,
      }),
    { file: 'danish.json', place: 'call-name', remedy: 'A text has no answer options.' },
  ],
  [
    'a change that is said twice',
    (files) => addChange(files, { change: 'wording', linkId: 'takes-room', parts: ['hint'], ...why }),
    { file: 'danish.json', place: 'takes-room: wording', remedy: 'Say this change once.' },
  ],
  [
    'a change to an item after it was dropped',
    (files) => {
      addChange(files, { change: 'drop', linkId: 'helper', ...why });
      addChange(files, { change: 'notice', linkId: 'helper', shown: true, ...why });
    },
    { file: 'danish.json', place: 'helper', remedy: 'No such item: check the linkId.' },
  ],
  [
    'an item without a place in the order',
    ({ overlays }) => overlays.danish.order.items.pop(),
    { file: 'danish.json', place: 'contact-person', remedy: 'Give this item a place in the order, or drop it.' },
  ],
  [
    'an added item without a place in the order',
    (files) => addChange(files, { change: 'add', item: extra, ...why }),
    { file: 'danish.json', place: 'extra', remedy: 'Give this item a place in the order, or drop it.' },
  ],
  [
    'an item twice in the order',
    ({ overlays }) => overlays.danish.order.items.push('age'),
    { file: 'danish.json', place: 'age', remedy: 'The order names this item twice.' },
  ],
  [
    'an unknown item in the order',
    ({ overlays }) => overlays.danish.order.items.push('nothing'),
    { file: 'danish.json', place: 'nothing', remedy: 'The order names an unknown item.' },
  ],
  [
    'a dropped item in the order',
    (files) => addChange(files, { change: 'drop', linkId: 'helper', ...why }),
    { file: 'danish.json', place: 'helper', remedy: 'The order names an unknown item.' },
  ],
  [
    'a condition on a later item',
    ({ overlays }) => overlays.danish.order.items.reverse(),
    {
      file: 'danish.json',
      place: 'last-drink',
      remedy: 'The condition on "takes-room" must look at an earlier item.',
    },
  ],
  [
    'a condition on the item itself',
    (files) =>
      Object.assign(firstOption(files, 'helper'), {
        enableWhen: [{ question: 'helper', operator: 'exists', answerBoolean: true }],
      }),
    { file: 'danish.json', place: 'helper', remedy: 'The condition on "helper" must look at an earlier item.' },
  ],
  [
    'a condition on a code that no longer exists',
    (files) => Object.assign(firstOption(files, 'takes-room'), { code: 'wine' }),
    { file: 'danish.json', place: 'last-drink', remedy: '"takes-room" has no answer option "alcohol".' },
  ],
  [
    'a condition on a code of a text',
    (files) =>
      Object.assign(item(files, 'age'), {
        enableWhen: [{ question: 'call-name', operator: '!=', answerCode: 'maja' }],
      }),
    { file: 'danish.json', place: 'age', remedy: '"call-name" has no answer option "maja".' },
  ],
  [
    'two options of one code',
    (files) => choice(files, 'age').answerOption.push(firstOption(files, 'age')),
    { file: 'danish.json', place: 'age', remedy: 'Use the code "under-18" once.' },
  ],
  [
    'a wording for an option that is missing',
    (files) => addChange(files, { change: 'wording', linkId: 'age', parts: ['option.over-100'], ...why }),
    { file: 'danish.json', place: 'age', remedy: 'The wording of "option.over-100" has no answer option.' },
  ],
  [
    'an option that is no code',
    (files) => Object.assign(firstOption(files, 'age'), { code: 'Under 18' }),
    {
      file: 'questionnaire.json',
      place: 'item.4.answerOption.0.code',
      remedy: 'Invalid string: must match pattern /^[a-z0-9][a-z0-9-]{0,40}$/',
    },
  ],
];

describe('A pack is refused as a whole for', () => {
  test.each(BROKEN)('%s', (_, breaking, problem) => {
    const files = openFiles();
    breaking(files);
    expect(problemsOf(files)).toContainEqual(problem);
  });

  test('files that are no objects', () => {
    const { questionnaire } = realPackFiles();
    const loaded = loadPack({ questionnaire, overlays: { greenlandic: null, danish: 'x', swedish: [] } });
    const files = loaded.ok ? [] : loaded.error.map(({ file }) => file);
    expect(files).toEqual(['greenlandic.json', 'danish.json', 'swedish.json']);
    expect(loadPack({ questionnaire: null, overlays: realPackFiles().overlays }).ok).toBe(false);
  });
});

test('Every problem of every version is named in one go', () => {
  const files = openFiles();
  files.overlays.danish.order.items.push('nothing');
  files.overlays.swedish.order.items.push('age');
  Object.assign(files.overlays.greenlandic, { note: 'x' });
  expect(problemsOf(files).map(({ file }) => file)).toEqual(['greenlandic.json', 'danish.json', 'swedish.json']);
});

test('A condition on whether something was said needs no code', () => {
  const files = openFiles();
  Object.assign(item(files, 'age'), {
    enableWhen: [{ question: 'call-name', operator: 'exists', answerBoolean: true }],
  });
  expect(problemsOf(files)).toEqual([]);
});
