import type { Intake } from '../intake/intake.ts';
import { toPersonNumber, type PersonNumber } from './registers.ts';
import { unlessEmpty } from './terms.ts';

/** FHIR R4 Patient with the parts that Matu writes. */
export interface Patient {
  readonly resourceType: 'Patient';
  readonly id: string;
  readonly identifier?: readonly PersonNumber[];
  readonly name?: readonly { readonly text: string }[];
  readonly telecom?: readonly { readonly system: 'phone'; readonly value: string }[];
}

/**
 * Who the person is, as far as it was told.
 *
 * @returns null for who gives only a code, and for who told nothing: then no identifier of any kind stands in FHIR
 */
export function toPatient({ intakeId, answers, site }: Intake): Patient | null {
  const anonymity = answers.find(({ linkId }) => linkId === 'anonymity')?.said;
  if (anonymity?.kind === 'options' && anonymity.options.some(({ code }) => code === 'code-only')) return null;
  const words = (linkId: string): string[] => {
    const said = answers.find((answer) => answer.linkId === linkId)?.said;
    return said?.kind === 'words' ? [said.text] : [];
  };
  const told = {
    ...unlessEmpty(
      'identifier',
      words('personal-number').flatMap((typed) => toPersonNumber(typed, site) ?? []),
    ),
    ...unlessEmpty(
      'name',
      words('call-name').map((text) => ({ text })),
    ),
    ...unlessEmpty(
      'telecom',
      words('phone-number').map((value) => ({ system: 'phone' as const, value })),
    ),
  };
  return Object.keys(told).length === 0 ? null : { resourceType: 'Patient', id: `${intakeId}-person`, ...told };
}
