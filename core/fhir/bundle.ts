import type { Intake } from '../intake/intake.ts';
import { toConsent, type Consent } from './consent.ts';
import { toPatient, type Patient } from './patient.ts';
import { toProvenance, type Provenance } from './provenance.ts';
import { toResponse, type QuestionnaireResponse } from './response.ts';

interface Entry {
  readonly fullUrl: string;
  readonly resource: QuestionnaireResponse | Consent | Provenance | Patient;
}

/** A FHIR R4 Bundle with the intake: answers, permissions, where they come from, and who it is if that was told. */
export interface FhirBundle {
  readonly resourceType: 'Bundle';
  readonly type: 'collection';
  readonly identifier: { readonly system: string; readonly value: string };
  readonly timestamp: string;
  readonly entry: readonly Entry[];
}

/** Maps an intake to FHIR R4. The exchange form; intake.json stays the record. Source: docs/fhir.md */
export function toFhir(intake: Intake): FhirBundle {
  const fullUrl = `urn:uuid:${intake.intakeId}`;
  const patient = toPatient(intake);
  const subject = patient === null ? null : { reference: `urn:matu:patient:${patient.id}` };
  const response = { reference: fullUrl };
  const consent = toConsent(intake, response, subject);
  const provenance = toProvenance(intake, response, subject);
  return {
    resourceType: 'Bundle',
    type: 'collection',
    identifier: { system: 'urn:ietf:rfc:3986', value: fullUrl },
    timestamp: intake.createdAt,
    entry: [
      { fullUrl, resource: toResponse(intake, subject) },
      { fullUrl: `urn:matu:consent:${consent.id}`, resource: consent },
      { fullUrl: `urn:matu:provenance:${provenance.id}`, resource: provenance },
      ...(patient === null || subject === null ? [] : [{ fullUrl: subject.reference, resource: patient }]),
    ],
  };
}
