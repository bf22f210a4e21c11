import { fail, ok, type Result } from '../../../core/basics/result.ts';
import type { PictureCode } from '../../../core/intake/picture-code.ts';
import { visitOf } from '../../../electron/intake/visit-snapshot.ts';
import type { DraftFiles, OpenDraftFile } from '../../../electron/intake/visit-surroundings.ts';
import { openGate, type Gate } from './gate.ts';

type Outcome<T> = Result<T, { readonly kind: string; readonly takeBackKey?: Uint8Array }>;

/** A draft as it would stand on disk. */
interface KeptDraft {
  /** A snapshot and what changed since, the newest last. */
  saves: string[];
  isOpen: boolean;
}

/** What can go wrong with a draft. */
export type DraftWork = 'create' | 'open' | 'save' | 'compact' | 'delete';

/** What a code takes back; as quick as it is weak. */
export function keyOfCode(code: PictureCode): Uint8Array {
  return new Uint8Array(32).map((_, index) => code.charCodeAt(index % code.length));
}

/** Drafts in memory, which fail and wait as a test wants them to. */
export class FakeDrafts implements DraftFiles {
  readonly kept = new Map<string, KeptDraft>();
  /** What fails, and as what. */
  readonly failing = new Map<DraftWork, string>();
  /** What making and opening wait for, as they wait for a code's key. */
  gate: Gate = openGate();
  /** The very bytes that were handed over. */
  readonly handedOver: Uint8Array[] = [];

  /** The codes of all drafts, in the order of their making. */
  get codes(): readonly string[] {
    return [...this.kept.keys()];
  }

  /** The visit that stands under the only code. */
  single(): string {
    const [only, ...more] = this.kept.values();
    if (only === undefined || more.length > 0) throw new Error('Expected exactly one draft');
    return JSON.stringify(visitOf(only.saves.map((content) => new Uint8Array(Buffer.from(content)))));
  }

  /** Changes what every draft holds, as another program version or another day could have left it. */
  change(change: (kept: object) => object): void {
    for (const draft of this.kept.values()) {
      const kept = visitOf(draft.saves.map((saved) => new Uint8Array(Buffer.from(saved, 'utf8'))));
      if (kept !== null) draft.saves = [JSON.stringify(change(kept))];
    }
  }

  async create(code: PictureCode, snapshot: Uint8Array): Promise<Outcome<OpenDraftFile>> {
    await this.gate.passed();
    return this.#unless('create', () => {
      const draft: KeptDraft = { saves: [], isOpen: true };
      this.#append(draft, snapshot);
      this.kept.set(code, draft);
      return this.#open(code, draft);
    });
  }

  async open(
    code: PictureCode,
  ): Promise<Outcome<{ readonly draft: OpenDraftFile; readonly contents: readonly Uint8Array[] }>> {
    await this.gate.passed();
    const draft = this.kept.get(code);
    if (draft === undefined) return fail({ kind: 'noSuchCode', takeBackKey: keyOfCode(code) });
    if (draft.isOpen) return fail({ kind: 'alreadyOpen' });
    return this.#unless('open', () => {
      draft.isOpen = true;
      const contents = draft.saves.map((saved) => new Uint8Array(Buffer.from(saved, 'utf8')));
      this.handedOver.push(...contents);
      return { draft: this.#open(code, draft), contents };
    });
  }

  #open(code: string, draft: KeptDraft): OpenDraftFile {
    const done = (work: DraftWork, change: () => void): Outcome<null> => {
      if (!draft.isOpen) return fail({ kind: 'closed' });
      return this.#unless(work, () => {
        change();
        return null;
      });
    };
    return {
      save: (change) => done('save', () => this.#append(draft, change)),
      compact: (snapshot) =>
        done('compact', () => {
          draft.saves = [];
          this.#append(draft, snapshot);
          this.kept.set(code, draft);
        }),
      delete: () =>
        done('delete', () => {
          draft.isOpen = false;
          this.kept.delete(code);
        }),
      close: () => {
        draft.isOpen = false;
      },
    };
  }

  #append(draft: KeptDraft, saved: Uint8Array): void {
    this.handedOver.push(saved);
    draft.saves.push(Buffer.from(saved).toString('utf8'));
  }

  #unless<T>(work: DraftWork, act: () => T): Outcome<T> {
    const kind = this.failing.get(work);
    return kind === undefined ? ok(act()) : fail({ kind });
  }
}
