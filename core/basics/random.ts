/** Where randomness comes from. The real one is a cryptographic source; tests pass a repeatable one. */
export interface Random {
  /** Returns `length` fresh random bytes. */
  bytes(length: number): Uint8Array;
}
