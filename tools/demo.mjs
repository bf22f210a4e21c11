// npm run demo -- [arguments]: a scripted person goes through a whole intake in the real window and at the centre
// (tools/demo-person.ts, which gets the arguments). Stdout belongs to that script alone: its last line is JSON.
import { buildIfChanged } from './building/build-if-changed.mjs';
import { VARIANTS } from './building/variants.mjs';
import { runTypeScript } from './running/child.mjs';
import { NO_SANDBOX_WARNING } from './running/electron-arguments.mjs';
import { withDisplay } from './running/xvfb.mjs';
import { runTool } from './set-up/problem.mjs';
import { hasDisplay, setUpWindow } from './set-up/set-up.mjs';

await runTool(async () => {
  const isOwnDisplay = !hasDisplay();
  const runtime = await setUpWindow({ display: isOwnDisplay });
  await buildIfChanged(VARIANTS.test);
  if (process.getuid?.() === 0) process.stderr.write(`${NO_SANDBOX_WARNING}\n`);
  return withDisplay(isOwnDisplay, (display) => {
    const env = { ...display, MATU_ELECTRON: runtime.executable, MATU_APP: VARIANTS.test.folder };
    return runTypeScript(['tools/demo-person.ts', ...process.argv.slice(2)], { env });
  });
});
