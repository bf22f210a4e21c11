import type { z } from 'zod';

/** What is wrong with a file that does not fit its schema: where, and in plain words what to do. */
export interface SchemaProblem {
  readonly place: string;
  readonly remedy: string;
}

/**
 * Turns what a schema found into words for somebody who edits content and has never heard of schemas.
 *
 * @param source the parsed JSON that was checked
 */
export function schemaProblems(source: unknown, { issues }: z.core.$ZodError): readonly SchemaProblem[] {
  return issues.map((issue) => ({ place: placeOf(source, issue.path), remedy: remedyFor(source, issue) }));
}

const WHOLE_FILE = 'the whole file';

/** What tells an entry of a list apart from its neighbours, the most telling first. */
const NAMES = ['linkId', 'slot', 'id', 'code', 'question'];

/** The way to a place, with entries of lists by their names: `item > age > answerOption > under-18`. */
function placeOf(source: unknown, path: readonly PropertyKey[]): string {
  const steps: string[] = [];
  let here = source;
  for (const step of path) {
    here = inside(here, step);
    steps.push(typeof step === 'number' ? (nameOf(here) ?? `number ${step + 1}`) : String(step));
  }
  return steps.length === 0 ? WHOLE_FILE : steps.join(' > ');
}

function inside(source: unknown, step: PropertyKey): unknown {
  return typeof source === 'object' && source !== null ? (source as Record<PropertyKey, unknown>)[step] : undefined;
}

function nameOf(entry: unknown): string | null {
  const names = [...NAMES.map((name) => inside(entry, name)), inside(inside(entry, 'item'), 'linkId')];
  return names.find((name) => typeof name === 'string') ?? null;
}

function remedyFor(source: unknown, issue: z.core.$ZodIssue): string {
  const name = String(issue.path.at(-1) ?? WHOLE_FILE);
  const isMissing = issue.path.reduce(inside, source) === undefined;
  // A rule of the schema's own says better than we can what is missing.
  if (isMissing && issue.code !== 'custom') return `"${name}" is missing: write it.`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return `Nothing is called ${quoted(issue.keys)} here: remove it, or mend its spelling.`;
    case 'invalid_type':
      return `This must be ${KINDS.get(issue.expected) ?? issue.expected}.`;
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return 'options' in issue ? oneOf(issue.options) : issue.message;
    case 'too_small':
      return `Write ${issue.inclusive === true ? 'at least' : 'more than'} ${amount(issue.minimum, issue.origin)}.`;
    case 'too_big':
      return `Write at most ${amount(issue.maximum, issue.origin)}.`;
    case 'invalid_format':
      return FORMATS.find(({ start }) => issue.pattern?.startsWith(start))?.remedy ?? issue.message;
    default:
      return issue.message;
  }
}

const KINDS = new Map<string, string>([
  ['string', 'a text in quotation marks'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'a list in [ ]'],
  ['object', 'an object in { }'],
  ['record', 'an object in { }'],
]);

const FORMATS = [
  { start: '/^[a-z][', remedy: 'Use 2 to 41 small letters, digits and hyphens, and begin with a letter.' },
  { start: '/^[a-z0-9][', remedy: 'Use 1 to 41 small letters, digits and hyphens, and begin with no hyphen.' },
  { start: '/^(title|', remedy: 'Write title, hint, notice, or a part and its code, for example option.yes.' },
];

const COUNTED = new Map<string, string>([
  ['array', ' entries'],
  ['string', ' characters'],
]);

function amount(limit: number | bigint, origin: string): string {
  return `${limit}${COUNTED.get(origin) ?? ''}`;
}

function oneOf(values: readonly unknown[]): string {
  const listed = values.map((value) => JSON.stringify(value)).join(', ');
  return values.length === 1 ? `Write ${listed}.` : `Write one of ${listed}.`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
