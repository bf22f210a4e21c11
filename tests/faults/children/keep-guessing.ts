// Tries wrong codes at the gate whose count stands in the folder named on the command line, until it is killed. Each line
// it prints says that a code was compared: by then the try must be on the disk.
import { makeCodeGate } from '../../../electron/intake/code-gate.ts';
import { WrongTries } from '../../../electron/store/wrong-tries.ts';

const [folder = ''] = process.argv.slice(2);
let nowMs = 0;
// Nobody waits here: two hours pass before each try, which is longer than the longest wait.
const uptime = { nowMs: () => (nowMs += 2 * 3600 * 1000) };
const gate = makeCodeGate(new WrongTries(folder, 'codes'), uptime, () => undefined);
process.stdout.write('ready\n');
for (;;) {
  const passed = gate.pass();
  if (!passed.ok) throw new Error(`The gate is closed: ${passed.error.kind}`);
  // Only what has left the process counts: a kill takes what it still holds.
  await new Promise((resolve) => process.stdout.write('compared\n', resolve));
}
