import { appendFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../core/basics/clock.ts';
import type { Result } from '../../core/basics/result.ts';
import { createHome, openHome } from '../../electron/store/home.ts';
import type { Custody, Home, HomeError } from '../../electron/store/home.ts';
import { nodeFileSystem, type FileSystem } from '../../node/file-system.ts';
import { systemRandom } from '../../node/random.ts';
import { CHEAP_KEYS, SETTINGS, cheapEnrolment } from '../electron/test-home.ts';
import { expectOk } from '../expect-ok.ts';
import { deviceSecret } from './fixed-secret.ts';

/** A home that may be broken, with a folder to export to. */
export interface FaultHome {
  readonly home: string;
  readonly drive: string;
}

export type OpenedHome = Home & { readonly custody: Custody };

const MEMORY = '/dev/shm';
const enrolment = cheapEnrolment();
export const FAULT_CLOCK: Clock = { nowMs: () => Date.UTC(2026, 2, 4, 5, 6, 7) };

/** Makes a folder that goes when the test is over, in memory where the system has such a place: syncs cost nothing there. */
export function quickFolder(): string {
  const folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'matu-faults-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function placesIn(folder: string): FaultHome {
  return { home: join(folder, 'home'), drive: join(folder, 'drive') };
}

/** What a stop left unfinished in a home. Each is set aside at the next start, and thrown away by nobody. */
export const LEFT_BEHIND = [
  { file: 'outbox/00000001.age.0123456789abcdef.tmp', text: 'half of a sealed intake' },
  { file: 'drafts/00000001-0123456789abcdef0123456789abcdef.draft.0123456789abcdef.tmp', text: 'half of a draft' },
  { file: 'ledger/ledger.jsonl', text: 'half of a line of the ledger' },
  { file: 'audit/audit-000000000001.jsonl', text: 'half of a line of the audit log' },
] as const;

/** Makes an enrolled home, in which a start finds something to set aside, and an empty drive in an existing folder. */
export function makeFaultHome(folder: string): FaultHome {
  const places = placesIn(folder);
  mkdirSync(places.drive);
  expectOk(createHome({ directory: places.home, deviceSecret, random: systemRandom, settings: SETTINGS, enrolment }));
  for (const { file, text } of LEFT_BEHIND) appendFileSync(join(places.home, file), text);
  return places;
}

/** Opens such a home, with a file system that may be at fault. */
export async function openFaultHome(
  { home }: FaultHome,
  { fs = nodeFileSystem, clock = FAULT_CLOCK }: { readonly fs?: FileSystem; readonly clock?: Clock } = {},
): Promise<Result<OpenedHome, HomeError>> {
  const uptime = { nowMs: () => 1000 };
  const keys = { deviceSecret, random: systemRandom, draftKeyPolicy: CHEAP_KEYS };
  const opened = await openHome({ directory: home, ...keys, clock, uptime, fs });
  if (!opened.ok) return opened;
  const { custody } = opened.value;
  if (custody === null) throw new Error('The home is enrolled');
  return { ok: true, value: { ...opened.value, custody } };
}
