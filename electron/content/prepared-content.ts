import {
  LANGUAGE_TAGS,
  languageOf,
  type Culture,
  type DeskLanguage,
  type LanguageTag,
} from '../../core/basics/language.ts';
import { versionOf, type AdaptedItem, type CultureVersion } from '../../core/questionnaire/culture-version.ts';
import type { Pack } from '../../core/pack/pack.ts';
import type { Catalogue, Texts } from '../../core/translation/catalogue.ts';
import type { ReviewStatus } from '../../core/translation/review.ts';
import type { LanguageTexts } from '../../ipc/contract.ts';
import type { ContentVersion } from './content-version.ts';

/** A culture version without what follows from its items. */
interface PreparedVersion extends Omit<CultureVersion, 'items' | 'byLinkId' | 'sections'> {
  readonly items: readonly (Omit<AdaptedItem, 'ownWording'> & { readonly ownWording: readonly string[] })[];
}

/** A content version as JSON can hold it. */
interface PreparedContent extends Pick<ContentVersion, 'id' | 'instruments' | 'dialects'> {
  /** `PreparedVersion`s as JSON in JSON: a start reads none, and a person's culture version is one of them. */
  readonly pack: Readonly<Record<Culture, string>>;
  /** As the window gets them: JSON in JSON, which most starts hand on unread. */
  readonly shownTexts: Readonly<Record<LanguageTag, string>>;
  /** `Texts` as JSON in JSON: no start needs them. */
  readonly deskTexts: Readonly<Record<DeskLanguage, string>>;
  /** Only of what is no draft. */
  readonly statuses: Readonly<Record<LanguageTag, Readonly<Record<string, ReviewStatus>>>>;
  readonly pictogramSheet: string;
}

/**
 * Writes a checked content version down, so that it need not be read from its files, hashed, checked and put together
 * again. The build does this for the content that the program ships.
 *
 * @returns JSON
 */
export function prepareContent({ id, instruments, dialects, pack, ...content }: ContentVersion): string {
  const { greenlandic, danish, swedish } = pack;
  const prepared: PreparedContent = {
    id,
    instruments,
    dialects,
    pack: { greenlandic: written(greenlandic), danish: written(danish), swedish: written(swedish) },
    shownTexts: perTag(content.shownTexts),
    deskTexts: { da: JSON.stringify(content.deskTexts('da')), sv: JSON.stringify(content.deskTexts('sv')) },
    statuses: perTag((tag) => ownStatuses(content, tag)),
    pictogramSheet: content.pictogramSheet(),
  };
  return JSON.stringify(prepared);
}

/** `prepareContent` writes the id before everything else. */
const ID = /^\{"id":"([0-9a-f]{64})"/;
const ID_BYTES = 80;

/**
 * Reads what `prepareContent` wrote. It is not checked again: it stands in the program like its code, or its digest is
 * known. Nothing but the id is read before somebody asks for it: a house that publishes its own texts never asks the
 * program's.
 *
 * @param recording what people recorded for the texts of this version
 * @throws when it is no JSON, at once or when it is read
 */
export function readPrepared(bytes: Uint8Array, recording: ContentVersion['recording']): ContentVersion {
  let read: PreparedContent | null = null;
  const prepared = (): PreparedContent => (read ??= JSON.parse(textOf(bytes)) as PreparedContent);
  let pack: Pack | null = null;
  let catalogue: Catalogue | null = null;
  return {
    id: ID.exec(textOf(bytes.subarray(0, ID_BYTES)))?.[1] ?? prepared().id,
    get instruments() {
      return prepared().instruments;
    },
    get dialects() {
      return prepared().dialects;
    },
    get pack() {
      return (pack ??= readWhenAsked(prepared().pack));
    },
    get catalogue() {
      const { shownTexts } = prepared();
      return (catalogue ??= perTag((tag) => ({
        ...textsIn(shownTexts[languageOf(tag)]),
        ...textsIn(shownTexts[tag]),
      })));
    },
    shownTexts: (tag) => prepared().shownTexts[tag],
    deskTexts: (language) => JSON.parse(prepared().deskTexts[language]) as Texts,
    reviewStatus: (tag, key) => {
      const { statuses } = prepared();
      return (Object.hasOwn(statuses[tag], key) ? statuses[tag][key] : undefined) ?? 'draft';
    },
    pictogramSheet: () => prepared().pictogramSheet,
    recording,
  };
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

function textsIn(shown: string): Texts {
  return (JSON.parse(shown) as LanguageTexts).texts;
}

function written({ items, byLinkId: _byLinkId, sections: _sections, ...around }: CultureVersion): string {
  const prepared: PreparedVersion = {
    ...around,
    items: items.map((adapted) => ({ ...adapted, ownWording: [...adapted.ownWording] })),
  };
  return JSON.stringify(prepared);
}

function readWhenAsked(pack: PreparedContent['pack']): Pack {
  const versions: Partial<Record<Culture, CultureVersion>> = {};
  const version = (culture: Culture): CultureVersion => (versions[culture] ??= read(pack[culture]));
  return {
    get greenlandic() {
      return version('greenlandic');
    },
    get danish() {
      return version('danish');
    },
    get swedish() {
      return version('swedish');
    },
  };
}

function read(json: string): CultureVersion {
  const { items, ...around } = JSON.parse(json) as PreparedVersion;
  return versionOf(
    items.map((adapted) => ({ ...adapted, ownWording: new Set(adapted.ownWording) })),
    around,
  );
}

function ownStatuses(
  { catalogue, reviewStatus }: Pick<ContentVersion, 'catalogue' | 'reviewStatus'>,
  tag: LanguageTag,
): Readonly<Record<string, ReviewStatus>> {
  const all = Object.keys(catalogue[tag]).map((key) => [key, reviewStatus(tag, key)] as const);
  return Object.fromEntries(all.filter(([, status]) => status !== 'draft'));
}

function perTag<T>(make: (tag: LanguageTag) => T): Readonly<Record<LanguageTag, T>> {
  const [kl, da, sv, east, north] = LANGUAGE_TAGS;
  return { [kl]: make(kl), [da]: make(da), [sv]: make(sv), [east]: make(east), [north]: make(north) };
}
