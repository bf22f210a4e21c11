import type { EnableWhen } from '../../../../core/pack/condition.ts';
import type { PackProblem } from '../../../../core/pack/load.ts';
import type { Item } from '../../../../core/pack/questionnaire.ts';
import type { OpenPack } from '../open-pack.ts';

/** The pack that ships with one mistake, and the problem that says what to do about it. */
export interface BrokenPack {
  readonly what: string;
  readonly breaking: (pack: OpenPack) => unknown;
  readonly problem: PackProblem;
}

export const EXTRA: Item = { linkId: 'extra', section: 'next', sensitivity: 0, type: 'string', maxLength: 20 };
export const Q = 'questionnaire.json';
export const D = 'danish.json';

export function when(...enableWhen: EnableWhen[]): { readonly enableWhen: EnableWhen[] } {
  return { enableWhen };
}

export function is(question: string, answerCode: string): EnableWhen {
  return { question, operator: '=', answerCode };
}
