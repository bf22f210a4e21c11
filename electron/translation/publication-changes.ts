import { DESK_LANGUAGES, LANGUAGE_TAGS, languageOf, type LanguageTag } from '../../core/basics/language.ts';
import type { Publication } from '../../core/translation/publication.ts';
import { reviewStatusSchema, type ReviewStatus } from '../../core/translation/review.ts';
import type { Texts } from '../../core/translation/catalogue.ts';
import type { ChangedText, LanguageToPublish, ShownPublication } from '../../ipc/publishing-contract.ts';
import type { ContentVersion } from '../content/content-version.ts';

type Changes = Readonly<Record<LanguageTag, LanguageToPublish>>;

/** What a publication changes of what is in use. What a dialect only has from its language is told there. */
export function changesOf(publication: Publication, present: ContentVersion): Changes {
  const of = (tag: LanguageTag): LanguageToPublish => changesIn(tag, publication, present);
  const [kl, da, sv, east, north] = LANGUAGE_TAGS;
  return { [kl]: of(kl), [da]: of(da), [sv]: of(sv), [east]: of(east), [north]: of(north) };
}

/** How many texts get other words, by language and dialect; those without a change are left out. */
export function countsOf(changes: Changes): ShownPublication['changed'] {
  const counts = LANGUAGE_TAGS.map((tag) => [tag, changes[tag].changed.length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

function changesIn(tag: LanguageTag, publication: Publication, present: ContentVersion): LanguageToPublish {
  const { reviews, leftOut, sources } = publication[tag];
  const before = shownIn(tag, present);
  const after = { ...publication[languageOf(tag)].texts, ...publication[tag].texts };
  const shared = { before: shownIn(languageOf(tag), present), after: publication[languageOf(tag)].texts };
  const isShared = (key: string): boolean =>
    tag !== languageOf(tag) && before[key] === shared.before[key] && after[key] === shared.after[key];
  const changed = Object.keys(sources)
    .filter((key) => before[key] !== after[key] && !isShared(key))
    .map((key): ChangedText => ({ key, before: before[key] ?? null, after: after[key] ?? null }));
  const judged: string[] = [];
  const setBack: string[] = [];
  for (const [key, { status }] of Object.entries(reviews.texts)) {
    // Nobody is told how far the words of a desk are judged.
    if (!Object.hasOwn(present.catalogue[tag], key)) continue;
    const step = rank(status) - rank(present.reviewStatus(tag, key));
    if (step > 0) judged.push(key);
    if (step < 0) setBack.push(key);
  }
  return { changed, judged, setBack, leftOut };
}

function shownIn(tag: LanguageTag, present: ContentVersion): Texts {
  const desk = DESK_LANGUAGES.find((each) => each === tag);
  return desk === undefined ? present.catalogue[tag] : { ...present.catalogue[tag], ...present.deskTexts(desk) };
}

function rank(status: ReviewStatus): number {
  return reviewStatusSchema.options.indexOf(status);
}
