import type { Uptime } from '../../core/basics/uptime.ts';

/** What a page asks its session for. */
export interface Asked {
  readonly permission: string;
  readonly media: readonly string[];
  readonly url: string;
  readonly isMainFrame: boolean;
}

/** A take lasts a minute at most, and whoever records needs a moment. */
const LONGEST_OPEN_MS = 70_000;

/** Whether the window of the texts may hear: from when somebody begins to record until they stop, and never longer than a take. */
export class Microphone {
  readonly #origin: string;
  readonly #uptime: Uptime;
  #close: (() => void) | null = null;

  /** @param origin that of our own pages */
  constructor(origin: string, uptime: Uptime) {
    this.#origin = origin;
    this.#uptime = uptime;
  }

  set(isOpen: boolean): void {
    this.#close?.();
    this.#close = isOpen
      ? this.#uptime.after(LONGEST_OPEN_MS, () => {
          this.#close = null;
        })
      : null;
  }

  /** Sound for our own page, while it is open; never a picture, and nothing else. */
  admits({ permission, media, url, isMainFrame }: Asked): boolean {
    const isSound = permission === 'media' && media.length > 0 && media.every((kind) => kind === 'audio');
    return this.#close !== null && isSound && isMainFrame && `${url}/`.startsWith(`${this.#origin}/`);
  }
}
