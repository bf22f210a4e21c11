import type { Random } from '../../core/basics/random.ts';
import type { Uptime } from '../../core/basics/uptime.ts';
import { draftKeySettingsOf } from '../store/enrolment.ts';
import type { DeviceSecret } from '../store/device-secret.ts';
import type { Custody, Home } from '../store/home.ts';
import { WrongTries } from '../store/wrong-tries.ts';
import { StaffAccounts } from './staff-accounts.ts';

/** What the accounts of a home are opened with. */
export interface StaffOptions {
  readonly home: Home;
  readonly custody: Pick<Custody, 'enrolment'>;
  readonly deviceSecret: DeviceSecret;
  readonly random: Random;
  readonly uptime: Uptime;
}

/** Opens the accounts of a home's people. Their PINs cost what the picture codes of the kiosk cost. */
export function openStaff({ home, custody, deviceSecret, random, uptime }: StaffOptions): StaffAccounts {
  const { log2N } = draftKeySettingsOf(custody.enrolment);
  return new StaffAccounts({
    state: home.state,
    triesOf: (person) => new WrongTries(home.layout.state, { person }, home.fs),
    uptime,
    record: home.audit.record,
    keeping: { deviceSecret, random, log2N },
  });
}
