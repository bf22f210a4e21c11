// Tries wrong PINs of the first person, whose wrong tries are counted in the folder named on the command line, until it is
// killed. Each line it prints says that a PIN was compared: by then the try must be on the disk.
import { ok } from '../../../core/basics/result.ts';
import { StaffAccounts } from '../../../electron/staff/staff-accounts.ts';
import { settingsOf, type StateContent } from '../../../electron/store/state-content.ts';
import { WrongTries } from '../../../electron/store/wrong-tries.ts';
import { NO_PUBLICATIONS } from '../../../electron/store/publications.ts';
import { systemRandom } from '../../../node/random.ts';

const [folder = ''] = process.argv.slice(2);
let nowMs = 0;
let content: StateContent = {
  settings: settingsOf({ isDemo: true, dutyPersonName: null, destinationFolder: null }),
  ...{
    enrolment: null,
    credentials: [],
    staff: [],
    lastStaffId: 0,
    recovery: { challenge: null, isPermitted: false },
    deliveries: [],
    purgeNotes: [],
    publications: NO_PUBLICATIONS,
    languagePackages: { made: 0, sources: [] },
    bootCounter: 1,
  },
};
const accounts = new StaffAccounts({
  state: {
    get content() {
      return content;
    },
    change: (edit) => {
      content = edit(content);
      return ok(null);
    },
  },
  triesOf: (person) => new WrongTries(folder, { person }),
  // Nobody waits here: two hours pass before each try, which is longer than the longest wait.
  uptime: { nowMs: () => (nowMs += 2 * 3600 * 1000) },
  record: () => undefined,
  keeping: { deviceSecret: { read: () => new Uint8Array(32) }, random: systemRandom, log2N: 1 },
});
const first = await accounts.setUp({ name: 'Naja', pin: '135790' });
if (!first.ok) throw new Error(`There is nobody whose PIN could be tried: ${first.error.kind}`);
process.stdout.write('ready\n');
for (;;) {
  const tried = await accounts.signIn(first.value.id, '864200');
  if (tried.ok || tried.error.kind !== 'wrongPin') throw new Error('A wrong PIN was not compared, or was taken');
  // Only what has left the process counts: a kill takes what it still holds.
  await new Promise((resolve) => process.stdout.write('compared\n', resolve));
}
