import type { AuditEvent } from '../../../core/audit/events.ts';
import { fail, ok } from '../../../core/basics/result.ts';
import { StaffAccounts } from '../../../electron/staff/staff-accounts.ts';
import type { PinKeeping } from '../../../electron/staff/pin-keeper.ts';
import type { State } from '../../../electron/store/state.ts';
import type { StateContent } from '../../../electron/store/state-content.ts';
import { NO_PUBLICATIONS } from '../../../electron/store/publications.ts';
import { systemRandom } from '../../../node/random.ts';
import { HandUptime } from '../hand-uptime.ts';
import { SETTINGS } from '../test-home.ts';

const secret = (byte: number): PinKeeping['deviceSecret'] => ({ read: () => new Uint8Array(32).fill(byte) });

/** PINs that are stretched so little that tests stay quick. */
export function cheapKeeping(byte = 7): PinKeeping {
  return { deviceSecret: secret(byte), random: systemRandom, log2N: 1 };
}

/** Accounts in memory, on a disk that can be full, and what can be seen of them from outside. */
export function madeAccounts(keeping: PinKeeping = cheapKeeping()) {
  const disk = {
    content: {
      ...{
        settings: SETTINGS,
        enrolment: null,
        credentials: [],
        staff: [],
        lastStaffId: 0,
        recovery: { challenge: null, isPermitted: false },
        deliveries: [],
        purgeNotes: [],
        languagePackages: { made: 0, sources: [] },
      },
      publications: NO_PUBLICATIONS,
      bootCounter: 1,
    } as StateContent,
    tries: new Map<number, number>(),
    isFull: false,
  };
  const state: Pick<State, 'content' | 'change'> = {
    get content() {
      return disk.content;
    },
    change: (edit) => {
      if (disk.isFull) return fail({ kind: 'full' });
      disk.content = edit(disk.content);
      return ok(null);
    },
  };
  const triesOf = (person: number) => ({
    read: () => disk.tries.get(person) ?? 0,
    write: (wrong: number) => {
      if (disk.isFull) return fail({ kind: 'full' });
      disk.tries.set(person, wrong);
      return ok(null);
    },
  });
  const recorded: AuditEvent[] = [];
  const record = (...events: readonly AuditEvent[]): void => void recorded.push(...events);
  const start = (uptime = new HandUptime()) => ({
    uptime,
    accounts: new StaffAccounts({ state, triesOf, uptime, record, keeping }),
  });
  return { disk, state, recorded, start, ...start() };
}
