import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../core/basics/clock.ts';
import type { Sha256 } from '../../core/basics/hasher.ts';
import { LANGUAGE_TAGS, type LanguageTag } from '../../core/basics/language.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import type { CentreSite } from '../../core/bundle/centre-card.ts';
import { clipHash } from '../../core/speech/spoken-text.ts';
import type { StaffPerson } from '../../core/staff/person.ts';
import { calendarDay, isoDay } from '../../core/translation/dates.ts';
import type { Edition } from '../../core/translation/edition.ts';
import type { EditionEvent } from '../../core/translation/edition-events.ts';
import { isPackageFileName, packageFileName, type PackagedText } from '../../core/translation/language-package.ts';
import { sourcesAfter, standingOf, type LanguageSource } from '../../core/translation/language-source.ts';
import type { PackageProblemWord } from '../../core/translation/package-problem.ts';
import {
  packagedTexts,
  takePackaged,
  type Decision,
  type PackageTaking,
} from '../../core/translation/packaged-texts.ts';
import type { PackageReplies, PackageTrouble, ReadPackage, ShownSource } from '../../ipc/packages-contract.ts';
import { readCapped } from '../../node/capped-file.ts';
import { createDurably } from '../../node/durable-file.ts';
import { kioskWords } from '../../node/eight-words.ts';
import { attempt } from '../../node/file-system.ts';
import {
  MOST_PACKAGE_BYTES,
  readLanguagePackage,
  writeLanguagePackage,
  type LanguagePackage,
  type PackagedRecording,
} from '../../node/language-package-file.ts';
import { formatPublicKeyLine, minisignPublicKeyOf } from '../../node/minisign-keys.ts';
import { nodeHasher } from '../../node/sha256.ts';
import type { Custody, Home } from '../store/home.ts';
import { signingKeyOf } from '../store/enrolment.ts';
import type { StateContent } from '../store/state-content.ts';

/** The texts in work, as packages come from them and go into them. */
export interface PackagedEditions {
  readonly edition: (tag: LanguageTag) => Result<Edition, { readonly kind: string }>;
  readonly add: (tag: LanguageTag, events: readonly EditionEvent[]) => Result<null, { readonly kind: string }>;
}

/** The voices of people in a home. */
export interface RecordingsShelf {
  /** The recording of words in a language or dialect, with its card; null where there is none. */
  readonly read: (tag: LanguageTag, words: Sha256) => Omit<PackagedRecording, 'words'> | null;
  /** Keeps a recording from another house. `refused`: its card or its sound is none that this kiosk takes. */
  readonly keep: (
    tag: LanguageTag,
    recording: PackagedRecording,
  ) => Result<null, { readonly kind: 'refused' | 'notSaved' }>;
}

/** What packages are made of and taken into. */
export interface PackagesKeeperOptions {
  readonly home: Pick<Home, 'state' | 'audit'>;
  readonly custody: Pick<Custody, 'enrolment'>;
  readonly centreId: string;
  readonly site: Pick<CentreSite, 'siteId' | 'name' | 'timeZone'>;
  readonly editions: PackagedEditions;
  readonly recordings: RecordingsShelf;
  readonly clock: Clock;
}

/** A package in the folder, whose signature holds and whose kiosk may give it. */
interface Found extends LanguagePackage {
  readonly sha256: Sha256;
  readonly isKnown: boolean;
}

/** The approved words and voices that houses give each other, in files that a kiosk signs. */
export class PackagesKeeper {
  readonly #options: PackagesKeeperOptions;

  constructor(options: PackagesKeeperOptions) {
    this.#options = options;
  }

  show(): PackageReplies['translation.packages'] {
    const folder = this.#folder;
    const names = folder === null ? null : attempt(() => readdirSync(folder));
    const languages = [];
    for (const language of LANGUAGE_TAGS) {
      const contents = this.#contentsOf(language);
      if (!contents.ok) return contents;
      const { texts, recordings } = contents.value;
      languages.push({ language, approved: texts.length, recorded: recordings.length });
    }
    return ok({
      ...{ ownWords: this.#ownWords(), folder, languages, sources: this.#shownSources() },
      isFolderThere: names?.ok === true,
      files: names?.ok === true ? names.value.filter(isPackageFileName).sort().reverse() : [],
    });
  }

  /** Writes the approved words of a language, and the voices that say them, into the folder for delivering by hand. */
  export({ language }: { readonly language: LanguageTag }, { id }: Pick<StaffPerson, 'id'>): Exported {
    const { home, custody, centreId, site, clock } = this.#options;
    const folder = this.#folder;
    if (folder === null) return fail({ kind: 'noFolder' });
    const contents = this.#contentsOf(language);
    if (!contents.ok) return contents;
    if (contents.value.texts.length === 0) return fail({ kind: 'nothingApproved' });
    const seq = home.state.content.languagePackages.made + 1;
    // A number that was spent on a file that could not be written is left out; none may ever be used twice.
    if (!this.#keep({ made: seq })) return fail({ kind: 'notSaved' });
    const { enrolment } = custody;
    const { manifest, bytes } = writeLanguagePackage(
      {
        ...{ kioskId: enrolment.kioskId, centreId, siteId: site.siteId, siteName: site.name },
        ...{ seq, madeAt: new Date(clock.nowMs()).toISOString(), language },
      },
      contents.value,
      signingKeyOf(enrolment),
    );
    if (bytes.length > MOST_PACKAGE_BYTES) return fail({ kind: 'tooLarge' });
    const name = packageFileName(manifest, isoDay(this.#today));
    const written = createDurably(join(folder, name), bytes);
    if (!written.ok) return fail({ kind: writeProblem(written.error.kind) });
    home.audit.record({ event: 'languagePackageWritten', person: id, package: seq });
    return ok({ name, texts: contents.value.texts.length, recordings: contents.value.recordings.length });
  }

  /** Tells what is in a package and what would come of it. */
  read({ name }: { readonly name: string }): PackageReplies['translation.readPackage'] {
    const { site } = this.#options;
    const found = this.#find(name);
    if (!found.ok) return this.#refused(found.error);
    const { manifest, texts, recordings, sha256, isKnown } = found.value;
    const taking = this.#take(found.value, []);
    if (!taking.ok) return taking;
    const shown: ReadPackage = {
      ...withoutEvents(taking.value),
      ...{ name, sha256, isKnown, language: manifest.language, siteName: manifest.siteName },
      ...{ texts: texts.length, recordings: recordings.length, words: kioskWords(manifest) },
      madeOn: calendarDay(Date.parse(manifest.madeAt), site.timeZone),
    };
    return ok(shown);
  }

  /**
   * Takes the package that somebody has looked at. Voices come first: one without words is heard by nobody. The words come
   * all at once, and only then is it put down that the package was taken, so that after a stop it may be taken again.
   */
  import(
    { name, sha256, hasCompared, decisions }: ImportRequest,
    person: Pick<StaffPerson, 'id' | 'name'>,
  ): PackageReplies['translation.importPackage'] {
    const { editions, home } = this.#options;
    const found = this.#find(name);
    if (!found.ok) return this.#refused(found.error);
    if (found.value.sha256 !== sha256) return this.#refused({ kind: 'changedMeanwhile' });
    if (!found.value.isKnown && !hasCompared) return this.#refused({ kind: 'unknownKey' });
    const { manifest } = found.value;
    const taking = this.#take(found.value, decisions);
    if (!taking.ok) return taking;
    const { events, standing, changed } = taking.value;
    const voices = this.#keepVoices(found.value, standing);
    if (!voices.ok) return voices;
    if (events.length > 0 && !editions.add(manifest.language, events).ok) return fail({ kind: 'notSaved' });
    const trust = { trustedBy: person.name, trustedOn: isoDay(this.#today) };
    if (!this.#keep({ sources: sourcesAfter(this.#sources, manifest, trust) })) return fail({ kind: 'notSaved' });
    if (!found.value.isKnown) home.audit.record({ event: 'languageSourceTrusted', person: person.id });
    home.audit.record({ event: 'languagePackageTaken', person: person.id, package: manifest.seq, count: changed });
    return ok({ ...withoutEvents(taking.value), ...voices.value });
  }

  /** Trusts a kiosk no more. What was taken of it stays; its next package shows its words again. */
  forget({ kioskId }: { readonly kioskId: string }, { id }: Pick<StaffPerson, 'id'>): Forgotten {
    if (this.#sources.some((each) => each.kioskId === kioskId)) {
      if (!this.#keep({ sources: this.#sources.filter((each) => each.kioskId !== kioskId) }))
        return fail({ kind: 'notSaved' });
      this.#options.home.audit.record({ event: 'languageSourceForgotten', person: id });
    }
    return ok(this.#shownSources());
  }

  #find(name: string): Result<Found, PackageTrouble> {
    const folder = this.#folder;
    if (folder === null) return fail({ kind: 'noFolder' });
    const bytes = readCapped(join(folder, name), MOST_PACKAGE_BYTES);
    if (!bytes.ok) return fail({ kind: readProblem(bytes.error.kind) });
    const read = readLanguagePackage(bytes.value);
    if (!read.ok) return read;
    const { kioskId } = this.#options.custody.enrolment;
    const standing = standingOf(read.value.manifest, { sources: this.#sources, ownId: kioskId });
    if (standing !== 'known' && standing !== 'unknown') return fail({ kind: standing });
    return ok({ ...read.value, sha256: nodeHasher.sha256(bytes.value), isKnown: standing === 'known' });
  }

  #take({ manifest, texts }: Found, decisions: readonly Decision[]): Result<PackageTaking, PackageTrouble> {
    const edition = this.#options.editions.edition(manifest.language);
    if (!edition.ok) return fail({ kind: 'damaged' });
    return ok(takePackaged(edition.value, texts, { tag: manifest.language, hasher: nodeHasher, decisions }));
  }

  /** Keeps the voices of words that stand in this house; one that is there already stays as it is. */
  #keepVoices(
    { manifest, recordings }: Found,
    standing: readonly string[],
  ): Result<{ readonly voices: number; readonly voicesRefused: number }, PackageTrouble> {
    const shelf = this.#options.recordings;
    const wanted = new Set<string>(standing.map((text) => clipHash(text, nodeHasher)));
    let voices = 0;
    let voicesRefused = 0;
    for (const each of recordings) {
      if (!wanted.has(each.words) || shelf.read(manifest.language, each.words) !== null) continue;
      const kept = shelf.keep(manifest.language, each);
      if (kept.ok) voices += 1;
      else if (kept.error.kind === 'refused') voicesRefused += 1;
      else return fail({ kind: 'notSaved' });
    }
    return ok({ voices, voicesRefused });
  }

  #contentsOf(language: LanguageTag): Result<Pick<LanguagePackage, 'texts' | 'recordings'>, PackageTrouble> {
    const edition = this.#options.editions.edition(language);
    if (!edition.ok) return fail({ kind: 'damaged' });
    const texts = packagedTexts(edition.value, this.#options.clock.nowMs());
    return ok({ texts, recordings: this.#recordingsOf(language, texts) });
  }

  #recordingsOf(language: LanguageTag, texts: readonly PackagedText[]): readonly PackagedRecording[] {
    const hashes = new Set(texts.map(({ text }) => clipHash(text, nodeHasher)));
    return [...hashes].flatMap((words) => {
      const recording = this.#options.recordings.read(language, words);
      return recording === null ? [] : [{ words, ...recording }];
    });
  }

  #refused(trouble: PackageTrouble): { readonly ok: false; readonly error: PackageTrouble } {
    this.#options.home.audit.record({ event: 'languagePackageRefused', reason: trouble.kind });
    return fail(trouble);
  }

  #ownWords(): string {
    const { custody, centreId } = this.#options;
    const publicKey = formatPublicKeyLine(minisignPublicKeyOf(signingKeyOf(custody.enrolment)));
    return kioskWords({ publicKey, kioskId: custody.enrolment.kioskId, centreId });
  }

  #shownSources(): readonly ShownSource[] {
    return this.#sources.map(({ kioskId, siteName, trustedBy, trustedOn }) => ({
      ...{ kioskId, siteName, trustedBy },
      trustedOn: calendarDay(Date.parse(trustedOn), 'UTC'),
    }));
  }

  #keep(changed: Partial<StateContent['languagePackages']>): boolean {
    return this.#options.home.state.change((content) => ({
      ...content,
      languagePackages: { ...content.languagePackages, ...changed },
    })).ok;
  }

  get #sources(): readonly LanguageSource[] {
    return this.#options.home.state.content.languagePackages.sources;
  }

  get #folder(): string | null {
    return this.#options.home.state.content.settings.destinationFolder;
  }

  get #today() {
    const { clock, site } = this.#options;
    return calendarDay(clock.nowMs(), site.timeZone);
  }
}

type Exported = PackageReplies['translation.exportPackage'];
type Forgotten = PackageReplies['translation.forgetSource'];

/** What somebody decided of a package that they looked at. */
export interface ImportRequest {
  readonly name: string;
  readonly sha256: Sha256;
  readonly hasCompared: boolean;
  readonly decisions: readonly Decision[];
}

function withoutEvents({ changed, unchanged, conflicts, unknown, refused }: PackageTaking) {
  return { changed, unchanged, conflicts, unknown, refused };
}

function writeProblem(kind: string): PackageProblemWord {
  return kind === 'full' || kind === 'missing' || kind === 'exists' ? kind : 'notWritten';
}

function readProblem(kind: string): PackageProblemWord {
  return kind === 'missing' || kind === 'tooLarge' ? kind : 'notRead';
}
