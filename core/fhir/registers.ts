import type { Site } from '../intake/site.ts';

/** The registers whose numbers people know by heart. Greenland uses the Danish one. */
const CPR = 'urn:oid:1.2.208.176.1.2';
const PERSONNUMMER = 'urn:oid:1.2.752.129.2.1.3.1';
const SAMORDNINGSNUMMER = 'urn:oid:1.2.752.129.2.1.3.3';

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
  const digits = typed.replace(/[\s+-]/g, '');
  if (digits === '') return null;
  const swedish = swedishRegister(digits);
  const danish = isCpr(digits) ? CPR : null;
  // Ten digits can fit both: then the site decides. At a Swedish site a Danish form alone proves nothing.
  const system = country === 'SE' ? swedish : (danish ?? swedish);
  return system === null ? { value: typed.trim() } : { system, value: digits };
}

/** DDMMYY and four digits. New numbers follow no checksum, so the day is all that there is to see. */
function isCpr(digits: string): boolean {
  const [, day, month] = /^(\d{2})(\d{2})\d{6}$/.exec(digits) ?? [];
  return isDay(Number(day), Number(month));
}

/** YYMMDD, with or without the century, and four digits of which the last checks the others; 60 is added to some days. */
function swedishRegister(digits: string): string | null {
  const [, ten = '', month, day] = /^(?:18|19|20)?(\d{2}(\d{2})(\d{2})\d{4})$/.exec(digits) ?? [];
  if (!hasLuhnDigit(ten)) return null;
  if (isDay(Number(day), Number(month))) return PERSONNUMMER;
  return isDay(Number(day) - 60, Number(month)) ? SAMORDNINGSNUMMER : null;
}

function isDay(day: number, month: number): boolean {
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

/** Every second digit doubled, from the first of ten; the sum of all digits ends in nought. Source: ISO/IEC 7812-1 */
function hasLuhnDigit(ten: string): boolean {
  const sum = [...ten].reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
