import { fail, ok, type Result } from '../basics/result.ts';
import { CULTURES, type Culture } from '../basics/language.ts';
import { adapt, optionsOf, type CultureVersion } from '../questionnaire/culture-version.ts';
import type { EnableWhen } from './condition.ts';
import { overlaySchema, type Overlay } from './overlay.ts';
import { questionnaireSchema, type Item, type QuestionnaireFile } from './questionnaire.ts';
import { safetySchema, type SafetyFile } from './safety.ts';
import { textParts } from './required-texts.ts';

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
  readonly safety: unknown;
}

/**
 * Reads and checks a whole pack. Nothing is half-loaded: one problem anywhere refuses the pack.
 *
 * @returns every problem found, so that an editor can mend them in one go
 */
export function loadPack(files: PackFiles): Result<Pack, readonly PackProblem[]> {
  const parsed = parseFiles(files);
  if (!parsed.ok) return parsed;
  const { base, overlays, safety } = parsed.value;
  const checked = [...doubledItems(base), ...CULTURES.flatMap((culture) => checkOverlay(base, overlays[culture]))];
  if (checked.length > 0) return fail(checked);
  const pack: Pack = {
    greenlandic: adapt({ base, overlay: overlays.greenlandic, safety }),
    danish: adapt({ base, overlay: overlays.danish, safety }),
    swedish: adapt({ base, overlay: overlays.swedish, safety }),
  };
  const found = [...CULTURES.flatMap((culture) => checkVersion(pack[culture])), ...checkSafety(pack, safety)];
  return found.length > 0 ? fail(found) : ok(pack);
}

interface ParsedFiles {
  readonly base: QuestionnaireFile;
  readonly overlays: Readonly<Record<Culture, Overlay>>;
  readonly safety: SafetyFile;
}

function parseFiles(files: PackFiles): Result<ParsedFiles, readonly PackProblem[]> {
  const base = questionnaireSchema.safeParse(files.questionnaire);
  const greenlandic = overlaySchema.safeParse(files.overlays.greenlandic);
  const danish = overlaySchema.safeParse(files.overlays.danish);
  const swedish = overlaySchema.safeParse(files.overlays.swedish);
  const safety = safetySchema.safeParse(files.safety);
  if (base.success && greenlandic.success && danish.success && swedish.success && safety.success) {
    const overlays = { greenlandic: greenlandic.data, danish: danish.data, swedish: swedish.data };
    return ok({ base: base.data, overlays, safety: safety.data });
  }
  const results = { questionnaire: base, greenlandic, danish, swedish, safety };
  return fail(
    Object.entries(results).flatMap(([name, { error }]) => schemaProblems(`${name}.json`, error?.issues ?? [])),
  );
}

interface SchemaIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function schemaProblems(file: string, issues: readonly SchemaIssue[]): readonly PackProblem[] {
  return issues.map(({ path, message }) => ({ file, place: path.map(String).join('.'), remedy: message }));
}

/** The values that occur more than once, each once. */
function doubled(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const found = new Set<string>();
  for (const value of values) (seen.has(value) ? found : seen).add(value);
  return [...found];
}

function doubledItems(base: QuestionnaireFile): readonly PackProblem[] {
  return doubled(base.item.map((item) => item.linkId)).map((linkId) => ({
    file: 'questionnaire.json',
    place: linkId,
    remedy: 'Give every item a linkId of its own.',
  }));
}

/** Checks that an overlay speaks of items that exist, and orders each of its items exactly once. */
function checkOverlay(base: QuestionnaireFile, overlay: Overlay): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  const file = `${overlay.culture}.json`;
  const report = (place: string, remedy: string): number => problems.push({ file, place, remedy });
  const items = new Map(base.item.map((item) => [item.linkId, item]));
  for (const change of overlay.changes) {
    const linkId = change.change === 'add' ? change.item.linkId : change.linkId;
    const item = items.get(linkId);
    if (change.change === 'add') {
      if (item !== undefined) report(linkId, 'This item exists already: change it instead of adding it.');
      items.set(linkId, change.item);
    } else if (item === undefined) report(linkId, 'No such item: check the linkId.');
    else if (change.change === 'drop') items.delete(linkId);
    else if (change.change === 'options' && item.type !== 'choice') report(linkId, 'This item has no answer options.');
  }
  const kinds = overlay.changes.map((change) =>
    change.change === 'add' ? `${change.item.linkId}: add` : `${change.linkId}: ${change.change}`,
  );
  for (const kind of doubled(kinds)) report(kind, 'Say this change once.');
  const order = new Set(overlay.order.items);
  for (const linkId of doubled(overlay.order.items)) report(linkId, 'The order names this item twice.');
  for (const linkId of order) if (!items.has(linkId)) report(linkId, 'The order names an unknown item.');
  for (const linkId of items.keys())
    if (!order.has(linkId)) report(linkId, 'Give this item a place in the order, or drop it.');
  return problems;
}

/** Checks one adapted version: codes are unique, and conditions look back at answers that can be given. */
function checkVersion(version: CultureVersion): readonly PackProblem[] {
  const file = `${version.culture}.json`;
  const problems: PackProblem[] = [];
  const earlier = new Map<string, Item>();
  for (const { item, ownWording } of version.items) {
    const report = (remedy: string): number => problems.push({ file, place: item.linkId, remedy });
    const options = optionsOf(item);
    const parts = new Set<string>(textParts(item));
    for (const part of doubled(textParts(item))) report(`Use the code of "${part}" once.`);
    for (const part of ownWording) if (!parts.has(part)) report(`The wording of "${part}" is never shown.`);
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
  if (condition.operator !== '=' && condition.operator !== '!=') return null;
  const known = optionsOf(question).some(({ code }) => code === condition.answerCode);
  return known ? null : `"${condition.question}" has no answer option "${condition.answerCode}".`;
}

/** A rule may speak of an item that only some versions ask, but not of one that none of them does. */
function checkSafety(pack: Pack, safety: SafetyFile): readonly PackProblem[] {
  const asked = (linkId: string): Item[] =>
    CULTURES.flatMap((culture) => pack[culture].byLinkId.get(linkId)?.item ?? []);
  return safety.rule.flatMap(({ id, enableWhen }) =>
    enableWhen
      .map((condition) => {
        const items = asked(condition.question);
        if (items.length === 0) return `No version asks "${condition.question}".`;
        if (condition.operator !== '=' && condition.operator !== '!=') return null;
        const known = items.some((item) => optionsOf(item).some(({ code }) => code === condition.answerCode));
        return known ? null : `"${condition.question}" has no answer option "${condition.answerCode}".`;
      })
      .filter((remedy) => remedy !== null)
      .map((remedy) => ({ file: 'safety.json', place: id, remedy })),
  );
}
