import type { Clock } from '../../core/basics/clock.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import type { AuditEvent } from '../../core/audit/events.ts';
import type { StaffPerson } from '../../core/staff/person.ts';
import type { PublishingProblem, PublishingView, ShownPublication } from '../../ipc/publishing-contract.ts';
import { nodeFileSystem, type FileError, type FileSystem } from '../../node/file-system.ts';
import type { ContentInUse } from '../content/content-in-use.ts';
import { removeOtherReady } from '../content/published-content.ts';
import type { Home } from '../store/home.ts';
import {
  publicationBefore,
  publicationInUse,
  withProgramsOwn,
  withPublication,
  withTaken,
  type PublicationRecord,
  type Publications,
} from '../store/publications.ts';
import type { ComposedVersion } from './compose-version.ts';
import { chooseTexts, composeChosen, putUp, standOver, type Chosen, type House } from './make-publication.ts';
import { readOwnFiles } from './own-files.ts';
import { changesOf, countsOf } from './publication-changes.ts';

/** What publishing works on. */
export interface PublishingOptions {
  readonly home: Pick<Home, 'layout' | 'state' | 'audit'>;
  readonly contents: ContentInUse;
  readonly clock: Clock;
  readonly appVersion: string;
  readonly fs?: FileSystem;
}

type Who = Pick<StaffPerson, 'id'>;
type Done = Result<null, PublishingProblem>;

/** Where the house makes content versions of its own texts, and goes back over them. */
export class PublishingKeeper {
  readonly #options: PublishingOptions;

  constructor(options: PublishingOptions) {
    this.#options = options;
  }

  /** What would be published, what stays behind, and what has been published. */
  show(): Result<PublishingView, PublishingProblem> {
    const chosen = chooseTexts(this.#house);
    if (!chosen.ok) return chosen;
    const composed = this.#composed(chosen.value);
    if (!composed.ok && composed.error.kind !== 'faults') return composed;
    const own = composed.ok ? composed.value.own : [];
    const instruments = own.filter((path) => path.endsWith('.json')).length;
    return ok({
      languages: changesOf(chosen.value.publication, this.#options.contents.present),
      recordings: own.length - instruments,
      instruments,
      faults: !composed.ok && composed.error.kind === 'faults' ? composed.error.faults : [],
      hasNews: composed.ok && this.#isNew(composed.value),
      ...this.#made,
    });
  }

  /** Makes a content version of everything that two people have approved; new visits begin with it. */
  publish({ id: person }: Who): Done {
    const { contents, clock, appVersion } = this.#options;
    const chosen = chooseTexts(this.#house);
    if (!chosen.ok) return chosen;
    const composed = this.#composed(chosen.value);
    if (!composed.ok) return composed;
    if (!this.#isNew(composed.value)) return fail({ kind: 'nothingNew' });
    const ready = putUp(this.#house, composed.value, [chosen.value.program]);
    if (!ready.ok) return ready;
    const { publication, events } = chosen.value;
    const changed = countsOf(changesOf(publication, contents.present));
    const { content, preparedSha256 } = ready.value;
    const record = { id: content.id, program: contents.program.id, preparedSha256, preparedBy: appVersion };
    const count = Object.values(changed).reduce((sum, each) => sum + each, 0);
    return this.#change(
      (publications) => withPublication(publications, { ...record, events, changed, atMs: clock.nowMs(), person }),
      { content, event: { event: 'textsPublished', person, count } },
    );
  }

  /** Goes back to the publication before; before the first one there were the program's own texts. */
  rollBack({ id: person }: Who): Done {
    const { publications } = this.#options.home.state.content;
    if (publicationInUse(publications) === null) return fail({ kind: 'unknown' });
    const event = { event: 'textsRolledBack', person } as const;
    const before = publicationBefore(publications);
    return before === null ? this.#takeProgram(event) : this.#take(before, event);
  }

  /** Takes up a publication that was made before, also one that was rolled back; null: the program's own texts. */
  takeUp(number: number | null, { id: person }: Who): Done {
    const { list, inUse } = this.#options.home.state.content.publications;
    if (number === inUse && !this.#made.isDamaged) return fail({ kind: 'nothingNew' });
    const event = { event: 'textsTakenUp', person } as const;
    if (number === null) return this.#takeProgram(event);
    const record = list.find((each) => each.number === number);
    return record === undefined ? fail({ kind: 'unknown' }) : this.#take(record, event);
  }

  get #house(): House {
    const { home, contents, fs = nodeFileSystem } = this.#options;
    const { content, translations } = home.layout;
    return { content, translations, programId: contents.program.id, fs };
  }

  get #made(): Pick<PublishingView, 'publications' | 'inUse' | 'isDamaged'> {
    const { home, contents } = this.#options;
    const { publications } = home.state.content;
    const inUse = publicationInUse(publications);
    return {
      publications: publications.list.map((record) => this.#shown(record)).toReversed(),
      inUse: inUse?.number ?? null,
      isDamaged: inUse !== null && inUse.id !== contents.present.id,
    };
  }

  #shown({ number, id, atMs, person, changed, program }: PublicationRecord): ShownPublication {
    const { home, contents } = this.#options;
    const by = home.state.content.staff.find((each) => each.id === person)?.name ?? null;
    const isOfOtherProgram = program !== contents.program.id;
    return { number, version: id.slice(0, 16), atMs, by, changed, isOfOtherProgram };
  }

  #composed(chosen: Chosen): Result<ComposedVersion, PublishingProblem> {
    const { translations, instruments } = this.#options.home.layout;
    const own = readOwnFiles({ translations, instruments });
    return own.ok ? composeChosen(chosen, own.value) : fail({ kind: 'notRead' });
  }

  #isNew({ id, isAsProgram }: ComposedVersion): boolean {
    const { present, program } = this.#options.contents;
    return present.id === program.id ? !isAsProgram : present.id !== id;
  }

  #take(record: PublicationRecord, event: AuditEvent): Done {
    const standing = standOver(this.#house, record, this.#options.appVersion);
    if (!standing.ok) return standing;
    const { content, record: taken } = standing.value;
    return this.#change((publications) => withTaken(publications, taken), { content, event });
  }

  #takeProgram(event: AuditEvent): Done {
    return this.#change(withProgramsOwn, { content: this.#options.contents.program, event });
  }

  /** The state is what decides: before it is written the old content is in use, and from then on the new one. */
  #change(
    edit: (publications: Publications) => Publications,
    { content, event }: { readonly content: ContentInUse['present']; readonly event: AuditEvent },
  ): Done {
    const { home, contents, fs = nodeFileSystem } = this.#options;
    const changed = home.state.change((state) => ({ ...state, publications: edit(state.publications) }));
    if (!changed.ok) return fail({ kind: problemOf(changed.error) });
    home.audit.record(event);
    removeOtherReady(home.layout.content, content.id, fs);
    contents.take(content);
    return ok(null);
  }
}

function problemOf({ kind }: FileError): 'full' | 'notWritten' {
  return kind === 'full' ? 'full' : 'notWritten';
}
