import type { Intake } from '../intake/intake.ts';
import { AT_THE_KIOSK, concept, type CodeableConcept, type Reference } from './terms.ts';

const ROLES = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type';

interface Agent {
  readonly type: CodeableConcept;
  readonly who: Reference | { readonly display: string };
}

/** FHIR R4 Provenance with the parts that Matu writes. */
export interface Provenance {
  readonly resourceType: 'Provenance';
  readonly id: string;
  readonly target: readonly Reference[];
  readonly recorded: string;
  readonly agent: readonly Agent[];
  readonly entity: readonly {
    readonly role: 'source';
    readonly what: { readonly identifier: { readonly system: string; readonly value: string } };
  }[];
}

/** Where the answers come from: the person, the kiosk that put them together, and whoever helped at the screen. */
export function toProvenance(intake: Intake, response: Reference, subject: Reference | null): Provenance {
  const author = subject ?? AT_THE_KIOSK;
  const agents: Agent[] = [
    { type: concept(ROLES, 'author'), who: author },
    { type: concept(ROLES, 'assembler'), who: { display: 'Matu kiosk' } },
  ];
  // Who helped stands in the answers; that somebody did concerns every one of them.
  const wasHelped = intake.answers.some(({ accompanied, answeredAt }) => accompanied && answeredAt !== null);
  if (wasHelped) agents.push({ type: concept(ROLES, 'enterer'), who: { display: 'A helper at the screen' } });
  return {
    resourceType: 'Provenance',
    id: `${intake.intakeId}-provenance`,
    target: [response],
    recorded: intake.createdAt,
    agent: agents,
    entity: [
      {
        role: 'source',
        what: { identifier: { system: 'urn:matu:content-version', value: intake.contentVersion } },
      },
    ],
  };
}
