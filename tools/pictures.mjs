// npm run pictures -- [arguments]: every screen in the real window, pictured and measured (tools/take-pictures.ts, which
// gets the arguments). Stdout belongs to that script alone: its last line is JSON.
import { buildIfChanged } from './building/build-if-changed.mjs';
import { VARIANTS } from './building/variants.mjs';
import { runTypeScript } from './running/child.mjs';
import { NO_SANDBOX_WARNING } from './running/electron-arguments.mjs';
import { withDisplay } from './running/xvfb.mjs';
import { runTool } from './set-up/problem.mjs';
import { setUpPackages, setUpWindow } from './set-up/set-up.mjs';

/** Every panel fits on it, upright and lying. */
const LARGE_ENOUGH = '2000x2000';

await runTool(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    setUpPackages();
    return runTypeScript(['tools/take-pictures.ts', '--help']);
  }
  const isLinux = process.platform === 'linux';
  const runtime = await setUpWindow({ display: isLinux });
  await buildIfChanged(VARIANTS.test);
  if (process.getuid?.() === 0) process.stderr.write(`${NO_SANDBOX_WARNING}\n`);
  const work = (/** @type {Record<string, string>} */ display) => {
    const env = { ...display, MATU_ELECTRON: runtime.executable, MATU_APP: VARIANTS.test.folder };
    // The window of the texts is no screen of a person's: it has a few pictures of its own.
    if (args.includes('--texts')) return runTypeScript(['tools/picture-texts.ts'], { env });
    return runTypeScript(['tools/take-pictures.ts', ...args], { env });
  };
  return withDisplay(isLinux, work, LARGE_ENOUGH);
});
