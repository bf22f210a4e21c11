import type { Dice } from '../../tools/simulate/dice.ts';

/** Changes bytes in one place: a flipped bit, a part that is lost, doubled, zero, or exchanged, or more at an end. */
export function mutated(bytes: Uint8Array, dice: Dice): Uint8Array {
  const changed = mutatedOnce(Buffer.from(bytes), dice);
  // A doubled or zeroed part may look as before.
  return changed.equals(bytes) ? Buffer.concat([changed, Buffer.from([dice.below(256)])]) : changed;
}

function mutatedOnce(bytes: Buffer, dice: Dice): Buffer {
  const from = dice.below(bytes.length + 1);
  const to = Math.min(bytes.length, from + 1 + dice.below(64));
  const start = bytes.subarray(0, from);
  const part = bytes.subarray(from, to);
  const rest = bytes.subarray(to);
  switch (dice.below(6)) {
    case 0:
      return Buffer.concat([
        start,
        part.map((byte, index) => (index === 0 ? byte ^ (1 << dice.below(8)) : byte)),
        rest,
      ]);
    case 1:
      return Buffer.from(start);
    case 2:
      return Buffer.concat([start, rest]);
    case 3:
      return Buffer.concat([start, part, part, rest]);
    case 4:
      return Buffer.concat([start, Buffer.alloc(part.length), rest]);
    default:
      return Buffer.concat([start, Buffer.from(part).reverse(), rest]);
  }
}
