import { writeOpusFile } from '../../../core/speech/opus-file.ts';

/** A second of silence as our own window writes it. */
export function anOpusFile(): Uint8Array {
  // A packet of 20 ms in which nothing is said.
  const packet = Uint8Array.of(0x78, 0xff, 0xfe);
  const packets = Array.from({ length: 51 }, () => packet);
  return writeOpusFile({ packets, preSkip: 312, samples: 48_000 }, 1);
}
