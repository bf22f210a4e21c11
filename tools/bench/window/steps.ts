import type { SurveyQuestion } from './survey-question.ts';
import type { TapTimes } from './tap-times.ts';

/** A question of the way, and whether another question follows it at once. */
export interface Asked {
  readonly question: SurveyQuestion;
  readonly isFollowed: boolean;
}

/** A program whose window is gone through question by question. */
export interface Steps {
  /** Answers the question that stands, and measures the tap that leads to the next one. */
  step(asked: Asked): Promise<TapTimes>;
  /** Answers and goes on without measuring: what follows is no question. */
  pass(asked: Asked): Promise<void>;
  close(): Promise<void>;
}
