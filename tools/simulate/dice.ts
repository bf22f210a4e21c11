/** Chance that can be thrown again: the same seed gives the same throws. For made-up answers only, never for keys. */
export class Dice {
  #state: number;

  /** @param seed any text */
  constructor(seed: string) {
    // FNV-1a, so that seeds that differ in one place throw differently from the first throw on.
    this.#state = [...seed].reduce(
      (hash, each) => Math.imul(hash ^ (each.codePointAt(0) ?? 0), 0x01000193),
      0x811c9dc5,
    );
  }

  /** Throws a number from 0 up to, and without, `sides`. */
  below(sides: number): number {
    return Math.floor(this.#next() * sides);
  }

  /** Is true about once in so many throws. */
  onceIn(throws: number): boolean {
    return this.below(throws) === 0;
  }

  // mulberry32: small, quick, and even enough for choosing answers.
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}
