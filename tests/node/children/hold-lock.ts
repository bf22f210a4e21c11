// Takes the writer lock of the folder named on the command line, says how that went, and holds it until killed.
import { acquireWriterLock, lockBySocketFile } from '../../../node/writer-lock.ts';

const [folder = '', socketFile] = process.argv.slice(2);
const lock = await (socketFile === undefined ? acquireWriterLock(folder) : lockBySocketFile(socketFile));
process.stdout.write(`${lock.ok ? 'locked' : lock.error.kind}\n`);
if (lock.ok) setInterval(() => undefined, 1000);
