import { statfsSync } from 'node:fs';
import { attempt } from './file-system.ts';

/** Returns how many bytes a folder's file system has for this account; null where it does not say. */
export function freeBytesIn(folder: string): number | null {
  const found = attempt(() => statfsSync(folder));
  return found.ok ? found.value.bavail * found.value.bsize : null;
}
