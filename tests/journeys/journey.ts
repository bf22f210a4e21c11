import type { Culture, LanguageTag } from '../../core/basics/language.ts';
import { act } from '../../core/intake/act.ts';
import type { ReadBackLine, ShownItem, VisitScene } from '../../core/intake/scene.ts';
import { visitScene } from '../../core/intake/visit-scene.ts';
import { beginVisit, type Visit, type VisitContext, type VisitEvent } from '../../core/intake/visit.ts';
import type { Pack } from '../../core/pack/load.ts';
import type { Answer, Episode } from '../../core/questionnaire/answer.ts';
import type { NonAnswer } from '../../core/pack/condition.ts';
import type { Track } from '../../core/questionnaire/flow.ts';
import { realPack } from './real-pack.ts';
import { wordsOf } from './told-back.ts';

/** How a journey begins; everything has a usual value. */
interface JourneyStart {
  readonly culture?: Culture;
  readonly language?: LanguageTag;
  readonly track?: Track;
  /** Somebody helps from the first question on. */
  readonly helped?: boolean;
  readonly pack?: Pack;
}

/** More steps than anybody needs: who comes here goes round in circles. */
const LONGEST = 1000;

export const POLICY = { fourteenDays: true, noMedicineWhileAnonymous: true };

/** Begins a visit at the greeting. */
export function newVisit(): Visit {
  return beginVisit({
    intakeId: '33333333-3333-4333-8333-333333333333',
    contentVersion: 'c0ffee00'.repeat(8),
    startedAt: '2026-03-01T10:00:00.000Z',
    language: 'da',
    culture: 'danish',
  });
}

/** Greets a person, lets them choose, and stands at the first question. */
export function journey({
  culture = 'danish',
  language = 'da',
  track = 'whole',
  helped = false,
  pack = realPack,
}: JourneyStart = {}): Journey {
  const visit = new Journey(newVisit(), pack)
    .proceed()
    .chooseLanguage(language)
    .proceed()
    .chooseCulture(culture)
    .proceed()
    .proceed();
  return (helped ? visit.withHelper() : visit).chooseTrack(track);
}

/**
 * One person's way through the questions, in the words of a specification. A step that the kiosk refuses fails the
 * test, and an offer of a code is passed by whatever is done next. Each step takes a minute.
 */
export class Journey {
  readonly pack: Pack;
  /** Every question that was shown, in order; once for each time that the person came to it. */
  readonly asked: string[] = [];
  /** How many times a code was offered. */
  offers = 0;
  #visit: Visit;
  #codeTaken = false;
  #minutes = 0;

  constructor(visit: Visit, pack: Pack) {
    this.#visit = visit;
    this.pack = pack;
  }

  get visit(): Visit {
    return this.#visit;
  }

  get view(): VisitScene {
    return visitScene(this.#visit, this.pack, POLICY);
  }

  /** Where the person stands: the linkId of a question, or the name of another screen. */
  get place(): string {
    const { stage } = this.#visit;
    return stage.kind === 'question' ? stage.linkId : stage.kind;
  }

  /** The question on the screen. */
  get item(): ShownItem {
    const { scene } = this.view;
    if (scene.kind !== 'question') throw new Error(`No question at ${this.place}`);
    return scene.item;
  }

  /** What is told back, by linkId: the keys of texts, the person's words, or numbers, as one reads them. */
  get toldBack(): Readonly<Record<string, readonly string[]>> {
    const { scene } = this.view;
    if (scene.kind !== 'readBack') throw new Error(`Nothing is told back at ${this.place}`);
    return Object.fromEntries(scene.lines.map(({ linkId, said }) => [linkId, wordsOf(said)]));
  }

  /** The line in which an answer is told back. */
  lineOf(linkId: string): ReadBackLine {
    const { scene } = this.view;
    const line = scene.kind === 'readBack' ? scene.lines.find((each) => each.linkId === linkId) : undefined;
    if (line === undefined) throw new Error(`${linkId} is not told back at ${this.place}`);
    return line;
  }

  /** How many questions read back says are open. */
  get open(): number {
    const { scene } = this.view;
    if (scene.kind !== 'readBack') throw new Error(`Nothing is told back at ${this.place}`);
    return scene.open;
  }

  /** The codes that the question on the screen offers. */
  get offered(): readonly string[] {
    const { field } = this.item;
    if (field.kind !== 'choice') throw new Error(`No choice at ${this.place}`);
    return field.options.map(({ code }) => code);
  }

  /** What the question on the screen shows as answered already. */
  get standing(): Answer | null {
    const { scene } = this.view;
    if (scene.kind !== 'question') throw new Error(`No question at ${this.place}`);
    return scene.answer;
  }

  /** A second person who has come just as far. */
  copy(): Journey {
    const copy = new Journey(this.#visit, this.pack);
    copy.asked.push(...this.asked);
    copy.offers = this.offers;
    copy.#codeTaken = this.#codeTaken;
    copy.#minutes = this.#minutes;
    return copy;
  }

  /** Chooses codes, writes words, or types a number. */
  answer(linkId: string, said: string | number | readonly string[]): this {
    if (typeof said === 'number') return this.give(linkId, { kind: 'number', value: said });
    if (typeof said === 'string') return this.give(linkId, { kind: 'text', text: said });
    return this.give(linkId, { kind: 'codes', codes: [...said] });
  }

  /** Marks days in a calendar, as days before today. */
  markDays(linkId: string, ...daysAgo: number[]): this {
    return this.give(linkId, { kind: 'days', daysAgo });
  }

  /** Builds times of drinking. */
  drank(linkId: string, ...episodes: Episode[]): this {
    return this.give(linkId, { kind: 'episodes', episodes });
  }

  /** Places people in the circle, as pairs of who and ring. */
  placePeople(linkId: string, ...pairs: (readonly [who: string, ring: string])[]): this {
    return this.give(linkId, { kind: 'circle', people: pairs.map(([who, ring]) => ({ who, ring })) });
  }

  /** Goes on from the offer of a person. */
  leaveOffer(): this {
    return this.#do({ kind: 'leaveOffer' });
  }

  notNow(linkId: string): this {
    return this.decline(linkId, 'notNow');
  }

  decline(linkId: string, nonAnswer: NonAnswer): this {
    return this.give(linkId, { kind: nonAnswer });
  }

  /** Gives an answer of any kind to the question on the screen, which has to be this one. */
  give(linkId: string, answer: Answer): this {
    this.passOffer();
    if (this.place !== linkId) throw new Error(`The kiosk asks ${this.place}, not ${linkId}`);
    return this.#do({ kind: 'answer', linkId, answer });
  }

  /** Says "not now" to every question before `place`, and skips what is offered to be answered alone. */
  until(place: string): this {
    while (this.passOffer().place !== place) {
      if (this.place === 'offerAlone') this.proceed();
      else if (this.#visit.stage.kind === 'question') this.notNow(this.place);
      else throw new Error(`The journey comes to ${this.place}, never to ${place}`);
    }
    return this;
  }

  toTheEnd(): this {
    return this.until('readBack');
  }

  takeCode(): this {
    this.#codeTaken = true;
    return this;
  }

  proceed(): this {
    return this.#do({ kind: 'proceed' });
  }

  back(): this {
    return this.#do({ kind: 'back' });
  }

  chooseLanguage(language: LanguageTag): this {
    return this.#do({ kind: 'chooseLanguage', language });
  }

  chooseCulture(culture: Culture): this {
    return this.#do({ kind: 'chooseCulture', culture });
  }

  /** Begins the questions, goes over to the other track, or answers more from read back. */
  chooseTrack(track: Track): this {
    return this.#do({ kind: 'chooseTrack', track });
  }

  answerMore(): this {
    return this.chooseTrack('whole');
  }

  withHelper(): this {
    return this.#do({ kind: 'setAccompanied', accompanied: true });
  }

  alone(): this {
    return this.#do({ kind: 'setAccompanied', accompanied: false });
  }

  edit(linkId: string): this {
    return this.#do({ kind: 'edit', linkId });
  }

  /** Takes an answer away where everything is told back. */
  remove(linkId: string): this {
    return this.#do({ kind: 'remove', linkId });
  }

  /** Goes to the end with what there is. */
  tellBack(): this {
    return this.passOffer().#do({ kind: 'tellBack' });
  }

  /** What the kiosk says when it refuses an event; null when it takes it. The journey stays where it is. */
  refusalOf(event: VisitEvent): string | null {
    const done = act(this.#visit, event, this.#context());
    return done.ok ? null : done.error.kind;
  }

  passOffer(): this {
    return this.place === 'offerCode' ? this.proceed() : this;
  }

  #context(): VisitContext {
    const now = new Date(Date.UTC(2026, 2, 1, 10, this.#minutes)).toISOString();
    return { pack: this.pack, codeTaken: this.#codeTaken, now };
  }

  #do(event: VisitEvent): this {
    this.#minutes += 1;
    if (this.#minutes > LONGEST) throw new Error(`The journey never ends; it stands at ${this.place}`);
    const done = act(this.#visit, event, this.#context());
    if (!done.ok) throw new Error(`The kiosk refuses ${event.kind} at ${this.place}: ${done.error.kind}`);
    const moved = done.value.stage !== this.#visit.stage;
    this.#visit = done.value;
    if (moved && this.#visit.stage.kind === 'question') this.asked.push(this.#visit.stage.linkId);
    if (moved && this.#visit.stage.kind === 'offerCode') this.offers += 1;
    return this;
  }
}
