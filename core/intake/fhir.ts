import { assertNever } from '../basics/assert-never.ts';
import type { Intake, IntakeAnswer } from './intake.ts';

/** The systems under which Matu's own codes stand in FHIR; names, not addresses that anything looks up. */
const QUESTIONNAIRE = 'urn:matu:questionnaire:intake';
const CODES = 'urn:matu:codes:';
const NON_ANSWER = 'urn:matu:extension:non-answer';
const DATA_ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

interface Extension {
  readonly url: string;
  readonly valueCode: string;
}

interface ResponseItem {
  readonly linkId: string;
  readonly text: string;
  readonly extension?: readonly Extension[];
  readonly answer?: readonly (
    | { readonly valueString: string }
    | { readonly valueCoding: { readonly system: string; readonly code: string; readonly display: string } }
  )[];
}

/** A FHIR R4 Bundle with the intake as a QuestionnaireResponse. */
export interface FhirBundle {
  readonly resourceType: 'Bundle';
  readonly type: 'collection';
  readonly identifier: { readonly system: string; readonly value: string };
  readonly timestamp: string;
  readonly entry: readonly { readonly fullUrl: string; readonly resource: QuestionnaireResponse }[];
}

interface QuestionnaireResponse {
  readonly resourceType: 'QuestionnaireResponse';
  readonly id: string;
  readonly language: string;
  readonly questionnaire: string;
  readonly status: 'completed';
  readonly authored: string;
  readonly item: readonly ResponseItem[];
}

/** Maps an intake to FHIR R4. The exchange form; intake.json stays the record. */
export function toFhir(intake: Intake): FhirBundle {
  const fullUrl = `urn:uuid:${intake.intakeId}`;
  return {
    resourceType: 'Bundle',
    type: 'collection',
    identifier: { system: 'urn:ietf:rfc:3986', value: fullUrl },
    timestamp: intake.createdAt,
    entry: [
      {
        fullUrl,
        resource: {
          resourceType: 'QuestionnaireResponse',
          id: intake.intakeId,
          language: intake.language,
          questionnaire: `${QUESTIONNAIRE}|${intake.contentVersion.slice(0, 16)}`,
          status: 'completed',
          authored: intake.createdAt,
          item: intake.answers.map(responseItem),
        },
      },
    ],
  };
}

function responseItem({ linkId, question, said }: IntakeAnswer): ResponseItem {
  const item = { linkId, text: question.text };
  switch (said.kind) {
    case 'options':
      return {
        ...item,
        answer: said.options.map(({ code, text }) => ({
          valueCoding: { system: `${CODES}${linkId}`, code, display: text },
        })),
      };
    case 'words':
      return { ...item, answer: [{ valueString: said.text }] };
    case 'notNow':
    case 'tellAPerson':
      return { ...item, extension: absent('asked-declined', said.kind) };
    case 'dontKnow':
      return { ...item, extension: absent('asked-unknown', said.kind) };
    case 'notAsked':
      return { ...item, extension: absent('not-asked', said.why) };
    default:
      return assertNever(said);
  }
}

/** FHIR knows why data is absent; our own extension keeps the three non-answers apart. */
function absent(reason: string, nonAnswer: string): Extension[] {
  return [
    { url: DATA_ABSENT, valueCode: reason },
    { url: NON_ANSWER, valueCode: nonAnswer },
  ];
}
