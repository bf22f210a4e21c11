import { fail, ok, type Result } from '../basics/result.ts';
import { CULTURES, type Culture } from '../basics/language.ts';
import { adapt, optionsOf, type CultureVersion } from '../questionnaire/culture-version.ts';
import { overlaySchema, type Overlay } from './overlay.ts';
import { questionnaireSchema, type EnableWhen, type Item, type QuestionnaireFile } from './questionnaire.ts';

/** A loaded pack: one checked questionnaire per culture version. */
export type Pack = Readonly<Record<Culture, CultureVersion>>;

/** What is wrong with a pack: the file, the place in it and what to do. Written for whoever edits the content. */
export interface PackProblem {
  readonly file: string;
  readonly place: string;
  readonly remedy: string;
}

/** The parsed JSON of a pack's files. */
export interface PackFiles {
  readonly questionnaire: unknown;
  readonly overlays: Readonly<Record<Culture, unknown>>;
}

/**
 * Reads and checks a whole pack. Nothing is half-loaded: one problem anywhere refuses the pack.
 *
 * @returns every problem found, so that an editor can mend them in one go
 */
export function loadPack(files: PackFiles): Result<Pack, readonly PackProblem[]> {
  const base = questionnaireSchema.safeParse(files.questionnaire);
  if (!base.success) return fail(schemaProblems('questionnaire.json', base.error.issues));
  const overlays: Partial<Record<Culture, Overlay>> = {};
  const problems = [...doubledItems(base.data)];
  for (const culture of CULTURES) {
    const overlay = overlaySchema.safeParse(files.overlays[culture]);
    const file = `${culture}.json`;
    if (!overlay.success) problems.push(...schemaProblems(file, overlay.error.issues));
    else problems.push(...checkOverlay(base.data, overlay.data, culture, file));
    if (overlay.success) overlays[culture] = overlay.data;
  }
  const { greenlandic, danish, swedish } = overlays;
  if (problems.length > 0 || !greenlandic || !danish || !swedish) return fail(problems);
  const pack = {
    greenlandic: adapt(base.data, greenlandic),
    danish: adapt(base.data, danish),
    swedish: adapt(base.data, swedish),
  };
  const dead = CULTURES.flatMap((culture) => checkVersion(pack[culture], `${culture}.json`));
  return dead.length > 0 ? fail(dead) : ok(pack);
}

interface SchemaIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function schemaProblems(file: string, issues: readonly SchemaIssue[]): readonly PackProblem[] {
  return issues.map(({ path, message }) => ({ file, place: path.map(String).join('.'), remedy: message }));
}

function doubled(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function doubledItems(base: QuestionnaireFile): readonly PackProblem[] {
  return doubled(base.item.map((item) => item.linkId)).map((linkId) => ({
    file: 'questionnaire.json',
    place: linkId,
    remedy: 'Give every item a linkId of its own.',
  }));
}

/** Checks that an overlay speaks of items that exist, and orders each of its items exactly once. */
function checkOverlay(
  base: QuestionnaireFile,
  overlay: Overlay,
  culture: Culture,
  file: string,
): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  const report = (place: string, remedy: string): number => problems.push({ file, place, remedy });
  const items = new Map(base.item.map((item) => [item.linkId, item]));
  if (overlay.culture !== culture) report('culture', `Write "${culture}", as the file is named.`);
  for (const change of overlay.changes) {
    const linkId = change.change === 'add' ? change.item.linkId : change.linkId;
    const item = items.get(linkId);
    if (change.change === 'add') {
      if (item !== undefined) report(linkId, 'This item exists already: change it instead of adding it.');
      items.set(linkId, change.item);
    } else if (item === undefined) report(linkId, 'No such item: check the linkId.');
    else if (change.change === 'drop') items.delete(linkId);
    else if (change.change === 'options' && item.type !== 'choice') report(linkId, 'A text has no answer options.');
  }
  const kinds = overlay.changes.map((change) =>
    change.change === 'add' ? `${change.item.linkId}: add` : `${change.linkId}: ${change.change}`,
  );
  for (const kind of doubled(kinds)) report(kind, 'Say this change once.');
  for (const linkId of doubled(overlay.order.items)) report(linkId, 'The order names this item twice.');
  for (const linkId of overlay.order.items) if (!items.has(linkId)) report(linkId, 'The order names an unknown item.');
  for (const linkId of items.keys())
    if (!overlay.order.items.includes(linkId)) report(linkId, 'Give this item a place in the order, or drop it.');
  return problems;
}

/** Checks one adapted version: codes are unique, and conditions look back at answers that can be given. */
function checkVersion(version: CultureVersion, file: string): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  const earlier = new Map<string, Item>();
  for (const { item, ownWording } of version.items) {
    const report = (remedy: string): number => problems.push({ file, place: item.linkId, remedy });
    const options = optionsOf(item);
    for (const code of doubled(options.map((option) => option.code))) report(`Use the code "${code}" once.`);
    for (const part of ownWording)
      if (part.startsWith('option.') && !options.some(({ code }) => part === `option.${code}`))
        report(`The wording of "${part}" has no answer option.`);
    for (const condition of [...(item.enableWhen ?? []), ...options.flatMap((option) => option.enableWhen ?? [])]) {
      const remedy = conditionRemedy(condition, earlier);
      if (remedy !== null) report(remedy);
    }
    earlier.set(item.linkId, item);
  }
  return problems;
}

function conditionRemedy(condition: EnableWhen, earlier: ReadonlyMap<string, Item>): string | null {
  const question = earlier.get(condition.question);
  if (question === undefined) return `The condition on "${condition.question}" must look at an earlier item.`;
  if (condition.operator === 'exists') return null;
  const known = optionsOf(question).some(({ code }) => code === condition.answerCode);
  return known ? null : `"${condition.question}" has no answer option "${condition.answerCode}".`;
}
