import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Result } from '../../core/basics/result.ts';
import { toUtf8 } from '../../core/basics/utf8.ts';
import { replaceDurably } from '../../node/durable-file.ts';
import type { FileError } from '../../node/file-system.ts';

const fileSchema = z.strictObject({
  format: z.literal(1),
  seed: z.string(),
  log2N: z.int().min(1).max(20),
  /** False while the home is being made. */
  isMade: z.boolean(),
  /** The draft that was begun last, so that it is gone on with after a kill; its code is a made-up person's. */
  begun: z.strictObject({ intakeId: z.uuid(), code: z.string(), locator: z.string() }).nullable(),
});

/** What a simulated home remembers of its simulation. Its presence tells that nobody's real words stand in the home. */
export type SimulationFacts = z.infer<typeof fileSchema>;

/** Where a simulated home keeps them. */
export function simulationFile(home: string): string {
  return join(home, 'simulation.json');
}

/** What the home's content comes to, ready to be used. */
export function preparedContentFile(home: string): string {
  return join(home, 'simulation-content.json');
}

/** Reads them; null in a home that simulate did not make, or where they are damaged. */
export function readSimulation(home: string): SimulationFacts | null {
  const path = simulationFile(home);
  if (!existsSync(path)) return null;
  try {
    return fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Writes them; durable when this returns ok. */
export function writeSimulation(home: string, facts: SimulationFacts): Result<null, FileError> {
  return replaceDurably(simulationFile(home), toUtf8(`${JSON.stringify(facts)}\n`));
}
