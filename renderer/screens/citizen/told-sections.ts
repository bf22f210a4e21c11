import type { ReadBackLine } from '../../../core/intake/scene.ts';

/** Lines that stand together, under the name of their part of the questions. */
export interface ToldSection<T> {
  readonly section: string;
  readonly lines: readonly T[];
}

/** Parts lines where their section changes. They come section by section already. */
export function toldSections<T extends Pick<ReadBackLine, 'section'>>(lines: readonly T[]): readonly ToldSection<T>[] {
  const names = [...new Set(lines.map(({ section }) => section))];
  return names.map((section) => ({ section, lines: lines.filter((line) => line.section === section) }));
}
