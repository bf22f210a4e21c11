import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import { parseJson } from '../../core/basics/parse-json.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { fromUtf8 } from '../../core/basics/utf8.ts';
import { formatJson } from '../../core/bundle/versioned-json.ts';
import { parseQuestions } from '../../core/pack/instrument-questions.ts';
import {
  maxScore,
  parseInstrument,
  wordingHash,
  type CutOff,
  type Instrument,
  type InstrumentTerms,
} from '../../core/pack/instrument.ts';
import { licenceStanding } from '../../core/pack/licence.ts';
import { instrumentFileName, whyNotLoaded } from '../../core/pack/loading-instrument.ts';
import type { StaffPerson } from '../../core/staff/person.ts';
import { calendarDay, isoDay, type CalendarDay } from '../../core/translation/dates.ts';
import type {
  InstrumentPlace,
  InstrumentReplies,
  instrumentRequestSchemas,
  InstrumentTrouble,
  ShownInstrument,
} from '../../ipc/instruments-contract.ts';
import { readCapped } from '../../node/capped-file.ts';
import { removeDurably, replaceDurably, syncDirectory } from '../../node/durable-file.ts';
import { attempt, nodeFileSystem, type FileSystem } from '../../node/file-system.ts';
import { nodeHasher } from '../../node/sha256.ts';
import type { Home } from '../store/home.ts';

/** The largest file of an instrument: the questionnaire, its licence and its cut-offs. */
const MOST_BYTES = 4 * 1024 * 1024;

/** What instruments are loaded into. */
export interface InstrumentsKeeperOptions {
  readonly home: Pick<Home, 'audit' | 'layout'>;
  /** The slots that the questionnaire has room for. */
  readonly slots: () => readonly string[];
  /** What the program itself brings, where the house has loaded nothing in its place. */
  readonly program: () => readonly Instrument[];
  /** What the kiosk asks now. */
  readonly published: () => readonly Instrument[];
  /** The site's day. */
  readonly today: () => CalendarDay;
  readonly fs?: FileSystem;
}

/** An instrument with the questionnaire that its rights holder gave, which is kept as it came. */
interface Kept {
  readonly instrument: Instrument;
  readonly questionnaire: unknown;
}

type LoadRequest = z.infer<(typeof instrumentRequestSchemas)['translation.loadInstrument']>;
type Changed = InstrumentReplies['translation.loadInstrument'];
type Trouble = { readonly ok: false; readonly error: InstrumentTrouble };

/** The official instruments of a house, each in its slot and language. They are asked from the next publishing on. */
export class InstrumentsKeeper {
  readonly #options: InstrumentsKeeperOptions;

  constructor(options: InstrumentsKeeperOptions) {
    this.#options = options;
  }

  show(): InstrumentReplies['translation.instruments'] {
    const { kept, damaged } = this.#read();
    return {
      slots: this.#options.slots(),
      instruments: kept.map((each) => this.#shown(each)),
      damaged,
    };
  }

  /** Loads an instrument, or the same one with other terms: its cut-offs stay as long as wording and counting do. */
  load(request: LoadRequest, { id, name }: Pick<StaffPerson, 'id' | 'name'>): Changed {
    const questionnaire = parseJson(request.questionnaire);
    if (questionnaire === undefined) return trouble('notJson');
    const questions = parseQuestions(questionnaire, request);
    if (!questions.ok) return fail(questions.error);
    const { kept, damaged } = this.#read();
    const [first] = damaged;
    if (first !== undefined) return trouble('damaged', first);
    const bare = this.#termsOf(request, { by: name, wordingSha256: wordingHash(questions.value, nodeHasher) });
    const terms = { ...bare, cutOffs: cutOffsKept(kept, bare) };
    const parsed = parseInstrument({ terms, questionnaire }, nodeHasher);
    if (!parsed.ok)
      return fail({ kind: parsed.error.kind, place: 'place' in parsed.error ? parsed.error.place : null });
    const beside = { today: isoDay(this.#options.today()), slots: this.#options.slots() };
    const why = whyNotLoaded(parsed.value, { ...beside, loaded: this.#withProgram(kept) });
    if (why !== null) return trouble(why.kind);
    if (!this.#write({ instrument: parsed.value, questionnaire })) return trouble('notSaved');
    this.#options.home.audit.record({ event: 'instrumentLoaded', person: id });
    return ok(this.show());
  }

  /** Changes from which score something is said. Cut-offs are no part of the locked wording. */
  setCutOffs(
    { cutOffs, ...place }: InstrumentPlace & { readonly cutOffs: CutOff[] },
    { id }: Pick<StaffPerson, 'id'>,
  ): Changed {
    const found = this.#find(place);
    if (!found.ok) return found;
    const { questionnaire } = found.value;
    const terms = { ...found.value.instrument.terms, cutOffs };
    const parsed = parseInstrument({ terms, questionnaire }, nodeHasher);
    if (!parsed.ok)
      return fail({ kind: parsed.error.kind, place: 'place' in parsed.error ? parsed.error.place : null });
    if (!this.#write({ instrument: parsed.value, questionnaire })) return trouble('notSaved');
    this.#options.home.audit.record({ event: 'cutOffsChanged', person: id });
    return ok(this.show());
  }

  remove(place: InstrumentPlace, { id }: Pick<StaffPerson, 'id'>): Changed {
    const found = this.#find(place);
    if (!found.ok) return found;
    const { fs = nodeFileSystem } = this.#options;
    if (!removeDurably(this.#pathOf(place), fs).ok) return trouble('notSaved');
    this.#options.home.audit.record({ event: 'instrumentRemoved', person: id });
    return ok(this.show());
  }

  /** What will be published together. */
  #withProgram(kept: readonly Kept[]): readonly Instrument[] {
    const own = kept.map(({ instrument }) => instrument);
    const names = new Set(own.map(({ terms }) => instrumentFileName(terms)));
    return [...own, ...this.#options.program().filter(({ terms }) => !names.has(instrumentFileName(terms)))];
  }

  #find(place: InstrumentPlace): Result<Kept, InstrumentTrouble> {
    const { kept } = this.#read();
    const wanted = instrumentFileName(place);
    const found = kept.find(({ instrument }) => instrumentFileName(instrument.terms) === wanted);
    return found === undefined ? trouble('gone') : ok(found);
  }

  #termsOf(
    { slot, language, rightsHolder, licence, licenceValidUntil, officialVersion, validated, ...counting }: LoadRequest,
    { by, wordingSha256 }: { readonly by: string; readonly wordingSha256: string },
  ): InstrumentTerms {
    const { multiplyBy, unitGrams } = counting;
    return {
      ...{ format: 1, slot, language, rightsHolder, licence, licenceValidUntil, officialVersion, wordingSha256 },
      ...{ validated, loadedBy: by, loadedOn: isoDay(this.#options.today()) },
      ...{ scoring: { rule: 'sum', multiplyBy }, cutOffs: [] },
      ...(unitGrams === null ? {} : { unitGrams }),
    };
  }

  #read(): { readonly kept: readonly Kept[]; readonly damaged: readonly string[] } {
    const { instruments: folder } = this.#options.home.layout;
    const names = attempt(() => readdirSync(folder).sort());
    const kept: Kept[] = [];
    const damaged: string[] = [];
    for (const name of names.ok ? names.value.filter((each) => each.endsWith('.json')) : []) {
      const found = readKept(join(folder, name));
      if (found === null || instrumentFileName(found.instrument.terms) !== name) damaged.push(name);
      else kept.push(found);
    }
    return { kept, damaged };
  }

  #write({ instrument, questionnaire }: Kept): boolean {
    const { home, fs = nodeFileSystem } = this.#options;
    if (!ensureFolder(home.layout.instruments, fs)) return false;
    return replaceDurably(this.#pathOf(instrument.terms), formatJson({ terms: instrument.terms, questionnaire }), fs)
      .ok;
  }

  #pathOf(place: InstrumentPlace): string {
    return join(this.#options.home.layout.instruments, instrumentFileName(place));
  }

  #shown({ instrument }: Kept): ShownInstrument {
    const { terms, title, questions } = instrument;
    const { slot, language, rightsHolder, licence, officialVersion, validated, loadedBy, scoring, cutOffs } = terms;
    return {
      ...{ slot, language, title, rightsHolder, licence, officialVersion, validated, loadedBy, cutOffs },
      ...{ questions: questions.length, maxScore: maxScore(instrument), multiplyBy: scoring.multiplyBy },
      unitGrams: terms.unitGrams ?? null,
      validUntil: calendarDay(Date.parse(terms.licenceValidUntil), 'UTC'),
      standing: licenceStanding(terms.licenceValidUntil, this.#options.today()),
      isPublished: this.#options.published().some((each) => JSON.stringify(each.terms) === JSON.stringify(terms)),
    };
  }
}

/** The cut-offs of the same wording, counted in the same way; none where anything else stood there. */
function cutOffsKept(kept: readonly Kept[], terms: InstrumentTerms): InstrumentTerms['cutOffs'] {
  const before = kept.find(({ instrument }) => instrumentFileName(instrument.terms) === instrumentFileName(terms));
  const known = before?.instrument.terms;
  const isSame = known?.wordingSha256 === terms.wordingSha256 && known.scoring.multiplyBy === terms.scoring.multiplyBy;
  return isSame ? known.cutOffs : [];
}

function readKept(path: string): Kept | null {
  const bytes = readCapped(path, MOST_BYTES);
  const file = bytes.ok ? parseJson(fromUtf8(bytes.value) ?? '') : undefined;
  const instrument = parseInstrument(file, nodeHasher);
  if (!instrument.ok || typeof file !== 'object' || file === null || !('questionnaire' in file)) return null;
  return { instrument: instrument.value, questionnaire: file.questionnaire };
}

function ensureFolder(folder: string, fs: FileSystem): boolean {
  if (existsSync(folder)) return true;
  return attempt(() => mkdirSync(folder, { mode: 0o700 })).ok && syncDirectory(dirname(folder), fs).ok;
}

function trouble(kind: InstrumentTrouble['kind'], place: string | null = null): Trouble {
  return fail({ kind, place });
}
