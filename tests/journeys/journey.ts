import type { Culture, Language } from '../../core/basics/language.ts';
import { visitScene, type ReadBackLine, type VisitScene } from '../../core/intake/scene.ts';
import { act, beginVisit, type Visit, type VisitEvent } from '../../core/intake/visit.ts';
import type { Pack } from '../../core/pack/load.ts';
import type { Answer, GivenAnswer, NonAnswer } from '../../core/questionnaire/answer.ts';
import { realPack } from './real-pack.ts';

/** How a journey begins; everything has a usual value. */
interface JourneyStart {
  readonly culture?: Culture;
  readonly language?: Language;
  readonly pack?: Pack;
}

const POLICY = { fourteenDays: true, noMedicineWhileAnonymous: true };

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
export function journey({ culture = 'danish', language = 'da', pack = realPack }: JourneyStart = {}): Journey {
  return new Journey(newVisit(), pack)
    .proceed()
    .chooseLanguage(language)
    .proceed()
    .chooseCulture(culture)
    .proceed()
    .proceed();
}

/**
 * One person's way through the questions, in the words of a specification. A step that the kiosk refuses fails the
 * test, and an offer of a code is passed by whatever is done next.
 */
export class Journey {
  readonly pack: Pack;
  /** Every question that was shown, in order; once for each time that the person came to it. */
  readonly asked: string[] = [];
  /** How many times a code was offered. */
  offers = 0;
  #visit: Visit;
  #codeTaken = false;

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
    const { scene } = this.view;
    return scene.kind === 'question' ? scene.item.linkId : scene.kind;
  }

  /** What is told back, by linkId: keys of options, the person's words, or the non-answer. */
  get toldBack(): Readonly<Record<string, readonly string[]>> {
    const { scene } = this.view;
    if (scene.kind !== 'readBack') throw new Error(`Nothing is told back at ${this.place}`);
    return Object.fromEntries(scene.lines.map(({ linkId, said }) => [linkId, wordsOf(said)]));
  }

  /** The codes that the question on the screen offers. */
  get offered(): readonly string[] {
    const { scene } = this.view;
    if (scene.kind !== 'question' || scene.item.field.kind !== 'choice') throw new Error(`No choice at ${this.place}`);
    return scene.item.field.options.map(({ code }) => code);
  }

  /** What the question on the screen shows as answered already. */
  get standing(): Answer | null {
    const { scene } = this.view;
    if (scene.kind !== 'question') throw new Error(`No question at ${this.place}`);
    return scene.answer;
  }

  answer(linkId: string, said: string | readonly string[]): this {
    return this.#give(linkId, typeof said === 'string' ? { kind: 'text', text: said } : codes(said));
  }

  notNow(linkId: string): this {
    return this.decline(linkId, 'notNow');
  }

  decline(linkId: string, nonAnswer: NonAnswer): this {
    return this.#give(linkId, { kind: nonAnswer });
  }

  /** Says "not now" to every question before `place`. */
  until(place: string): this {
    for (let steps = 0; this.passOffer().place !== place; steps += 1) {
      if (steps > 100) throw new Error(`The journey never comes to ${place}`);
      this.notNow(this.place);
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

  chooseLanguage(language: Language): this {
    return this.#do({ kind: 'chooseLanguage', language });
  }

  chooseCulture(culture: Culture): this {
    return this.#do({ kind: 'chooseCulture', culture });
  }

  edit(linkId: string): this {
    return this.#do({ kind: 'edit', linkId });
  }

  /** What the kiosk says when it refuses an event; null when it takes it. The journey stays where it is. */
  refusalOf(event: VisitEvent): string | null {
    const done = act(this.#visit, event, { pack: this.pack, codeTaken: this.#codeTaken });
    return done.ok ? null : done.error.kind;
  }

  passOffer(): this {
    return this.place === 'offerCode' ? this.proceed() : this;
  }

  #give(linkId: string, answer: GivenAnswer): this {
    this.passOffer();
    if (this.place !== linkId) throw new Error(`The kiosk asks ${this.place}, not ${linkId}`);
    return this.#do({ kind: 'answer', linkId, answer });
  }

  #do(event: VisitEvent): this {
    const done = act(this.#visit, event, { pack: this.pack, codeTaken: this.#codeTaken });
    if (!done.ok) throw new Error(`The kiosk refuses ${event.kind} at ${this.place}: ${done.error.kind}`);
    const moved = done.value.stage !== this.#visit.stage;
    this.#visit = done.value;
    if (moved && this.#visit.stage.kind === 'question') this.asked.push(this.#visit.stage.linkId);
    if (moved && this.#visit.stage.kind === 'offerCode') this.offers += 1;
    return this;
  }
}

function codes(said: readonly string[]): GivenAnswer {
  return { kind: 'codes', codes: [...said] };
}

function wordsOf(said: ReadBackLine['said']): readonly string[] {
  switch (said.kind) {
    case 'options':
      return said.textKeys;
    case 'words':
      return [said.text];
    case 'nonAnswer':
      return [said.nonAnswer];
  }
}
