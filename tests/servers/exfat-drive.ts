import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SIZE_BYTES = 64 * 1024 * 1024;

/** A drive as people carry them: exFAT, which has no hard links. */
export interface ExFatDrive {
  readonly folder: string;
  readonly remove: () => void;
}

/** Makes one in a file; null where the machine lets nobody do that. The kernel's own driver, or the one of user space. */
export function mountExFat(): ExFatDrive | null {
  const top = mkdtempSync(join(tmpdir(), 'matu-exfat-'));
  const image = join(top, 'image');
  const folder = join(top, 'drive');
  mkdirSync(folder);
  writeFileSync(image, '');
  truncateSync(image, SIZE_BYTES);
  const isMade = said('mkfs.exfat', image) !== null;
  const device = isMade ? (said('losetup', '-f', '--show', image) ?? '') : '';
  const clear = (): void => {
    said('umount', folder);
    if (device !== '') said('losetup', '-d', device);
    rmSync(top, { recursive: true, force: true });
  };
  const isMounted =
    device !== '' &&
    (said('mount', '-t', 'exfat', device, folder) !== null || said('mount.exfat-fuse', device, folder) !== null);
  if (isMounted) return { folder, remove: clear };
  clear();
  return null;
}

/** Runs a program of the system; null when it did not do what it was asked to. */
function said(program: string, ...args: readonly string[]): string | null {
  try {
    return execFileSync(program, args, { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}
