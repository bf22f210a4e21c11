// npm run test:e2e [-- Playwright's arguments]: the tests in the real Electron window, on a display of their own.
// With --packaged first: the tests of what `npm run package` made, instead.
import { join } from 'node:path';
import { buildIfChanged } from './building/build-if-changed.mjs';
import { VARIANTS } from './building/variants.mjs';
import { packagePlan } from './packaging/plan.mjs';
import { runNode } from './running/child.mjs';
import { withDisplay } from './running/xvfb.mjs';
import { inRoot } from './set-up/paths.mjs';
import { runTool } from './set-up/problem.mjs';
import { setUpKeyring, setUpWindow } from './set-up/set-up.mjs';

await runTool(async () => {
  const [first, ...rest] = process.argv.slice(2);
  const isPackaged = first === '--packaged';
  const args = isPackaged ? rest : process.argv.slice(2);
  const isLinux = process.platform === 'linux';
  const runtime = await setUpWindow({ display: isLinux });
  setUpKeyring();
  await buildIfChanged(VARIANTS.test);
  const name = packagePlan(runtime).folderName;
  const env = {
    MATU_ELECTRON: runtime.executable,
    MATU_APP: VARIANTS.test.folder,
    ...(isPackaged ? { MATU_PACKAGED: join(inRoot('dist'), name, name) } : {}),
  };
  const project = `--project=${isPackaged ? 'packaged' : 'window'}`;
  const playwright = ['node_modules/@playwright/test/cli.js', 'test', project, ...args];
  return withDisplay(isLinux, (display) => runNode(playwright, { env: { ...env, ...display } }));
});
