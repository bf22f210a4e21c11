import type { ShownItem } from '../../../core/intake/scene.ts';
import type { Texts } from '../../../core/translation/catalogue.ts';

/** A question as tests/bench/peers/surveyjs reads it. */
export interface SurveyQuestion {
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
  /** What is neither chosen nor a number is asked for in words. */
  readonly kind: 'choice' | 'number' | 'text';
  readonly options: readonly { readonly code: string; readonly text: string }[];
  readonly maxAnswers: number;
}

/** Says the question that Matu shows in SurveyJS's terms. Pictures and the three non-answers are left out: less to draw. */
export function surveyQuestion({ linkId, titleKey, hintKey, field }: ShownItem, texts: Texts): SurveyQuestion {
  const say = (key: string): string => texts[key] ?? key;
  const isChoice = field.kind === 'choice';
  return {
    name: linkId,
    title: say(titleKey),
    description: hintKey === null ? null : say(hintKey),
    kind: isChoice || field.kind === 'number' ? field.kind : 'text',
    options: isChoice ? field.options.map(({ code, textKey }) => ({ code, text: say(textKey) })) : [],
    maxAnswers: isChoice ? field.maxAnswers : 1,
  };
}
