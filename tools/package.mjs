// npm run package: packs the production build with its Electron into a folder that runs, dist/matu. From another runtime
// than the official one of package.json only a test build is made, and named so: dist/matu-test-build.
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfChanged } from './building/build-if-changed.mjs';
import { VARIANTS } from './building/variants.mjs';
import { packagePlan } from './packaging/plan.mjs';
import { ensureElectronRuntime } from './set-up/electron-runtime.mjs';
import { inCache, inRoot, rootFolder } from './set-up/paths.mjs';
import { runTool, SetUpProblem } from './set-up/problem.mjs';
import { setUpPackages } from './set-up/set-up.mjs';
import { realSystem } from './set-up/system.mjs';

/** @typedef {import('./set-up/electron-runtime.mjs').ElectronRuntime} ElectronRuntime */
/** @typedef {import('./packaging/plan.mjs').PackagePlan} PackagePlan */

await runTool(async () => {
  const system = realSystem();
  if (system.platform !== 'linux') {
    throw new SetUpProblem('Packages are made on Linux only so far.', 'Run npm run package on a Linux machine.');
  }
  setUpPackages(system);
  const runtime = await ensureElectronRuntime(system);
  await buildIfChanged(VARIANTS.production);
  const plan = packagePlan(runtime);
  const folder = await pack(runtime, plan);
  report(folder, runtime, plan);
  return 0;
});

/**
 * @param {ElectronRuntime} runtime
 * @param {PackagePlan} plan
 * @returns {Promise<string>} the finished folder
 */
async function pack(runtime, plan) {
  const final = inRoot('dist', plan.folderName);
  mkdirSync(inCache(), { recursive: true });
  const work = mkdtempSync(inCache('package-'));
  try {
    const packed = await runBuilder(runtimeWithoutLoader(runtime, work), runtime.version, plan, join(work, 'packed'));
    if (plan.isTestBuild) writeFileSync(join(packed, 'TEST-BUILD.txt'), testBuildNotice(runtime));
    mkdirSync(inRoot('dist'), { recursive: true });
    rmSync(final, { recursive: true, force: true });
    renameSync(packed, final);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return final;
}

/**
 * A copy, because the fuses are written into the program, and without the loader that only development needs.
 *
 * @param {ElectronRuntime} runtime
 * @param {string} work
 * @returns {string}
 */
function runtimeWithoutLoader(runtime, work) {
  const copy = join(work, 'runtime');
  const loader = join(runtime.folder, 'resources', 'app');
  cpSync(runtime.folder, copy, { recursive: true, verbatimSymlinks: true, filter: (source) => source !== loader });
  rmSync(join(copy, 'matu-pinned.txt'), { force: true });
  return copy;
}

/**
 * @param {string} electronDist
 * @param {string} electronVersion
 * @param {PackagePlan} plan
 * @param {string} output
 * @returns {Promise<string>} the packed folder
 */
async function runBuilder(electronDist, electronVersion, plan, output) {
  // Loaded late: set-up may have installed it only just now.
  const { build, Platform } = await import('electron-builder');
  const names = { productName: plan.productName, linux: { executableName: plan.folderName } };
  await build({
    projectDir: rootFolder,
    targets: Platform.LINUX.createTarget('dir'),
    config: {
      extends: inRoot('electron-builder.yml'),
      electronDist,
      electronVersion,
      directories: { output },
      // False keeps node_modules out: all code is bundled already.
      beforeBuild: () => Promise.resolve(false),
      electronFuses: plan.extraFuses,
      ...names,
    },
  });
  return join(output, 'linux-unpacked');
}

/**
 * @param {ElectronRuntime} runtime
 * @returns {string}
 */
function testBuildNotice(runtime) {
  return `This is a TEST BUILD of Matu, made from Electron ${runtime.version} (${runtime.kind}), which is not the official runtime of this version. It must never stand where people use it.\n`;
}

/**
 * @param {string} folder
 * @param {ElectronRuntime} runtime
 * @param {PackagePlan} plan
 */
function report(folder, runtime, plan) {
  if (plan.isTestBuild) {
    process.stderr.write(`\n${testBuildNotice(runtime)}`);
    process.stderr.write(
      'For the product, let set-up reach the official download or set ELECTRON_OVERRIDE_DIST_PATH to it.\n',
    );
  }
  process.stdout.write(`${plan.isTestBuild ? 'Test build' : 'Package'}: ${join(folder, plan.folderName)}\n`);
}
