// Opens the home named on the command line, continues the draft of a code, and saves and commits until it is killed.
// Every line it prints is an acknowledgement: what it says must be there after any kill.
import { parseCode } from '../../../core/intake/picture-code.ts';
import { openFileDeviceSecret } from '../../../electron/store/device-secret.ts';
import { openHome } from '../../../electron/store/home.ts';
import { systemRandom } from '../../../node/random.ts';
import { systemClock } from '../../../node/system-clock.ts';
import { expectOk } from '../../expect-ok.ts';
import { intakeIdOf } from '../intake-id.ts';
import { newestOf } from '../test-home.ts';

const [directory = '', secretFile = '', codeText = ''] = process.argv.slice(2);
const deviceSecret = expectOk(openFileDeviceSecret(secretFile));
const code = expectOk(parseCode(codeText));
const parts = { deviceSecret, random: systemRandom, clock: systemClock, draftKeyPolicy: { lowestLog2N: 1 } };
const { custody } = expectOk(await openHome({ directory, ...parts }));
if (custody === null) throw new Error('The home is not enrolled');
const { drafts, outbox } = custody;
const { draft, contents } = expectOk(await drafts.open(code));

for (let number = Number(newestOf({ contents })) + 1; ; number += 1) {
  const saved = Buffer.from(String(number));
  expectOk(number % 10 === 0 ? draft.compact(saved) : draft.save(saved));
  process.stdout.write(`saved ${number}\n`);
  const { seq } = outbox.next();
  expectOk(outbox.commit({ seq, intakeId: intakeIdOf(seq), bytes: Buffer.from(`intake ${seq}`), withdrawTag: null }));
  process.stdout.write(`sealed ${seq}\n`);
}
