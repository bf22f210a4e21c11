import type { Site } from '../intake/site.ts';
import { readPersonalNumber } from '../questionnaire/personal-number.ts';

/** The registers whose numbers people know by heart. Greenland uses the Danish one. */
const CPR = 'urn:oid:1.2.208.176.1.2';
const SWEDISH = {
  personnummer: 'urn:oid:1.2.752.129.2.1.3.1',
  samordningsnummer: 'urn:oid:1.2.752.129.2.1.3.3',
} as const;

/** FHIR R4 Identifier: what was typed; its register only where its form tells it. */
export interface PersonNumber {
  readonly system?: string;
  readonly value: string;
}

/**
 * Reads a number of a register. Somebody may type the number of another country than the site's, and a number under a
 * wrong register is somebody else: so the form must fit, and what fits no form stands without a register.
 *
 * @returns null when nothing was typed but spaces and signs
 */
export function toPersonNumber(typed: string, { country }: Pick<Site, 'country'>): PersonNumber | null {
  const { digits, danish, swedish } = readPersonalNumber(typed);
  if (digits === '') return null;
  const swedishSystem = swedish === null ? null : SWEDISH[swedish];
  // An administrative number stands in no register of people.
  const danishSystem = danish === 'cpr' ? CPR : null;
  // Ten digits can fit both: then the site decides. At a Swedish site a Danish form alone proves nothing.
  const system = country === 'SE' ? swedishSystem : (danishSystem ?? swedishSystem);
  return system === null ? { value: typed.trim() } : { system, value: digits };
}
