import { CULTURES, LANGUAGES } from '../../core/basics/language.ts';
import type { Pack } from '../../core/pack/load.ts';
import type { ShownItem } from '../../core/intake/scene.ts';
import type { VisitEvent } from '../../core/intake/visit.ts';
import { codesOf, type Answer } from '../../core/questionnaire/answer.ts';
import { optionsOf } from '../../core/questionnaire/culture-version.ts';
import type { OpenView } from '../../electron/intake/open-view.ts';
import { anyAnswer, type Chooser } from '../bench/any-answer.ts';
import type { Dice } from './dice.ts';

/** What a made-up person does next. `pause`: ends the visit under its code and comes back to it. */
export type PersonAct =
  VisitEvent | { readonly kind: 'takeCode' } | { readonly kind: 'pause' } | { readonly kind: 'send' };

/** How often somebody goes back, changes or removes something before coming to an end. */
const MOST_DETOURS = 6;
const ONCE_IN = { nonAnswer: 12, detour: 15, pause: 40 } as const;

/** Answers that a made-up person never gives, by linkId: those that call for a person or hand over to one. */
export type Avoided = ReadonlyMap<string, ReadonlySet<string>>;

/** Finds the answers of a pack that lead out of the questions. */
export function avoidedIn(pack: Pack): Avoided {
  const avoided = new Map<string, Set<string>>();
  const avoid = (linkId: string, code: string): void => {
    avoided.set(linkId, (avoided.get(linkId) ?? new Set()).add(code));
  };
  for (const culture of CULTURES) {
    for (const { level, enableWhen } of pack[culture].safety) {
      if (level !== 'red') continue;
      for (const when of enableWhen) if (when.operator === '=') avoid(when.question, when.answerCode);
    }
    for (const { item } of pack[culture].items) {
      for (const { code, leadsTo } of optionsOf(item)) if (leadsTo === 'underAge') avoid(item.linkId, code);
    }
  }
  return avoided;
}

/** A made-up person: chooses by dice from what the screen offers, wanders a little, and comes to Send. */
export class SyntheticPerson {
  readonly #dice: Dice;
  readonly #avoided: Avoided;
  #detours = 0;
  #hasPaused = false;

  constructor(dice: Dice, avoided: Avoided) {
    this.#dice = dice;
    this.#avoided = avoided;
  }

  /** Whether the house may ring the centre today. */
  wishesToBeRung(): boolean {
    return this.#dice.onceIn(10);
  }

  /** Decides by what the screen shows. */
  next(view: OpenView): PersonAct {
    const { scene } = view;
    if (view.safety.offer !== null) return { kind: 'leaveOffer' };
    switch (scene.kind) {
      case 'language':
        return view.chosen.language
          ? { kind: 'proceed' }
          : { kind: 'chooseLanguage', language: this.#oneOf(LANGUAGES) };
      case 'culture':
        return view.chosen.culture ? { kind: 'proceed' } : { kind: 'chooseCulture', culture: this.#oneOf(CULTURES) };
      case 'track':
        return { kind: 'chooseTrack', track: this.#oneOf(['whole', 'short']) };
      case 'offerCode':
        return view.codeTaken ? { kind: 'proceed' } : { kind: 'takeCode' };
      case 'question':
        return this.#atQuestion(scene.item, view);
      case 'readBack':
        return this.#atReadBack(scene.lines);
      default:
        return { kind: 'proceed' };
    }
  }

  #atQuestion(item: ShownItem, { codeTaken }: OpenView): PersonAct {
    if (codeTaken && !this.#hasPaused && this.#dice.onceIn(ONCE_IN.pause)) {
      this.#hasPaused = true;
      return { kind: 'pause' };
    }
    if (this.#takesDetour()) return { kind: 'back' };
    return { kind: 'answer', linkId: item.linkId, answer: this.#answer(item) };
  }

  #atReadBack(lines: readonly { readonly linkId: string; readonly locked: unknown }[]): PersonAct {
    const changeable = lines.filter(({ locked }) => locked === null);
    // With a few lines only, removing one could leave nothing to send.
    if (changeable.length < 4 || !this.#takesDetour()) return { kind: 'send' };
    const { linkId } = this.#oneOf(changeable);
    return { kind: this.#oneOf(['edit', 'remove']), linkId };
  }

  #takesDetour(): boolean {
    const takes = this.#detours < MOST_DETOURS && this.#dice.onceIn(ONCE_IN.detour);
    if (takes) this.#detours += 1;
    return takes;
  }

  #answer(item: ShownItem): Answer {
    const nonAnswer = this.#dice.onceIn(ONCE_IN.nonAnswer)
      ? item.nonAnswers[this.#dice.below(3)]?.nonAnswer
      : undefined;
    if (nonAnswer !== undefined) return { kind: nonAnswer };
    const answer = anyAnswer(item, this.#chooser());
    const avoided = this.#avoided.get(item.linkId);
    return codesOf(answer).some((code) => avoided?.has(code)) ? { kind: 'notNow' } : answer;
  }

  #chooser(): Chooser {
    return {
      place: (count) => this.#dice.below(count),
      amount: (most) => 1 + this.#dice.below(Math.min(most, 3)),
      words: `made up ${this.#dice.below(1_000_000)}`,
    };
  }

  #oneOf<T>(from: readonly T[]): T {
    const one = from[this.#dice.below(from.length)];
    if (one === undefined) throw new Error('There is nothing to choose from');
    return one;
  }
}
