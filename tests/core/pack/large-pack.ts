import type { PackFiles } from '../../../core/pack/load.ts';
import { largePackFiles, malformedPackFiles } from '../../../tools/bench/large-pack.ts';

type Json = Readonly<Record<string, unknown>>;

/** Large packs that are hard on whoever checks them. */
export const LARGE_PACKS = {
  /** As large as a pack may reasonably get. */
  sound: largePackFiles,
  /** Each question follows the one before it, from the first to the last. */
  chained: (length: number): PackFiles => withConditions(length, (index) => index - 1),
  /** Each question follows the next one, and the last one the first. */
  circular: (length: number): PackFiles => withConditions(length, (index) => (index + 1) % length),
  /** Every tenth question has a kind of answer that does not exist. */
  malformed: malformedPackFiles,
} as const;
export type LargePack = keyof typeof LARGE_PACKS;

function withConditions(length: number, questionOf: (index: number) => number): PackFiles {
  const files = largePackFiles(length);
  const questionnaire = files.questionnaire as Json & { readonly item: readonly Json[] };
  const item = questionnaire.item.map(({ enableWhen: _, ...rest }, index) => {
    const question = questionnaire.item[questionOf(index)]?.['linkId'];
    return question === undefined ? rest : { ...rest, enableWhen: [{ question, operator: '=', answerCode: 'yes' }] };
  });
  return { ...files, questionnaire: { ...questionnaire, item } };
}
