import type { ToldCall } from '../alert/told-call.ts';
import { assertNever } from '../basics/assert-never.ts';
import type { Chosen, Flag, InstrumentResult, Intake, IntakeAnswer } from '../intake/intake.ts';
import {
  CODES,
  DATA_ABSENT,
  LANGUAGE,
  ORDINAL_VALUE,
  own,
  QUESTIONNAIRE_URL,
  translation,
  unlessEmpty,
  type Coding,
  type Extended,
  type Extension,
  type Reference,
} from './terms.ts';

interface Answer {
  readonly valueString?: string;
  readonly valueInteger?: number;
  readonly valueCoding?: Coding;
  readonly valueQuantity?: {
    readonly value: number;
    readonly unit: string;
    readonly system: string;
    readonly code: string;
  };
  readonly extension?: readonly Extension[];
  readonly item?: readonly ResponseItem[];
}

export interface ResponseItem {
  readonly linkId: string;
  readonly text?: string;
  readonly _text?: Extended;
  readonly extension?: readonly Extension[];
  readonly answer?: readonly Answer[];
  readonly item?: readonly ResponseItem[];
}

/** FHIR R4 QuestionnaireResponse with the parts that Matu writes. */
export interface QuestionnaireResponse {
  readonly resourceType: 'QuestionnaireResponse';
  readonly id: string;
  readonly language: string;
  readonly questionnaire: string;
  readonly status: 'completed';
  readonly authored: string;
  readonly subject?: Reference;
  readonly extension?: readonly Extension[];
  readonly item?: readonly ResponseItem[];
}

/** Maps the answers of an intake. Flags, calls and scores stand as extensions: the person gave none of them. */
export function toResponse(intake: Intake, subject: Reference | null): QuestionnaireResponse {
  const { intakeId, language, culture, contentVersion, createdAt, flags, calls, instruments } = intake;
  return {
    resourceType: 'QuestionnaireResponse',
    id: intakeId,
    language,
    questionnaire: `${QUESTIONNAIRE_URL}${culture}|${contentVersion.slice(0, 16)}`,
    status: 'completed',
    authored: createdAt,
    ...(subject === null ? {} : { subject }),
    extension: [
      own('track', { valueCode: intake.track }),
      ...flags.map(flagExtension),
      ...calls.map(callExtension),
      ...instruments.map(score),
    ],
    ...unlessEmpty(
      'item',
      intake.answers.flatMap((answer) => responseItems(answer, intake)),
    ),
  };
}

function flagExtension({ rule, level, linkIds, at }: Flag): Extension {
  const extension: Extension[] = [
    { url: 'rule', valueCode: rule },
    { url: 'level', valueCode: level },
    { url: 'at', valueDateTime: at },
    ...linkIds.map((linkId) => ({ url: 'linkId', valueString: linkId })),
  ];
  return own('safety-flag', { extension });
}

/** What the house did at a call; what is absent did not happen until Send. */
function callExtension(call: ToldCall): Extension {
  const after = (url: keyof ToldCall, seconds: number | null): Extension[] =>
    seconds === null ? [] : [{ url, valueInteger: seconds }];
  const extension: Extension[] = [
    { url: 'level', valueCode: call.level },
    { url: 'calledAt', valueDateTime: call.calledAt },
    ...after('channelAfterSeconds', call.channelAfterSeconds),
    ...after('secondAfterSeconds', call.secondAfterSeconds),
    ...after('numbersAfterSeconds', call.numbersAfterSeconds),
    ...after('hereAfterSeconds', call.hereAfterSeconds),
    ...(call.note === null ? [] : [{ url: 'note', valueCode: call.note }]),
  ];
  return own('house-call', { extension });
}

function score(result: InstrumentResult): Extension {
  const extension: Extension[] = [
    { url: 'slot', valueCode: result.slot },
    { url: 'title', valueString: result.title },
    { url: 'version', valueString: result.version },
    { url: 'language', valueCode: result.language },
    { url: 'validated', valueCode: result.validated },
    { url: 'questions', valueInteger: result.questions },
    { url: 'answered', valueInteger: result.answered },
    { url: 'maxScore', valueDecimal: result.maxScore },
    ...(result.score === null ? [] : [{ url: 'score', valueDecimal: result.score }]),
    ...(result.unitGrams === null ? [] : [{ url: 'unitGrams', valueDecimal: result.unitGrams }]),
    ...result.reached.map(reachedCutOff),
  ];
  return own('instrument-score', { extension });
}

/** A cut-off that the score reaches, and whom it is made for; what is absent applies to anybody. */
function reachedCutOff({ label, from, sex, ageFrom, ageTo }: InstrumentResult['reached'][number]): Extension {
  const extension: Extension[] = [
    { url: 'label', valueString: label },
    { url: 'from', valueDecimal: from },
    ...(sex === null ? [] : [{ url: 'sex', valueCode: sex }]),
    ...(ageFrom === null ? [] : [{ url: 'ageFrom', valueInteger: ageFrom }]),
    ...(ageTo === null ? [] : [{ url: 'ageTo', valueInteger: ageTo }]),
  ];
  return { url: 'reached', extension };
}

/** One item; several for times of drinking, which are a group that repeats. */
function responseItems(answer: IntakeAnswer, intake: Intake): readonly ResponseItem[] {
  const { linkId, said } = answer;
  const item: ResponseItem = {
    linkId,
    ...shownText(answer, intake),
    ...unlessEmpty('extension', facts(answer, intake)),
  };
  const coding = codingFor(answer, intake);
  return said.kind === 'episodes'
    ? said.episodes.map((episode) => ({ ...item, item: episodeItems(linkId, episode, coding) }))
    : [{ ...item, ...content(linkId, said, coding) }];
}

/** The words on the screen; beside them their language where it is not the intake's, and the site's words. */
function shownText(answer: IntakeAnswer, intake: Intake): Pick<ResponseItem, 'text' | '_text'> {
  const extension = besideWords(answer.question, answer, intake);
  const { text } = answer.question;
  return extension.length === 0 ? { text } : { text, _text: { extension } };
}

type Words = Pick<Chosen, 'text' | 'siteText'>;

function besideWords({ text, siteText }: Words, { language }: IntakeAnswer, intake: Intake): readonly Extension[] {
  return [
    ...(language === intake.language ? [] : [{ url: LANGUAGE, valueCode: language }]),
    ...(siteText === text ? [] : [translation(intake.site.language, siteText)]),
  ];
}

function facts({ culture, accompanied, answeredAt, said }: IntakeAnswer, intake: Intake): Extension[] {
  const asked = answeredAt === null ? [] : [own('answered-at', { valueDateTime: answeredAt })];
  return [
    ...asked,
    ...(culture === intake.culture ? [] : [own('culture', { valueCode: culture })]),
    ...(accompanied && answeredAt !== null ? [own('accompanied', { valueBoolean: true })] : []),
    ...absence(said),
  ];
}

/** FHIR knows why data is absent; our own extension keeps apart what FHIR has one word for. */
function absence(said: IntakeAnswer['said']): Extension[] {
  const absent = (reason: string, nonAnswer: string): Extension[] => [
    { url: DATA_ABSENT, valueCode: reason },
    own('non-answer', { valueCode: nonAnswer }),
  ];
  switch (said.kind) {
    case 'notNow':
    case 'tellAPerson':
      return absent('asked-declined', said.kind);
    case 'dontKnow':
      return absent('asked-unknown', said.kind);
    case 'notAsked':
      return absent('not-asked', said.why);
    case 'circle':
      return said.people.length === 0 ? [own('nobody', { valueBoolean: true })] : [];
    default:
      return [];
  }
}

type Said = IntakeAnswer['said'];

function content(
  linkId: string,
  said: Exclude<Said, { kind: 'episodes' }>,
  coding: ToCoding,
): Pick<ResponseItem, 'answer'> {
  switch (said.kind) {
    case 'options':
      return { answer: said.options.map((option) => ({ valueCoding: coding(linkId, option, option.weight) })) };
    case 'words':
      return { answer: [{ valueString: said.text }] };
    case 'number':
      return { answer: [{ valueInteger: said.value }] };
    case 'days': {
      const extension = said.daysAgo.map((day) => own('days-ago', { valueInteger: day }));
      return { answer: [{ valueInteger: said.daysAgo.length, ...unlessEmpty('extension', extension) }] };
    }
    case 'circle':
      return unlessEmpty(
        'answer',
        said.people.map(({ who, ring }) => ({
          valueCoding: coding(linkId, who),
          item: [{ linkId: `${linkId}.ring`, answer: [{ valueCoding: coding(`${linkId}.ring`, ring) }] }],
        })),
      );
    case 'notNow':
    case 'tellAPerson':
    case 'dontKnow':
    case 'notAsked':
      return {};
    default:
      return assertNever(said);
  }
}

/** Codes what was chosen under a linkId. */
type ToCoding = (linkId: string, chosen: Chosen, weight?: number) => Coding;

/** What was chosen in the words of the screen, with the same beside it as beside the question. */
function codingFor(answer: IntakeAnswer, intake: Intake): ToCoding {
  return (linkId, chosen, weight) => {
    const beside = besideWords(chosen, answer, intake);
    const counts = weight === undefined ? [] : [{ url: ORDINAL_VALUE, valueDecimal: weight }];
    return {
      system: `${CODES}${linkId}`,
      code: chosen.code,
      display: chosen.text,
      ...(beside.length === 0 ? {} : { _display: { extension: beside } }),
      ...unlessEmpty('extension', counts),
    };
  };
}

type Episode = Extract<Said, { kind: 'episodes' }>['episodes'][number];

function episodeItems(linkId: string, episode: Episode, coding: ToCoding): readonly ResponseItem[] {
  const { drinks, share, company, grams } = episode;
  const choice = (part: string, chosen: Chosen | null): ResponseItem[] =>
    chosen === null
      ? []
      : [{ linkId: `${linkId}.${part}`, answer: [{ valueCoding: coding(`${linkId}.${part}`, chosen) }] }];
  return [
    ...drinks.map((drink) => ({
      linkId: `${linkId}.drink`,
      item: [...choice('container', drink), { linkId: `${linkId}.count`, answer: [{ valueInteger: drink.count }] }],
    })),
    ...choice('share', share),
    ...choice('company', company),
    { linkId: `${linkId}.grams`, answer: [{ valueQuantity: gramsQuantity(grams) }] },
  ];
}

function gramsQuantity(value: number): NonNullable<Answer['valueQuantity']> {
  return { value, unit: 'g', system: 'http://unitsofmeasure.org', code: 'g' };
}
