import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { missingNeeds } from '../../tools/set-up/system-packages.mjs';
import { realSystem } from '../../tools/set-up/system.mjs';

/** Whether this machine can have a keyring without anybody signed in. */
export const HAS_KEYRING = process.platform === 'linux' && missingNeeds(realSystem(), ['keyring']).length === 0;
/** Ends the titles of tests with one, because the list of what ran shows a skip without its reason. */
export const NEEDS_KEYRING = '(where Linux has gnome-keyring and dbus-run-session)';

const PASSWORD = 'only for this test';
/** Unlocks or makes the keyring, tells where its bus is, and stays until nobody listens any more. */
const UNLOCKS = `printf %s "${PASSWORD}" | gnome-keyring-daemon --unlock --components=secrets >/dev/null && echo "$DBUS_SESSION_BUS_ADDRESS" && exec cat`;

/** An account with a keyring that its password unlocks, as after signing in. */
export class Keyring {
  readonly #folders: Readonly<Record<string, string>>;
  #session: ChildProcess | null = null;

  /** @param folder gets the keyring's files */
  constructor(folder: string) {
    this.#folders = {
      HOME: folder,
      XDG_DATA_HOME: join(folder, 'data'),
      XDG_RUNTIME_DIR: join(folder, 'run'),
    };
    for (const each of Object.values(this.#folders)) mkdirSync(each, { recursive: true, mode: 0o700 });
  }

  /**
   * Begins a session with the keyring unlocked.
   *
   * @returns what a program of the session has in its environment
   */
  async begin(): Promise<Readonly<Record<string, string>>> {
    const session = spawn('dbus-run-session', ['--', 'sh', '-c', UNLOCKS], {
      env: { PATH: process.env['PATH'] ?? '', ...this.#folders },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.#session = session;
    const first = await createInterface({ input: session.stdout })[Symbol.asyncIterator]().next();
    if (first.done === true) throw new Error('The keyring could not be unlocked');
    return { ...this.#folders, DBUS_SESSION_BUS_ADDRESS: first.value };
  }

  /** Ends the session; the keyring's files stay. */
  async end(): Promise<void> {
    const session = this.#session;
    if (session === null || session.exitCode !== null) return;
    const ended = new Promise((resolve) => session.once('exit', resolve));
    session.stdin?.end();
    await ended;
  }
}
