import type { Intake } from '../intake/intake.ts';
import { AT_THE_KIOSK, concept, type CodeableConcept, type Reference } from './terms.ts';

const PERMISSIONS = 'urn:matu:codes:permission';

/**
 * Which item permits what, and the codes that permit and refuse. Send itself permits sending. Nobody refuses contact by
 * a wish: `no-letters` and `come-along` say how, and stand with the answers.
 */
const ASKED = [
  {
    permission: 'contact',
    linkId: 'contact-way',
    permits: ['meet-here', 'house-day', 'sms', 'call', 'through-person', 'field-worker'],
    refuses: [],
  },
  { permission: 'peer', linkId: 'peer-permission', permits: ['yes'], refuses: ['no'] },
  { permission: 'network', linkId: 'community-permission', permits: ['yes'], refuses: ['no'] },
  { permission: 'allorfik', linkId: 'allorfik-permission', permits: ['yes'], refuses: ['no'] },
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
  readonly patient: Reference | { readonly display: string };
  readonly dateTime: string;
  readonly sourceReference: Reference;
  readonly provision: { readonly provision: readonly Provision[] };
}

/** What the person permitted and refused by pressing Send. What was not answered, or leaves it open, is neither. */
export function toConsent(intake: Intake, response: Reference, subject: Reference | null): Consent {
  return {
    resourceType: 'Consent',
    id: `${intake.intakeId}-consent`,
    status: 'active',
    scope: concept('http://terminology.hl7.org/CodeSystem/consentscope', 'patient-privacy'),
    category: [concept('http://loinc.org', '59284-0')],
    policyRule: concept('http://terminology.hl7.org/CodeSystem/v3-ActCode', 'OPTIN'),
    // FHIR wants a patient in a consent about privacy (ppc-2); who gives only a code is one too, whoever it is.
    patient: subject ?? AT_THE_KIOSK,
    dateTime: intake.createdAt,
    sourceReference: response,
    provision: { provision: [provision('permit', 'send'), ...askedProvisions(intake)] },
  };
}

function provision(type: Provision['type'], permission: string): Provision {
  return { type, code: [concept(PERMISSIONS, permission)] };
}

function askedProvisions({ answers }: Intake): Provision[] {
  return ASKED.flatMap(({ permission, linkId, permits, refuses }) => {
    const said = answers.find((answer) => answer.linkId === linkId)?.said;
    if (said?.kind !== 'options') return [];
    const isOneOf = (codes: readonly string[]): boolean => said.options.some(({ code }) => codes.includes(code));
    if (isOneOf(permits)) return [provision('permit', permission)];
    return isOneOf(refuses) ? [provision('deny', permission)] : [];
  });
}
