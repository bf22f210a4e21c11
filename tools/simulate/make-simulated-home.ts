import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { toUtf8 } from '../../core/basics/utf8.ts';
import { installContent, loadContent } from '../../electron/content/content-store.ts';
import { prepareContent } from '../../electron/content/prepared-content.ts';
import { openProgramContent, preparedFile, readProgramContent } from '../../electron/content/program-content.ts';
import { homeLayout } from '../../electron/store/home-layout.ts';
import { replaceDurably } from '../../node/durable-file.ts';
import { copyContent } from '../building/content.mjs';
import { makeDemoHome } from '../demo/make-demo-home.ts';
import { preparedContentFile, simulationFile, writeSimulation, type SimulationFacts } from './simulation-file.ts';
import { expectDone } from './trouble.ts';

/** The content that stands beside a built simulation; from source there is none. */
const BUILT_CONTENT = process.env['MATU_CONTENT'];
const ROOT = join(import.meta.dirname, '..', '..');

/**
 * Makes a home with a centre of its own in DIR/centre, and its content. One whose making was interrupted is cleared and
 * made anew: nobody was promised anything in it.
 */
export async function makeSimulatedHome(
  home: string,
  facts: Pick<SimulationFacts, 'seed' | 'log2N'>,
): Promise<SimulationFacts> {
  const begun = { format: 1, ...facts, isMade: false, begun: null } as const;
  expectDone(writeSimulation(home, begun), 'The home cannot be made');
  for (const name of readdirSync(home)) {
    if (name !== basename(simulationFile(home))) rmSync(join(home, name), { recursive: true, force: true });
  }
  await makeDemoHome(home, {}, facts.log2N);
  const prepared = toUtf8(copyProgramContent(home));
  expectDone(replaceDurably(preparedContentFile(home), prepared), 'The content cannot be written down');
  const made = { ...begun, isMade: true };
  expectDone(writeSimulation(home, made), 'The home cannot be made');
  return made;
}

/** Gives the home its content; returns what each start would have to make of it, as the build writes it down. */
function copyProgramContent(home: string): string {
  const { content: folder } = homeLayout(home);
  if (BUILT_CONTENT !== undefined) {
    expectDone(openProgramContent(readProgramContent(BUILT_CONTENT), folder), 'The content cannot be copied');
    return readFileSync(preparedFile(BUILT_CONTENT), 'utf8');
  }
  const source = join(home, 'content-source');
  copyContent(ROOT, source);
  const id = expectDone(installContent(source, folder), 'The content cannot be copied');
  rmSync(source, { recursive: true });
  return prepareContent(expectDone(loadContent(folder, id), 'The content cannot be used'));
}
