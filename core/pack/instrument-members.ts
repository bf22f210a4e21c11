const HL7 = 'http://hl7.org/fhir/StructureDefinition/';

/** FHIR R4: what an answer counts. Stands on the option or on its coding. */
export const ORDINAL_VALUE = `${HL7}ordinalValue`;
const TRANSLATION = `${HL7}translation`;

/** Extensions that change only how something looks. */
const OF_LOOKS = ['questionnaire-itemControl', 'questionnaire-choiceOrientation', 'questionnaire-displayCategory'].map(
  (name) => HL7 + name,
);

/**
 * The members that are read, and those which neither a person reads nor a score hangs on. Everything else is refused:
 * what a loader does not know it would drop in silence, and the wording would not be whole.
 */
const KNOWN = {
  questionnaire: [
    ...['resourceType', 'id', 'meta', 'text', 'language', 'url', 'identifier', 'version', 'name', 'title', '_title'],
    ...['derivedFrom', 'status', 'experimental', 'subjectType', 'date', 'publisher', 'contact', 'description'],
    ...['useContext', 'jurisdiction', 'purpose', 'copyright', 'approvalDate', 'lastReviewDate', 'effectivePeriod'],
    ...['code', 'item'],
  ],
  display: ['id', 'linkId', 'definition', 'code', 'text', '_text', 'type', 'required', 'extension'],
  question: [
    ...['id', 'linkId', 'definition', 'code', 'text', '_text', 'type', 'required', 'repeats', 'extension'],
    'answerOption',
  ],
  option: ['id', 'valueCoding', 'extension'],
  coding: ['id', 'system', 'version', 'code', 'display', '_display', 'userSelected', 'extension'],
} as const;

type Members = Readonly<Record<string, unknown>>;

/** The parts of a FHIR Questionnaire in which members are looked for. */
export interface QuestionnaireMembers extends Members {
  readonly item: readonly (Members & {
    readonly linkId: string;
    readonly type: string;
    readonly answerOption?: readonly (Members & { readonly valueCoding: Members })[] | undefined;
  })[];
}

/**
 * Finds the first member that loading would lose: something to read, a translation, or something that changes what is
 * asked or counted.
 *
 * @returns its place, for example `2.prefix` for the item with the linkId 2; null when there is none
 */
export function lostMember(questionnaire: QuestionnaireMembers): string | null {
  for (const item of questionnaire.item) {
    const kind = item.type === 'display' ? 'display' : 'question';
    const lost = lostIn(item, { kind, extensions: OF_LOOKS }) ?? lostInOptions(item.answerOption ?? []);
    if (lost !== null) return `${item.linkId}.${lost}`;
  }
  return lostIn(questionnaire, { kind: 'questionnaire', extensions: [] });
}

function lostInOptions(options: NonNullable<QuestionnaireMembers['item'][number]['answerOption']>): string | null {
  for (const [index, option] of options.entries()) {
    const lost = lostIn(option, { kind: 'option', extensions: [ORDINAL_VALUE] });
    if (lost !== null) return `answerOption.${index}.${lost}`;
    const inside = lostIn(option.valueCoding, { kind: 'coding', extensions: [ORDINAL_VALUE] });
    if (inside !== null) return `answerOption.${index}.valueCoding.${inside}`;
  }
  return null;
}

interface Allowed {
  readonly kind: keyof typeof KNOWN;
  readonly extensions: readonly string[];
}

function lostIn(members: Members, { kind, extensions }: Allowed): string | null {
  const known: readonly string[] = KNOWN[kind];
  for (const [name, value] of Object.entries(members)) {
    if (!known.includes(name)) return name;
    if (name === 'extension' && !urlsOf(value).every((url) => extensions.includes(url))) return name;
    if (name.startsWith('_') && isTranslated(value)) return name;
  }
  return null;
}

function isTranslated(beside: unknown): boolean {
  const isExtended = typeof beside === 'object' && beside !== null && 'extension' in beside;
  return isExtended && urlsOf(beside.extension).includes(TRANSLATION);
}

/** The names of extensions; of anything that is no list of them, a name that nothing allows. */
function urlsOf(extensions: unknown): readonly string[] {
  if (!Array.isArray(extensions)) return [TRANSLATION];
  return extensions.map((each: unknown) =>
    typeof each === 'object' && each !== null && 'url' in each ? String(each.url) : TRANSLATION,
  );
}
