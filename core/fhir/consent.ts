import type { Intake } from '../intake/intake.ts';
import { concept, type CodeableConcept, type Reference } from './terms.ts';

const PERMISSIONS = 'urn:matu:codes:permission';

/** Which item permits what, and the codes that permit. Send itself permits sending. */
const ASKED = [
  {
    permission: 'contact',
    linkId: 'contact-way',
    permits: ['meet-here', 'sms', 'call', 'through-person', 'field-worker'],
  },
  { permission: 'peer', linkId: 'peer-permission', permits: ['yes'] },
  { permission: 'network', linkId: 'community-permission', permits: ['yes'] },
  { permission: 'allorfik', linkId: 'allorfik-permission', permits: ['yes'] },
] as const;

interface Provision {
  readonly type: 'permit' | 'deny';
  readonly code: readonly CodeableConcept[];
}

/** FHIR R4 Consent with the parts that Matu writes. */
export interface Consent {
  readonly resourceType: 'Consent';
  readonly id: string;
  readonly status: 'active';
  readonly scope: CodeableConcept;
  readonly category: readonly CodeableConcept[];
  readonly policyRule: CodeableConcept;
  readonly patient?: Reference;
  readonly dateTime: string;
  readonly sourceReference: Reference;
  readonly provision: { readonly provision: readonly Provision[] };
}

/** What the person permitted and refused by pressing Send. What was not answered is neither. */
export function toConsent(intake: Intake, response: Reference, subject: Reference | null): Consent {
  return {
    resourceType: 'Consent',
    id: `${intake.intakeId}-consent`,
    status: 'active',
    scope: concept('http://terminology.hl7.org/CodeSystem/consentscope', 'patient-privacy'),
    category: [concept('http://loinc.org', '59284-0')],
    policyRule: concept('http://terminology.hl7.org/CodeSystem/v3-ActCode', 'OPTIN'),
    ...(subject === null ? {} : { patient: subject }),
    dateTime: intake.createdAt,
    sourceReference: response,
    provision: { provision: [provision('permit', 'send'), ...askedProvisions(intake)] },
  };
}

function provision(type: Provision['type'], permission: string): Provision {
  return { type, code: [concept(PERMISSIONS, permission)] };
}

function askedProvisions({ answers }: Intake): Provision[] {
  return ASKED.flatMap(({ permission, linkId, permits }) => {
    const said = answers.find((answer) => answer.linkId === linkId)?.said;
    if (said?.kind !== 'options') return [];
    const isPermitted = said.options.some(({ code }) => permits.some((each) => each === code));
    return [provision(isPermitted ? 'permit' : 'deny', permission)];
  });
}
