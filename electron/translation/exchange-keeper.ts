import { join } from 'node:path';
import type { RecordEvents } from '../../core/audit/events.ts';
import type { Clock } from '../../core/basics/clock.ts';
import { languageTagSchema, type LanguageTag } from '../../core/basics/language.ts';
import { fail, ok } from '../../core/basics/result.ts';
import type { StaffPerson } from '../../core/staff/person.ts';
import { takeReturned } from '../../core/translation/returned-texts.ts';
import type { TranslationReplies } from '../../ipc/translation-contract.ts';
import { replaceDurably } from '../../node/durable-file.ts';
import { nodeHasher } from '../../node/sha256.ts';
import type { TextsKeeper } from './texts-keeper.ts';

/** What texts go to translators and come back with. */
export interface ExchangeKeeperOptions {
  readonly texts: TextsKeeper;
  /** The folder for delivering by hand; null where the house has set none. */
  readonly folder: () => string | null;
  readonly clock: Clock;
  /** The site's day, `YYYY-MM-DD`. */
  readonly today: () => string;
  readonly record: RecordEvents;
}

/** A text that has changed on both sides, as somebody decided it. */
export interface Settled {
  readonly tag: LanguageTag;
  readonly key: string;
  readonly text: string;
  /** Whose words they are. */
  readonly by: string | null;
  /** What the home had when they decided. */
  readonly seen: { readonly text: string | null; readonly danish: string };
}

const ENDINGS = { xliff: 'xlf', xlsx: 'xlsx' } as const;

/** Texts for translators who have no kiosk, as files. What reads and writes those is loaded when somebody needs it. */
export class ExchangeKeeper {
  readonly #options: ExchangeKeeperOptions;

  constructor(options: ExchangeKeeperOptions) {
    this.#options = options;
  }

  /** Writes all texts of a language into the folder for delivering by hand. */
  async export(tag: LanguageTag, format: keyof typeof ENDINGS): Promise<TranslationReplies['translation.export']> {
    const { texts, today } = this.#options;
    const folder = this.#options.folder();
    if (folder === null) return fail({ kind: 'noFolder' });
    const edition = texts.edition(tag);
    if (!edition.ok) return edition;
    const { writeExported } = await import('./exchange/write-exported.ts');
    const name = `matu-${languageTagSchema.parse(tag)}-${today()}.${ENDINGS[format]}`;
    const written = replaceDurably(join(folder, name), writeExported(tag, edition.value, format));
    return written.ok ? ok(name) : fail({ kind: 'notWritten' });
  }

  /**
   * Takes what came back as drafts; what has changed on both sides is for a person.
   *
   * @param by whose words they are; null when nobody said so
   */
  async import(
    { file, by }: { readonly file: Uint8Array; readonly by: string | null },
    { id }: Pick<StaffPerson, 'id'>,
  ): Promise<TranslationReplies['translation.import']> {
    const { texts, clock, record } = this.#options;
    const { readReturned } = await import('./exchange/read-returned.ts');
    const returned = readReturned(file);
    if (!returned.ok) return fail({ kind: returned.error.kind });
    const { tag } = returned.value;
    const edition = texts.edition(tag);
    if (!edition.ok) return edition;
    const how = { by, atMs: clock.nowMs(), tag, hasher: nodeHasher };
    const { taken, ...others } = takeReturned(edition.value, returned.value.texts, how);
    const added = taken.length === 0 ? ok(null) : texts.add(tag, taken);
    if (!added.ok) return added;
    if (taken.length > 0) record({ event: 'textsImported', person: id });
    return ok({ tag, by, changed: taken.length, ...others });
  }

  /** Takes the words of a file after all, as long as the home has what the person saw. */
  settle({ seen, ...words }: Settled): TranslationReplies['translation.settle'] {
    const { texts } = this.#options;
    const now = texts.show(words);
    if (!now.ok) return now;
    const { text, danish } = now.value;
    if (text !== seen.text || danish !== seen.danish) return fail({ kind: 'otherWords' });
    return texts.word(words, { name: words.by });
  }
}
