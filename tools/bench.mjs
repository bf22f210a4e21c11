// npm run bench [-- arguments]: what Matu costs, in its core and in the real window beside peers. This file sets up what
// the measurements need (the window, both builds, the peers) and hands over to tools/bench.ts, which gets the arguments.
import { buildIfChanged } from './building/build-if-changed.mjs';
import { VARIANTS } from './building/variants.mjs';
import { BARE_FOLDER, preparePeer } from './bench/peers.mjs';
import { runTypeScript } from './running/child.mjs';
import { NO_SANDBOX_WARNING } from './running/electron-arguments.mjs';
import { withDisplay } from './running/xvfb.mjs';
import { runTool } from './set-up/problem.mjs';
import { setUpPackages, setUpWindow } from './set-up/set-up.mjs';

await runTool(async () => {
  const args = process.argv.slice(2);
  const program = ['tools/bench.ts', ...args];
  if (isCoreOnly(args)) {
    setUpPackages();
    return runTypeScript(program);
  }
  const isLinux = process.platform === 'linux';
  const runtime = await setUpWindow({ display: isLinux });
  await buildIfChanged(VARIANTS.test);
  await buildIfChanged(VARIANTS.production);
  if (process.getuid?.() === 0) process.stderr.write(`${NO_SANDBOX_WARNING}\n`);
  const peer = await preparePeer();
  const env = {
    MATU_ELECTRON: runtime.executable,
    MATU_APP: VARIANTS.test.folder,
    MATU_PRODUCTION: VARIANTS.production.folder,
    MATU_BARE: BARE_FOLDER,
    ...(peer === null ? {} : { MATU_SURVEYJS: peer }),
  };
  return withDisplay(isLinux, (display) => runTypeScript(program, { env: { ...env, ...display } }));
});

/**
 * @param {readonly string[]} args
 * @returns {boolean} whether no window is needed
 */
function isCoreOnly(args) {
  return args.includes('--only=core') || args[args.indexOf('--only') + 1] === 'core';
}
