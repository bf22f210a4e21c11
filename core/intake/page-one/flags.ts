import { text } from '../../translation/catalogue.ts';
import type { Flag, IntakeAnswer } from '../intake.ts';
import type { PageOneFlag } from './model.ts';
import { shortMomentAt } from './moments.ts';
import { partsOf } from './parts.ts';
import { answersTo, textIfAny, type Reading } from './reading.ts';

/** Own words stand whole in their block; beside a flag their beginning is enough. */
const LONGEST_ANSWER = 160;

/** Every safety rule that the answers reach, red ones first, each with the question and answer that reach it. */
export function flagsOf(reading: Reading): readonly PageOneFlag[] {
  const { flags } = reading.intake;
  const ofLevel = (level: Flag['level']): Flag[] => flags.filter((flag) => flag.level === level);
  return [...ofLevel('red'), ...ofLevel('amber')].map((flag) => pageOneFlag(flag, reading));
}

function pageOneFlag({ rule, level, linkIds, at }: Flag, reading: Reading): PageOneFlag {
  const { intake, texts } = reading;
  return {
    level,
    levelName: text(texts, `pageOne.level.${level}`),
    label: textIfAny(texts, `pageOne.flag.${rule}`),
    answers: answersTo(linkIds, intake.answers).map((answer) => ({
      question: answer.question.siteText,
      answer: answerInShort(answer, reading),
    })),
    at: shortMomentAt(Date.parse(at), intake, texts),
  };
}

function answerInShort(answer: IntakeAnswer, reading: Reading): string {
  const words = partsOf(answer, reading)
    .map((part) => part.text)
    .join(' | ');
  return words.length <= LONGEST_ANSWER ? words : `${Array.from(words).slice(0, LONGEST_ANSWER).join('')}…`;
}
