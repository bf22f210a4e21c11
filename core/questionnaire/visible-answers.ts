import { languageOf, type LanguageTag } from '../basics/language.ts';
import type { Item } from '../pack/questionnaire.ts';
import type { Answer, AnswerLookup } from './answer.ts';
import { isEnabled, type Answered } from './conditions.ts';
import { optionsOf, type AdaptedItem, type CultureVersion } from './culture-version.ts';

/** What was given, and where it was asked. */
export interface GivenFacts {
  /** The version that stands now. */
  readonly version: CultureVersion;
  readonly given: AnswerLookup;
  /** The version in which an item was answered; the one that stands now for what was not. */
  readonly askedIn: (linkId: string) => CultureVersion;
  /** Other versions in which something was answered that this one does not ask. */
  readonly others: readonly CultureVersion[];
  readonly language: LanguageTag;
}

/** The answers that count. */
export interface CountedAnswers {
  /** Of the version that stands now, in its order; items that are shown without an answer hold undefined. */
  readonly visible: ReadonlyMap<string, Answer | undefined>;
  /** Given in other versions to items that this one does not ask. */
  readonly elsewhere: ReadonlyMap<string, Answer>;
}

/**
 * Finds the answers that count: those of items which are shown, without options that are hidden. Hidden answers are
 * ignored, not erased: an answer comes back when its item does.
 *
 * What was said in another culture version stands. A code that this version does not offer is judged by the conditions
 * under which it was offered; an answer to an item that this version does not ask counts as long as the version that
 * asked it would show it.
 *
 * Conditions look only at earlier items (`loadPack` sees to it), so one pass over a version in order decides everything.
 */
export function countAnswers(facts: GivenFacts): CountedAnswers {
  return { visible: visibleAnswers(facts.version, facts), elsewhere: answersElsewhere(facts) };
}

function visibleAnswers(version: CultureVersion, facts: GivenFacts): ReadonlyMap<string, Answer | undefined> {
  const visible = new Map<string, Answer | undefined>();
  const answered: Answered = { answer: (linkId) => visible.get(linkId), item: itemAsked(facts) };
  for (const adapted of version.items) {
    const { item } = adapted;
    if (!isEnabled(item, answered)) continue;
    const answer = visibleAnswer(item, facts.given(item.linkId), answered);
    // What has been answered stands in every language; a wording that does not exist cannot be asked.
    if (answer !== undefined || isWordedIn(adapted, facts.language)) visible.set(item.linkId, answer);
  }
  return visible;
}

function answersElsewhere(facts: GivenFacts): ReadonlyMap<string, Answer> {
  const { version, askedIn, others } = facts;
  const elsewhere = new Map<string, Answer>();
  for (const other of others) {
    for (const [linkId, answer] of visibleAnswers(other, facts)) {
      const counts = answer !== undefined && !version.byLinkId.has(linkId) && askedIn(linkId) === other;
      if (counts) elsewhere.set(linkId, answer);
    }
  }
  return elsewhere;
}

function itemAsked({ askedIn }: Pick<GivenFacts, 'askedIn'>): Answered['item'] {
  return (linkId) => askedIn(linkId).byLinkId.get(linkId)?.item;
}

/** Takes hidden options out. Whether an option is hidden is said by this version, or by the one that offered it. */
function visibleAnswer(item: Item, answer: Answer | undefined, answered: Answered): Answer | undefined {
  if (answer?.kind !== 'codes') return answer;
  const asked = answered.item(item.linkId);
  const options = [...optionsOf(item), ...(asked === undefined ? [] : optionsOf(asked))];
  const codes = answer.codes.filter((code) =>
    isEnabled(options.find((option) => option.code === code) ?? {}, answered),
  );
  if (codes.length === answer.codes.length) return answer;
  return codes.length === 0 ? undefined : { kind: 'codes', codes };
}

/** Tells whether a question has words in a language: an instrument has only those of its official wordings. */
export function isWordedIn({ instrument }: AdaptedItem, language: LanguageTag): boolean {
  return instrument === null || instrument.languages.includes(languageOf(language));
}

/** What conditions and rules look at: every answer that counts, and its item as it was asked. */
export function answeredOf({ visible, elsewhere, askedIn }: CountedAnswers & Pick<GivenFacts, 'askedIn'>): Answered {
  return { answer: (linkId) => visible.get(linkId) ?? elsewhere.get(linkId), item: itemAsked({ askedIn }) };
}

/** Every answer that counts by linkId: those of this version in its order, then those that only others ask for. */
export function countedAnswers({ visible, elsewhere }: CountedAnswers): readonly (readonly [string, Answer])[] {
  const here = [...visible].flatMap(([linkId, answer]) => (answer === undefined ? [] : [[linkId, answer] as const]));
  return [...here, ...elsewhere];
}
