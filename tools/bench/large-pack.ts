import type { PackFiles } from '../../core/pack/load.ts';

const why = { dimension: 'content', reason: 'Made for measuring: as large as a pack may reasonably get.' };
const SECTION_LENGTH = 50;

/** The files of a made pack: `length` items in sections, each with options, every other one with conditions. */
export function largePackFiles(length: number): PackFiles {
  const items = Array.from({ length }, (_, index) => madeItem(index));
  const order = { items: items.map(({ linkId }) => linkId), ...why };
  const overlay = (culture: string): object => ({
    format: 2,
    culture,
    order,
    changes: items.filter((_, index) => index % 10 === 0).map(({ linkId }) => madeChange(linkId)),
  });
  return {
    questionnaire: {
      format: 2,
      whoCanSee: [{ code: 'centre', pictogram: 'centre' }],
      nonAnswers: { notNow: 'later', tellAPerson: 'talk', dontKnow: 'not-sure' },
      unitGrams: { DK: 12, SE: 12, GL: 12 },
      instrumentSlot: [],
      item: items,
    },
    overlays: { greenlandic: overlay('greenlandic'), danish: overlay('danish'), swedish: overlay('swedish') },
    safety: { format: 1, rule: [madeRule(linkIdAt(0))] },
  };
}

/** The same pack with every fault that an editor can make by hand, once in each tenth item. */
export function malformedPackFiles(length: number): PackFiles {
  const files = largePackFiles(length);
  const { item } = files.questionnaire as { readonly item: readonly Readonly<Record<string, unknown>>[] };
  const broken = item.map((each, index) => (index % 10 === 0 ? { ...each, type: 'chioce' } : each));
  return { ...files, questionnaire: { ...(files.questionnaire as object), item: broken } };
}

function linkIdAt(index: number): string {
  return `item-${index}`;
}

function madeItem(index: number): { readonly linkId: string } & Readonly<Record<string, unknown>> {
  const condition = { question: linkIdAt(index - 1), operator: '=', answerCode: 'yes' };
  return {
    linkId: linkIdAt(index),
    section: `section-${Math.floor(index / SECTION_LENGTH)}`,
    sensitivity: index % 4,
    hint: true,
    ...(index % 2 === 1 ? { enableWhen: [condition] } : {}),
    type: 'choice',
    repeats: true,
    answerOption: ['yes', 'maybe', 'sometimes', 'no'].map((code) => ({ code, pictogram: 'done-check' })),
  };
}

function madeChange(linkId: string): object {
  return { change: 'wording', linkId, parts: ['title', 'hint'], ...why };
}

function madeRule(question: string): object {
  const enableWhen = [{ question, operator: '=', answerCode: 'yes' }];
  return { id: 'made', level: 'amber', enableWhen, reason: 'Made for measuring.' };
}
