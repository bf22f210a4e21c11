import { statSync } from 'node:fs';
import { open, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { exportNameOf } from '../../core/outbox/delivery.ts';
import type { Delivery } from '../../core/outbox/delivery.ts';
import { attempt, fileErrorOf } from '../../node/file-system.ts';
import type { Outbox } from './outbox.ts';

const UNFINISHED = '.part';

/** What a mirror works with. */
export interface MirrorOptions {
  readonly outbox: Pick<Outbox, 'deliveries' | 'isWaiting' | 'read' | 'gone'>;
  /** HOME: a folder on the same medium is no mirror. */
  readonly home: string;
  /** The site's own, asked for each time; null for a site without one. */
  readonly folder: () => string | null;
  /** Told once when the mirror falls behind, and once when it has caught up. */
  readonly tell: (event: 'mirrorBehind' | 'mirrorCaughtUp') => void;
  /** Names the medium that a folder lies on; tests play another one. */
  readonly mediumOf?: (folder: string) => number;
}

/** Why a mirror is behind. `sameMedium`: also where a medium is not mounted, and its empty folder lies on HOME's. */
type MirrorError = { readonly kind: 'missing' | 'sameMedium' | 'full' | 'damaged' | 'io' };

/**
 * Copies of the sealed intakes on a second medium, under the names that exports use. A medium that is slow, full or gone
 * stops nobody: nothing waits for it, and what it lacks is copied later.
 */
export class Mirror {
  readonly #options: MirrorOptions;
  #working: Promise<void> | null = null;
  #isAskedAgain = false;
  #isBehind = false;

  constructor(options: MirrorOptions) {
    this.#options = options;
  }

  /** Whether the last look found it missing, full or broken. */
  get isBehind(): boolean {
    return this.#isBehind;
  }

  /** Brings the mirror up to date; asked again meanwhile, it looks once more. Never rejects. */
  catchUp(): Promise<void> {
    this.#isAskedAgain = true;
    this.#working ??= this.#work().finally(() => (this.#working = null));
    return this.#working;
  }

  async #work(): Promise<void> {
    while (this.#isAskedAgain) {
      this.#isAskedAgain = false;
      const folder = this.#options.folder();
      if (folder === null) continue;
      const mirrored = await this.#mirror(folder);
      if (mirrored.ok === this.#isBehind) this.#options.tell(this.#isBehind ? 'mirrorCaughtUp' : 'mirrorBehind');
      this.#isBehind = !mirrored.ok;
    }
  }

  async #mirror(folder: string): Promise<Result<null, MirrorError>> {
    const { outbox, home, mediumOf = deviceOf } = this.#options;
    const isOther = attempt(() => mediumOf(folder) !== mediumOf(home));
    if (!isOther.ok) return fail({ kind: 'missing' });
    if (!isOther.value) return fail({ kind: 'sameMedium' });
    try {
      const names = new Set(await readdir(folder));
      // What a person took back, and what was purged after the receipt, goes from here, too.
      for (const { sha256 } of outbox.gone()) {
        const name = exportNameOf(sha256);
        if (names.has(name)) await rm(join(folder, name), { force: true });
      }
      let result: Result<null, MirrorError> = ok(null);
      for (const delivery of outbox.deliveries()) {
        // Copied before, or taken back meanwhile.
        if (names.has(delivery.fileName) || !outbox.isWaiting(delivery.seq)) continue;
        const copied = await this.#copy(folder, delivery);
        // One that is damaged keeps no other from being copied.
        if (!copied.ok) result = copied;
      }
      return result;
    } catch (thrown) {
      const { kind } = fileErrorOf(thrown);
      return fail({ kind: kind === 'full' || kind === 'missing' ? kind : 'io' });
    }
  }

  /** Whole or not at all, and read back. */
  async #copy(folder: string, delivery: Delivery): Promise<Result<null, MirrorError>> {
    const bytes = this.#options.outbox.read(delivery);
    if (!bytes.ok) return fail({ kind: 'damaged' });
    const path = join(folder, delivery.fileName);
    const unfinished = `${path}${UNFINISHED}`;
    try {
      const file = await open(unfinished, 'w', 0o600);
      try {
        await file.writeFile(bytes.value);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, path);
    } catch (thrown) {
      // What fills the medium would make every later try fail too.
      await rm(unfinished, { force: true }).catch(() => undefined);
      throw thrown;
    }
    return (await readFile(path)).equals(bytes.value) ? ok(null) : fail({ kind: 'damaged' });
  }
}

function deviceOf(folder: string): number {
  return statSync(folder).dev;
}
