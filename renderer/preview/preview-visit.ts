import type { Culture, LanguageTag } from '../../core/basics/language.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { OFFERS } from '../../core/intake/after-send.ts';
import { act } from '../../core/intake/act.ts';
import { formatCode, parseCode, picturesOf } from '../../core/intake/picture-code.ts';
import { visitScene } from '../../core/intake/visit-scene.ts';
import { beginVisit, type Stage, type Visit, type VisitEvent, type VisitProblem } from '../../core/intake/visit.ts';
import type { Pack } from '../../core/pack/pack.ts';
import { optionsOf } from '../../core/questionnaire/culture-version.ts';
import { calendarDay } from '../../core/translation/dates.ts';
import type { AlertView, SentLetter, ShownCode, VisitView } from '../../ipc/contract.ts';
import type { PreviewContent } from '../../ipc/preview-contract.ts';
import type { PreviewPlace } from './preview-place.ts';

type Around = Pick<VisitView, 'codeTaken' | 'sent' | 'ended' | 'presence' | 'alert'>;

const HERE = { stage: 'here', behind: 'answers', mayStay: true } as const;
const NOTHING_AROUND: Around = { codeTaken: false, sent: null, ended: null, presence: HERE, alert: null };

/** Nobody's: the same digits for everybody who looks. */
const CODE_DIGITS = '1234567812345678';

const CALL: AlertView = {
  why: 'danger',
  stage: 'calling',
  isAnswered: false,
  isSounding: false,
  isUnheard: false,
  saidSafe: false,
  coversAll: true,
};

/** Below it nothing is asked that a safety rule is about. */
const SENSITIVE = 2;

/** How many answers are told back: enough to see what a list of them looks like. */
const TOLD_BACK = 8;

/** A visit of nobody, in memory alone: it goes through the kiosk's own rules, and nothing of it is kept or sent. */
export class PreviewVisit {
  readonly #pack: Pack;
  readonly #policy: PreviewContent['policy'];
  #visit: Visit;
  #around: Around = NOTHING_AROUND;

  constructor(
    pack: Pack,
    policy: PreviewContent['policy'],
    place: { readonly language: LanguageTag; readonly culture: Culture },
  ) {
    this.#pack = pack;
    this.#policy = policy;
    this.#visit = emptyVisit(place);
  }

  show(): VisitView {
    const view = { ...visitScene(this.#visit, this.#pack, this.#policy), ...this.#around };
    return this.#around.presence.stage === 'here' ? view : { ...view, scene: { kind: 'covered' } };
  }

  act(event: VisitEvent): Result<VisitView, VisitProblem> {
    const context = { pack: this.#pack, codeTaken: this.#around.codeTaken, now: new Date().toISOString() };
    const changed = act(this.#visit, event, context);
    if (!changed.ok) return changed;
    this.#visit = changed.value;
    return ok(this.show());
  }

  /** Stands at a place as somebody does who comes there for the first time. */
  go(place: PreviewPlace, setting: { readonly language: LanguageTag; readonly culture: Culture }): void {
    this.#visit = { ...emptyVisit(setting), stage: stageOf(place) };
    this.#around = place.kind === 'question' ? NOTHING_AROUND : aroundOf(place.name);
    if (place.kind === 'screen' && place.name === 'readBack')
      this.#visit = { ...this.#visit, answers: sampleAnswers(this.#visit, this.#pack) };
  }

  /** Begins anew, as after a person has left. */
  begin(): void {
    const { language, culture } = this.#visit;
    this.#visit = emptyVisit({ language, culture });
    this.#around = NOTHING_AROUND;
  }

  /** What Send, hiding, calling and the like put around the questions. */
  surround(name: string): VisitView {
    const { language, culture } = this.#visit;
    const around = aroundOf(name);
    // What was sent, kept or deleted is gone from the screen.
    if (around.sent !== null || around.ended !== null) this.#visit = emptyVisit({ language, culture });
    this.#around = { ...around, codeTaken: this.#around.codeTaken };
    return this.show();
  }

  takeCode(): ShownCode {
    this.#around = { ...this.#around, codeTaken: true };
    return sampleCode();
  }

  ended(how: 'kept' | 'deleted'): Result<null, { readonly kind: 'notSaved' }> {
    if (how === 'kept' && !this.#around.codeTaken) return fail({ kind: 'notSaved' });
    this.surround(how);
    return ok(null);
  }
}

function emptyVisit({ language, culture }: { readonly language: LanguageTag; readonly culture: Culture }): Visit {
  const visit = beginVisit({
    intakeId: '00000000-0000-4000-8000-000000000000',
    contentVersion: '0'.repeat(64),
    startedAt: new Date().toISOString(),
    language,
    culture,
  });
  return { ...visit, chosen: { language: true, culture: true } };
}

const STAGES = ['greeting', 'language', 'culture', 'whoCanSee', 'track', 'offerAlone', 'readBack'] as const;
/** The first question; every version has it. */
const FIRST_QUESTION = 'helper';

function stageOf(place: PreviewPlace): Stage {
  if (place.kind === 'question') return { kind: 'question', linkId: place.linkId, editing: false };
  const stage = STAGES.find((each) => each === place.name);
  if (stage !== undefined) return { kind: stage };
  if (place.name === 'offerCode' || place.name === 'underAge') return { kind: place.name, after: FIRST_QUESTION };
  // Behind what lies around the questions somebody has not begun.
  return { kind: 'greeting' };
}

function aroundOf(name: string): Around {
  switch (name) {
    case 'sent':
      return { ...NOTHING_AROUND, sent: sampleLetter('sent') };
    case 'takenBack':
      return { ...NOTHING_AROUND, sent: sampleLetter('takenBack') };
    case 'kept':
    case 'deleted':
      return { ...NOTHING_AROUND, ended: name };
    case 'covered':
    case 'lifting':
    case 'asked':
      return { ...NOTHING_AROUND, presence: { ...HERE, stage: name } };
    case 'danger':
      return { ...NOTHING_AROUND, alert: CALL };
    case 'fetch':
      return { ...NOTHING_AROUND, alert: { ...CALL, why: 'fetch', coversAll: false } };
    case 'here':
    case 'noted':
      return { ...NOTHING_AROUND, alert: { ...CALL, stage: name } };
    default:
      return NOTHING_AROUND;
  }
}

function sampleLetter(state: SentLetter['state']): SentLetter {
  return {
    ...{ kiosk: '0a1b2c3d', seq: 12, shortHash: '4e5f6a7b' },
    day: calendarDay(Date.now(), 'Europe/Copenhagen'),
    state,
    copied: false,
    takeBack: state === 'sent' ? sampleCode() : null,
    offers: OFFERS,
    isDayOneOf14: true,
  };
}

function sampleCode(): ShownCode {
  const code = parseCode(CODE_DIGITS);
  if (!code.ok) throw new Error('The code of the preview is none');
  return {
    digits: formatCode(code.value),
    pictures: picturesOf(code.value).map(({ kind, picture }) => ({ kind, picture })),
  };
}

/** The middle answer to each of the first questions that are not sensitive: an adult of whom nothing calls for a person. */
function sampleAnswers({ language, culture, startedAt }: Visit, pack: Pack): Visit['answers'] {
  const choices = pack[culture].items
    .filter(({ item }) => optionsOf(item).length > 0 && item.sensitivity < SENSITIVE)
    .slice(0, TOLD_BACK);
  const around = { language, culture, at: startedAt, accompanied: false };
  return Object.fromEntries(
    choices.map(({ item }) => {
      const options = optionsOf(item);
      const middle = Math.floor(options.length / 2);
      const codes = options.slice(middle, middle + 1).map(({ code }) => code);
      return [item.linkId, { ...around, answer: { kind: 'codes', codes } as const }];
    }),
  );
}
