/** The number on a step of a scale: its code where that is a number, otherwise its place from 0. */
export function scaleNumber(code: string, index: number): number {
  return /^\d{1,4}$/.test(code) ? Number(code) : index;
}
