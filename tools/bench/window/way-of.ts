import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { MatuSteps } from './matu-steps.ts';
import type { Asked } from './steps.ts';

/** The kiosk's program, and the runtime that it is started with. */
export interface MatuProgram {
  readonly electron: string;
  readonly app: string;
}

/** Goes the way once, so many questions far at most, measuring nothing. Returns what was asked. */
export async function wayOf(
  { electron, app }: MatuProgram,
  { folder, questions }: { readonly folder: string; readonly questions: number },
): Promise<readonly Asked[]> {
  const matu = await MatuSteps.begin({ electron, folder: app, below: inside(folder, 'way'), takesCode: false });
  try {
    return await matu.way(questions);
  } finally {
    await matu.close();
  }
}

/** Makes a folder in another one, and returns its path. */
export function inside(folder: string, name: string): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  return path;
}
