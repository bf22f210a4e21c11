// npm start: sets up what is missing, builds, and opens the kiosk on a demo home. Without a display it says so and runs
// the demo under Xvfb instead.
import { buildIfChanged } from './building/build-if-changed.mjs';
import { VARIANTS } from './building/variants.mjs';
import { runChild, runNode, runTypeScript } from './running/child.mjs';
import { electronArguments, NO_SANDBOX_WARNING } from './running/electron-arguments.mjs';
import { inCache } from './set-up/paths.mjs';
import { runTool, SetUpProblem } from './set-up/problem.mjs';
import { hasDisplay, setUpWindow } from './set-up/set-up.mjs';

const DEMO_HOME = inCache('demo-home');

await runTool(async () => {
  if (!hasDisplay()) return startDemo();
  const runtime = await setUpWindow({ display: false });
  await buildIfChanged(VARIANTS.production);
  await makeDemoHome();
  return openKiosk(runtime.executable);
});

/** @returns {Promise<number>} */
function startDemo() {
  process.stderr.write(
    'There is no display here (DISPLAY and WAYLAND_DISPLAY are not set), so no window can be shown.\n',
  );
  process.stderr.write('Running "npm run demo" on a virtual display instead.\n');
  return runNode(['tools/demo.mjs', ...process.argv.slice(2)]);
}

async function makeDemoHome() {
  const code = await runTypeScript(['tools/demo-home.ts', '--home', DEMO_HOME], { stdout: 'toStderr' });
  if (code === 0) return;
  throw new SetUpProblem(
    'The demo home could not be made; the reason stands above.',
    `Delete ${DEMO_HOME} if it is damaged or of an older version, then run the same command again.`,
  );
}

/**
 * @param {string} executable
 * @returns {Promise<number>}
 */
function openKiosk(executable) {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.stderr.write(`${NO_SANDBOX_WARNING}\n`);
  process.stderr.write(`Opening the kiosk on ${DEMO_HOME}\n`);
  const args = ['--home', DEMO_HOME, ...process.argv.slice(2)];
  return runChild(executable, electronArguments({ folder: VARIANTS.production.folder, isRoot, args }));
}
