import { NON_ANSWERS } from '../../core/pack/condition.ts';
import type { TextProblem } from '../locales/locale-files.ts';

/** Where the content names a drawing: by itself, along a path, or for one of the three non-answers. */
const NAMING: readonly string[] = ['pictogram', 'imagery', ...NON_ANSWERS];

/** Checks that every drawing that a file names exists. */
export function checkPictograms(file: string, content: unknown, drawn: ReadonlySet<string>): readonly TextProblem[] {
  const missing = new Set(namedIn(content).filter((name) => !drawn.has(name)));
  return [...missing].map((key) => ({
    file,
    key,
    remedy: `There is no drawing assets/pictograms/${key}.svg: name another, or have it drawn.`,
  }));
}

function namedIn(content: unknown): readonly string[] {
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'string') return NAMING.includes(key) ? [value] : [];
    return namedIn(value);
  });
}
