// npm run simulate -- --home DIR --intakes N …: builds the simulation when its sources changed and runs it, in this
// process: who kills it, or reads its memory, finds one process. simulate/request.ts says what it takes.
import { pathToFileURL } from 'node:url';
import { builtSimulator } from './building/simulator.mjs';
import { runTool } from './set-up/problem.mjs';

await runTool(async () => {
  const { program, content } = await builtSimulator();
  process.env['MATU_CONTENT'] = content;
  await import(pathToFileURL(program).href);
  return Number(process.exitCode ?? 0);
});
