// npm run bench [-- arguments]: what Matu costs, in its core and in the real window beside peers. This file sets up what
// the measurements need (the window, both builds, the peers) and hands over to tools/bench.ts, which gets the arguments.
import { buildIfChanged } from './building/build-if-changed.mjs';
import { VARIANTS } from './building/variants.mjs';
import { BARE_FOLDER, prepareStorage, prepareSurvey } from './bench/peers.mjs';
import { runTypeScript } from './running/child.mjs';
import { NO_SANDBOX_WARNING } from './running/electron-arguments.mjs';
import { withDisplay } from './running/xvfb.mjs';
import { runTool } from './set-up/problem.mjs';
import { setUpPackages, setUpPeersOfReceiving, setUpWindow } from './set-up/set-up.mjs';

await runTool(async () => {
  const args = process.argv.slice(2);
  const program = ['tools/bench.ts', ...args];
  const only = onlyPart(args);
  if (only === undefined || only === 'receive') setUpPeersOfReceiving();
  if (only === 'core' || only === 'storage' || only === 'receive') {
    setUpPackages();
    return runTypeScript(program, { env: only === 'storage' ? await storagePeers() : {} });
  }
  const isLinux = process.platform === 'linux';
  const runtime = await setUpWindow({ display: isLinux });
  await buildIfChanged(VARIANTS.test);
  await buildIfChanged(VARIANTS.production);
  if (process.getuid?.() === 0) process.stderr.write(`${NO_SANDBOX_WARNING}\n`);
  const survey = await prepareSurvey();
  const env = {
    MATU_ELECTRON: runtime.executable,
    MATU_APP: VARIANTS.test.folder,
    MATU_PRODUCTION: VARIANTS.production.folder,
    MATU_BARE: BARE_FOLDER,
    ...(survey === null ? {} : { MATU_SURVEYJS: survey }),
    ...(only === undefined ? await storagePeers() : {}),
  };
  return withDisplay(isLinux, (display) => runTypeScript(program, { env: { ...env, ...display } }));
});

/** @returns {Promise<Record<string, string>>} where the peers of the store stand, if they could be built */
async function storagePeers() {
  const folder = await prepareStorage();
  return folder === null ? {} : { MATU_STORAGE_PEERS: folder };
}

/**
 * @param {readonly string[]} args
 * @returns {string | undefined} the one part that is wanted; undefined for all of them
 */
function onlyPart(args) {
  const place = args.indexOf('--only');
  return place < 0 ? args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length) : args[place + 1];
}
