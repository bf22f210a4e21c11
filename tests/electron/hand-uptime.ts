import type { Uptime } from '../../core/basics/uptime.ts';

/** An uptime that a test moves by hand: what waits happens at its moment, in its order. */
export class HandUptime implements Uptime {
  #nowMs = 0;
  readonly #waiting = new Set<{ readonly atMs: number; readonly act: () => void }>();

  nowMs(): number {
    return this.#nowMs;
  }

  after(waitMs: number, act: () => void): () => void {
    const entry = { atMs: this.#nowMs + waitMs, act };
    this.#waiting.add(entry);
    return () => this.#waiting.delete(entry);
  }

  /** How much is being waited for. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Lets so many seconds pass. */
  pass(seconds: number): void {
    const end = this.#nowMs + seconds * 1000;
    for (;;) {
      const next = [...this.#waiting].toSorted((a, b) => a.atMs - b.atMs)[0];
      if (next === undefined || next.atMs > end) break;
      this.#waiting.delete(next);
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      next.act();
    }
    this.#nowMs = end;
  }
}
