import { fail, ok, type Result } from '../basics/result.ts';
import { termsSchema, type CutOff } from './instrument.ts';

/** A cut-off as somebody types it; what is empty applies to anybody. */
export interface TypedCutOff {
  readonly from: string;
  readonly kl: string;
  readonly da: string;
  readonly sv: string;
  readonly country: string;
  readonly sex: string;
  readonly ageFrom: string;
  readonly ageTo: string;
}

/** A line in which nothing was typed yet. */
export const NO_CUT_OFF: TypedCutOff = {
  ...{ from: '', kl: '', da: '', sv: '', country: '', sex: '', ageFrom: '', ageTo: '' },
};

/** A number as it is written here. */
export function writtenNumber(number: number): string {
  return String(number).replace('.', ',');
}

/** How a cut-off stands in the fields. */
export function typedCutOff({ from, label, country, sex, ageFrom, ageTo }: CutOff): TypedCutOff {
  const typed = (value: string | number | undefined): string => (value === undefined ? '' : String(value));
  const whom = { country: typed(country), sex: typed(sex), ageFrom: typed(ageFrom), ageTo: typed(ageTo) };
  return { ...label, from: writtenNumber(from), ...whom };
}

/** Reads the fields. A comma is a decimal point, as it is typed here. @returns the first line with a mistake, from 0 */
export function parseTypedCutOffs(typed: readonly TypedCutOff[]): Result<CutOff[], { readonly line: number }> {
  const lines = typed.map(({ from, kl, da, sv, country, sex, ageFrom, ageTo }) => ({
    from: numberOf(from),
    label: { kl, da, sv },
    ...(country === '' ? {} : { country }),
    ...(sex === '' ? {} : { sex }),
    ...(ageFrom.trim() === '' ? {} : { ageFrom: numberOf(ageFrom) }),
    ...(ageTo.trim() === '' ? {} : { ageTo: numberOf(ageTo) }),
  }));
  const parsed = termsSchema.shape.cutOffs.safeParse(lines);
  if (parsed.success) return ok(parsed.data);
  const wrong = lines.findIndex((line) => !termsSchema.shape.cutOffs.safeParse([line]).success);
  // Where each line is right by itself, there is one too many.
  return fail({ line: wrong < 0 ? lines.length - 1 : wrong });
}

/** Reads a number as it is typed; not a number where it is none. */
export function numberOf(typed: string): number {
  return typed.trim() === '' ? NaN : Number(typed.trim().replace(',', '.'));
}
