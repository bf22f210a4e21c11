import { parseArgs, type ParseArgsConfig } from 'node:util';
import { LANGUAGES, type Language } from '../../core/basics/language.ts';
import { attemptToParse } from '../../node/attempt-to-parse.ts';
import { PANELS, type PicturedPanel } from './panels.ts';
import { selectedScreens, selectedSettings } from './selection.ts';
import { everyScreen, screensLike, type Wanted } from './wanted.ts';
import { LOOKS, TEXT_SIZES, type Setting } from './setting.ts';

/** What `npm run pictures` is asked for. */
export interface PicturesRequest {
  readonly out: string;
  readonly json: boolean;
  /** Each language on each panel. */
  readonly settings: readonly Setting[];
  /** Which screens. */
  readonly wanted: (setting: Setting) => Wanted;
  /** The pattern that the names of the screens must match; null for every screen. */
  readonly only: string | null;
  /** Series that an earlier run has taken whole of the same program are not taken again. */
  readonly goesOn: boolean;
  /** In Greenlandic unless languages are named, and axe only where a screen is built of something new. */
  readonly isQuick: boolean;
  /** The pictures of docs/screens.md, made anew. */
  readonly isSelection: boolean;
  /** How many kiosks run beside each other. */
  readonly jobs: number;
}

export const USAGE =
  'Usage: npm run pictures -- [--out DIR] [--json] [--languages kl,da,sv] [--sizes 1080x1920,1920x1080,1280x800] [--only PATTERN] [--look light|dark|contrast] [--text usual|large|largest] [--quick] [--selection] [--continue] [--jobs N]';

const OPTIONS = {
  out: { type: 'string', default: 'pictures-out' },
  json: { type: 'boolean', default: false },
  languages: { type: 'string' },
  sizes: { type: 'string', default: PANELS.map(({ size }) => size).join(',') },
  only: { type: 'string' },
  look: { type: 'string', default: 'light' },
  text: { type: 'string', default: 'usual' },
  quick: { type: 'boolean', default: false },
  selection: { type: 'boolean', default: false },
  continue: { type: 'boolean', default: false },
  jobs: { type: 'string', default: '2' },
} as const satisfies ParseArgsConfig['options'];

/** Reads the command line; null when it is not understood. */
export function readRequest(args: readonly string[]): PicturesRequest | null {
  const parsed = attemptToParse(() => parseArgs({ args: [...args], options: OPTIONS }).values);
  if (!parsed.ok) return null;
  const values = parsed.value;
  const languages = listed(
    LANGUAGES,
    values.languages ?? (values.quick ? 'kl' : LANGUAGES.join(',')),
    (language) => language,
  );
  const panels = listed(PANELS, values.sizes, ({ size }) => size);
  const look = LOOKS.find((each) => each === values.look);
  const text = TEXT_SIZES.find((each) => each === values.text);
  const only = patternOf(values.only);
  const jobs = Number.parseInt(values.jobs, 10);
  if (languages === null || panels === null || look === undefined || text === undefined) return null;
  if (only === undefined || !(jobs >= 1)) return null;
  const settings = values.selection ? selectedSettings() : settingsOf({ languages, panels, look, text });
  return {
    out: values.out,
    json: values.json,
    settings,
    wanted: values.selection ? selectedScreens : () => (only === null ? everyScreen : screensLike(only)),
    only: values.only ?? null,
    goesOn: values.continue,
    isQuick: values.quick,
    isSelection: values.selection,
    jobs,
  };
}

function settingsOf({
  languages,
  panels,
  ...shown
}: Pick<Setting, 'look' | 'text'> & {
  readonly languages: readonly Language[];
  readonly panels: readonly PicturedPanel[];
}): readonly Setting[] {
  return panels.flatMap((panel) => languages.map((language) => ({ language, panel, ...shown })));
}

/** What a comma-separated list names; null when it names something that there is not. */
function listed<T>(all: readonly T[], list: string, nameOf: (each: T) => string): readonly T[] | null {
  const found = list.split(',').map((name) => all.find((each) => nameOf(each) === name));
  const known = found.flatMap((each) => (each === undefined ? [] : [each]));
  return known.length === found.length ? known : null;
}

/** Null for none, undefined for one that cannot be read. */
function patternOf(pattern: string | undefined): RegExp | null | undefined {
  if (pattern === undefined) return null;
  try {
    return new RegExp(pattern);
  } catch {
    return undefined;
  }
}
