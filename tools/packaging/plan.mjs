/** @typedef {import('../set-up/electron-runtime.mjs').ElectronRuntime} ElectronRuntime */

/**
 * What the packaged folder is called and how its fuses depend on the runtime.
 *
 * @typedef {object} PackagePlan
 * @property {string} folderName below dist/; also the program's name
 * @property {string} productName
 * @property {boolean} isTestBuild
 * @property {Readonly<Record<string, boolean>>} extraFuses besides those in electron-builder.yml
 */

/** Electron has the fuse grantFileProtocolExtraPrivileges since this version; setting it on an older one fails. */
const FILE_PROTOCOL_FUSE_SINCE = 29;

/**
 * A runtime that is not the official one of package.json makes nothing that may be called the product.
 *
 * @param {Pick<ElectronRuntime, 'version' | 'isForProduct'>} runtime
 * @returns {PackagePlan}
 */
export function packagePlan({ version, isForProduct }) {
  const hasFileProtocolFuse = Number.parseInt(version, 10) >= FILE_PROTOCOL_FUSE_SINCE;
  return {
    folderName: isForProduct ? 'matu' : 'matu-test-build',
    productName: isForProduct ? 'Matu' : 'Matu test build',
    isTestBuild: !isForProduct,
    extraFuses: hasFileProtocolFuse ? { grantFileProtocolExtraPrivileges: false } : {},
  };
}
