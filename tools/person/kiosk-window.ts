import { _electron, type ElectronApplication, type Page } from '@playwright/test';

/** A kiosk that runs in a real Electron window. */
export interface KioskWindow {
  readonly app: ElectronApplication;
  /** The page of the present window; a new person gets a new one. */
  page(): Promise<Page>;
  /** Everything that the program printed so far. */
  printed(): string;
  /** Ends the program as a pulled plug would. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** Where the program stands; tools/demo.mjs and tools/e2e.mjs say so in the environment. */
export interface KioskProgram {
  readonly electron: string;
  readonly app: string;
  /** Added to its environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Reads from the environment which program to start.
 *
 * @throws when it is not said: run through `npm run demo` or `npm run test:e2e`
 */
export function programFromEnvironment(): KioskProgram {
  const { MATU_ELECTRON: electron, MATU_APP: app } = process.env;
  if (electron === undefined || app === undefined)
    throw new Error('Start this through npm run demo or npm run test:e2e, which set up the window.');
  return { electron, app };
}

/** Starts the kiosk on a home, with switches of its own, and waits for its window. */
export async function openKioskWindow(
  program: KioskProgram,
  home: string,
  switches: readonly string[] = [],
): Promise<KioskWindow> {
  const app = await _electron.launch({
    executablePath: program.electron,
    args: [program.app, '--home', home, ...switches],
    // As root Chromium's sandbox cannot start.
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...environment(), ...program.env },
  });
  let printed = '';
  const child = app.process();
  child.stdout?.on('data', (data: Buffer) => (printed += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (printed += data.toString()));
  await app.firstWindow();
  return {
    app,
    page: () => presentPage(app),
    printed: () => printed,
    kill: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
    close: () => app.close(),
  };
}

/** The newest window: after a visit the old one is destroyed. */
async function presentPage(app: ElectronApplication): Promise<Page> {
  const open = app.windows().filter((page) => !page.isClosed());
  return open.at(-1) ?? app.waitForEvent('window');
}

function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}
