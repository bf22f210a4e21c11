import type { Culture, LanguageTag } from '../basics/language.ts';
import type { NonAnswer } from '../pack/condition.ts';
import type { KeyboardKind } from '../pack/questionnaire.ts';
import type { SafetyTip } from '../pack/safety.ts';
import type { Answer } from '../questionnaire/answer.ts';
import type { BegunAnswer } from '../questionnaire/begun-answer.ts';
import type { Track, WhyNotShown } from '../questionnaire/flow.ts';
import type { SafetyLevel } from '../questionnaire/safety.ts';

/** Something to choose, with the key of its text. */
export interface ShownChoice {
  readonly code: string;
  readonly textKey: string;
  readonly pictogram: string | null;
}

/** One answer to choose. */
export interface ShownOption extends ShownChoice {
  readonly exclusive: boolean;
}

/** How a question is answered on the screen. */
export type ShownField =
  | {
      readonly kind: 'choice';
      readonly presentation: 'cards' | 'path' | 'scale' | 'stories';
      readonly imagery: string | null;
      readonly options: readonly ShownOption[];
      readonly maxAnswers: number;
    }
  /** `warnsOfNames`: this person gives only a code, and these words could name somebody. */
  | {
      readonly kind: 'text';
      readonly maxLength: number;
      readonly masked: boolean;
      /** The keys that stand on the glass at first; null for those of words. */
      readonly keyboard: KeyboardKind | null;
      readonly warnsOfNames: boolean;
    }
  | { readonly kind: 'number'; readonly minValue: number; readonly maxValue: number }
  | { readonly kind: 'days'; readonly lastDays: number }
  | {
      readonly kind: 'episodes';
      readonly maxEpisodes: number;
      readonly containers: readonly (ShownChoice & { readonly shared: boolean })[];
      readonly asksShare: 'never' | 'ofShared' | 'always';
      readonly shares: readonly ShownChoice[];
      readonly company: readonly ShownChoice[];
    }
  | {
      readonly kind: 'circle';
      readonly who: readonly ShownChoice[];
      readonly rings: readonly ShownChoice[];
      readonly maxPeople: number;
    };

/** A question as a window shows it: keys of texts, never texts. */
export interface ShownItem {
  readonly linkId: string;
  readonly sensitivity: number;
  readonly titleKey: string;
  readonly hintKey: string | null;
  readonly noticeKey: string | null;
  readonly field: ShownField;
  /** The three non-answers, in the words and pictures of the culture version. */
  readonly nonAnswers: readonly {
    readonly nonAnswer: NonAnswer;
    readonly textKey: string;
    readonly pictogram: string;
  }[];
}

/** What was said, as it is told back: keys of texts, the person's own words, and numbers. */
export type ToldBack =
  | { readonly kind: 'options'; readonly textKeys: readonly string[] }
  | { readonly kind: 'words'; readonly text: string; readonly masked: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'days'; readonly count: number; readonly lastDays: number }
  | {
      readonly kind: 'episodes';
      readonly episodes: readonly {
        readonly drinks: readonly { readonly textKey: string; readonly count: number }[];
        readonly shareKey: string | null;
        readonly companyKey: string | null;
      }[];
    }
  | { readonly kind: 'circle'; readonly people: readonly { readonly whoKey: string; readonly ringKey: string }[] }
  | { readonly kind: 'nonAnswer'; readonly textKey: string };

/** One line of what is told back: the question and what was said. */
export interface ReadBackLine {
  readonly linkId: string;
  /** The part of the questions that it belongs to; lines of one part stand together. */
  readonly section: string;
  readonly sensitivity: number;
  /** What its texts have to be shown in, because the language of now does not have them; null for the language of now. */
  readonly language: LanguageTag | null;
  /** Why the answer cannot be changed now; null where it can. It can be removed in any case. */
  readonly locked: WhyNotShown | null;
  readonly titleKey: string;
  readonly said: ToldBack;
}

/** A place on the path on top of the screen. */
export interface PathPlace {
  readonly section: string;
  readonly state: 'done' | 'here' | 'ahead';
}

/** What the window shows of a visit. */
export type Scene =
  | { readonly kind: 'greeting' }
  | { readonly kind: 'language' }
  | { readonly kind: 'culture' }
  | { readonly kind: 'whoCanSee'; readonly points: readonly { readonly textKey: string; readonly pictogram: string }[] }
  | { readonly kind: 'track' }
  /** `begun`: what was chosen, written or built and not confirmed; null where nothing was. */
  | {
      readonly kind: 'question';
      readonly item: ShownItem;
      readonly answer: Answer | null;
      readonly begun: BegunAnswer | null;
    }
  | { readonly kind: 'offerCode' }
  | { readonly kind: 'underAge' }
  /** `questions`: how many were left out because of a helper. */
  | { readonly kind: 'offerAlone'; readonly questions: number }
  /** `open`: questions that could still be answered, for who went to the end early or took the short track. */
  | { readonly kind: 'readBack'; readonly lines: readonly ReadBackLine[]; readonly open: number };

/** The screen of one question. */
export type QuestionScene = Extract<Scene, { kind: 'question' }>;

/** What the safety rules say of the answers so far; while somebody helps, rules of highly sensitive answers unnamed. */
export interface ShownSafety {
  readonly level: SafetyLevel;
  readonly rules: readonly string[];
  /** Those of them that call for a person at once. */
  readonly red: readonly string[];
  /** A call for a person of the house goes with what is sent. */
  readonly tellsCalls: boolean;
  /** What the last answers brought, until the person goes on from it; null when nothing is to be said. */
  readonly offer: SafetyOffer | null;
}

/** A person is offered, with plain advice. It does not say which rule it is about. */
export interface SafetyOffer {
  readonly tips: readonly SafetyTip[];
  /** The person would rather say it to somebody: now, or later today? */
  readonly asksNowOrLater: boolean;
}

/** A scene and what stands around it on every screen. */
export interface VisitScene {
  readonly language: LanguageTag;
  readonly culture: Culture;
  readonly track: Track;
  /** Somebody helps at the screen. */
  readonly accompanied: boolean;
  readonly chosen: { readonly language: boolean; readonly culture: boolean };
  readonly path: readonly PathPlace[];
  /** The person may go to the end with what there is. */
  readonly canTellBack: boolean;
  readonly safety: ShownSafety;
  readonly scene: Scene;
}
