/** What a number says of itself by its form alone; no register is asked. */
export interface PersonalNumber {
  /** What was typed without spaces and signs. */
  readonly digits: string;
  /** `administrative`: 60 is added to the day, as Danish offices do for people without a CPR number. */
  readonly danish: 'cpr' | 'administrative' | null;
  /** Numbers given out since 2007 need not follow it. Source: cpr.dk, "Personnumre uden kontrolciffer" */
  readonly followsModulus11: boolean;
  readonly swedish: 'personnummer' | 'samordningsnummer' | null;
}

/** Why a number could be looked at once more. None of them is a reason to refuse it. */
export type NumberDoubt = 'form' | 'day' | 'check';

/** What an office adds to the day of a number that is not that of a resident. */
const ADDED_TO_DAY = 60;

/** Reads a number of either country: people carry one and sit down in the other. */
export function readPersonalNumber(typed: string): PersonalNumber {
  const digits = typed.replace(/[\s+-]/g, '');
  return {
    digits,
    danish: danishKind(digits),
    followsModulus11: hasModulus11(digits),
    swedish: swedishKind(digits),
  };
}

/**
 * Says why somebody might look at a number once more. It never says that a number is wrong: the day of a CPR number is
 * all that can be known of it, and what fits no form is kept as it is.
 *
 * @param country of the site; the number of the other country counts as well where its digits prove it
 * @returns null when nothing was typed, or nothing stands out
 */
export function doubtAbout(typed: string, country: 'DK' | 'SE' | 'GL'): NumberDoubt | null {
  const { digits, danish, followsModulus11, swedish } = readPersonalNumber(typed);
  if (typed.trim() === '' || swedish !== null) return null;
  if (danish !== null && followsModulus11) return null;
  if (country !== 'SE' && danish !== null) return 'check';
  if (country !== 'SE') return digits.length === 10 && isDigits(digits) ? 'day' : 'form';
  const ten = swedishTen(digits);
  if (ten === null) return 'form';
  return swedishDay(ten) === null ? 'day' : 'check';
}

function isDigits(text: string): boolean {
  return /^\d+$/.test(text);
}

/** DDMMYY and four digits. */
function danishKind(digits: string): PersonalNumber['danish'] {
  const [, day, month] = /^(\d{2})(\d{2})\d{6}$/.exec(digits) ?? [];
  if (isDay(Number(day), Number(month))) return 'cpr';
  return isDay(Number(day) - ADDED_TO_DAY, Number(month)) ? 'administrative' : null;
}

/** YYMMDD, with or without the century, and four digits of which the last checks the others. */
function swedishKind(digits: string): PersonalNumber['swedish'] {
  const ten = swedishTen(digits);
  return ten !== null && hasLuhnDigit(ten) ? swedishDay(ten) : null;
}

/** The ten digits that count; the century before them is not checked. */
function swedishTen(digits: string): string | null {
  return /^(?:18|19|20)?(\d{10})$/.exec(digits)?.[1] ?? null;
}

function swedishDay(ten: string): PersonalNumber['swedish'] {
  const [month, day] = [Number(ten.slice(2, 4)), Number(ten.slice(4, 6))];
  if (isDay(day, month)) return 'personnummer';
  return isDay(day - ADDED_TO_DAY, month) ? 'samordningsnummer' : null;
}

/** The most days of each month; the year is not known well enough for February. */
const DAYS: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(day: number, month: number): boolean {
  return day >= 1 && day <= (DAYS[month - 1] ?? 0);
}

const WEIGHTS: readonly number[] = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/** The weighted sum of ten digits can be divided by 11. */
function hasModulus11(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false;
  return WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(digits.charAt(index)), 0) % 11 === 0;
}

/** Every second digit doubled, from the first of ten; the sum of all digits ends in nought. Source: ISO/IEC 7812-1 */
function hasLuhnDigit(ten: string): boolean {
  const sum = [...ten].reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
