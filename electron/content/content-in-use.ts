import { loadContent } from './content-store.ts';
import type { ContentVersion } from './content-version.ts';

/** The content that new visits begin with: the program's own, or what the house has published over it. */
export class ContentInUse {
  /** What the program came with. */
  readonly program: ContentVersion;
  readonly #contentFolder: string;
  readonly #listeners: (() => void)[] = [];
  #present: ContentVersion;

  /**
   * @param contentFolder HOME/content
   * @param published what the house has published and uses; null where it uses the program's own
   */
  constructor(contentFolder: string, program: ContentVersion, published: ContentVersion | null) {
    this.#contentFolder = contentFolder;
    this.program = program;
    this.#present = published ?? program;
  }

  get present(): ContentVersion {
    return this.#present;
  }

  /** The version that a visit began with; null when it is not there any more. */
  of(id: string): ContentVersion | null {
    // Reading a version from its files takes a quarter of a second, and most codes belong to the present one.
    const known = [this.#present, this.program].find((each) => each.id === id);
    if (known !== undefined) return known;
    const older = loadContent(this.#contentFolder, id);
    return older.ok ? older.value : null;
  }

  /** From now on visits begin with this one; those that have begun keep theirs. */
  take(content: ContentVersion): void {
    this.#present = content;
    for (const changed of this.#listeners) changed();
  }

  /** Tells from now on when another version has been taken, in the order in which listeners came. */
  listen(changed: () => void): void {
    this.#listeners.push(changed);
  }
}
