import { uptime } from 'node:os';
import type { Uptime } from '../core/basics/uptime.ts';

/** How long the machine has been on, sleep included. Whole seconds on some systems; nobody can set it. */
export const machineUptime: Pick<Uptime, 'nowMs'> = {
  nowMs: () => Math.round(uptime() * 1000),
};
