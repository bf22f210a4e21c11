// npm run build [-- --test]: builds the program into out/ (or the tests' own build into out-test/) when its sources
// changed. A built folder starts with `electron FOLDER` and is what electron-builder packs, with the same paths inside:
// main/, renderer/, content/ (a copy of what tools/building/content.mjs names), content.json and
// pictograms.svg (the same, prepared for starting) and audio/ (the spoken texts).
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { copyContent, prepareContent } from './building/content.mjs';
import { isFresh, stampText, STAMP, VARIANTS } from './building/variants.mjs';
import { addVoice } from './building/voice.mjs';
import { inCache, inRoot, rootFolder } from './set-up/paths.mjs';
import { runTool } from './set-up/problem.mjs';
import { setUpPackages, setUpVoice } from './set-up/set-up.mjs';

/** @typedef {import('./building/variants.mjs').Variant} Variant */

await runTool(async () => {
  const { values } = parseArgs({ options: { test: { type: 'boolean', default: false } } });
  const variant = values.test ? VARIANTS.test : VARIANTS.production;
  setUpPackages();
  setUpVoice();
  if (isFresh(variant)) {
    process.stderr.write(`${variant.folder} is up to date.\n`);
    return 0;
  }
  await build(variant);
  return 0;
});

/**
 * Builds beside the final folder and swaps at the end, so that a failed build leaves the last good one.
 *
 * @param {Variant} variant
 */
async function build(variant) {
  // Taken first: a source that changes while we build makes the result stale, not falsely fresh.
  const stamp = stampText();
  mkdirSync(inCache(), { recursive: true });
  const folder = mkdtempSync(inCache('build-'));
  try {
    await bundle(folder, variant.mode);
    copyContent(rootFolder, join(folder, 'content'));
    await prepareContent(join(folder, 'content'));
    await addVoice(join(folder, 'audio'), variant);
    writeDescription(folder);
    writeFileSync(join(folder, STAMP), `${stamp}\n`);
    rmSync(variant.folder, { recursive: true, force: true });
    renameSync(folder, variant.folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.stderr.write(`Built ${variant.folder} (${variant.mode}).\n`);
}

/**
 * @param {string} folder
 * @param {string} mode
 */
async function bundle(folder, mode) {
  // React's development half must not slip in when a test runner started us.
  process.env['NODE_ENV'] = 'production';
  // Loaded late: set-up may have installed it only just now.
  const vite = await import('vite');
  for (const [name, outDir] of /** @type {const} */ ([
    ['main', 'main'],
    ['kiosk-thread', 'main'],
    ['preload', 'main'],
    ['preload-desk', 'main'],
    ['preload-translations', 'main'],
    ['renderer', 'renderer'],
    ['desk', 'renderer'],
    ['translations', 'renderer'],
    ['preview', 'renderer'],
  ])) {
    const configFile = inRoot('tools', `vite.${name}.config.ts`);
    await vite.build({ configFile, mode, logLevel: 'warn', build: { outDir: join(folder, outDir) } });
  }
}

/** @param {string} folder */
function writeDescription(folder) {
  const text = readFileSync(inRoot('package.json'), 'utf8');
  const { name, productName, version, description, author, license } = /** @type {Record<string, string>} */ (
    JSON.parse(text)
  );
  const own = { name, productName, version, description, author, license, private: true, main: 'main/main.cjs' };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(own, null, 2)}\n`);
}
