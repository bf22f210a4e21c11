import { expect, test } from 'vitest';
import { packagePlan } from '../../tools/packaging/plan.mjs';

test('calls only what is made from the official runtime by the product’s name', () => {
  expect(packagePlan({ version: '45.4.1', isForProduct: true })).toMatchObject({
    folderName: 'matu',
    productName: 'Matu',
    isTestBuild: false,
  });
  expect(packagePlan({ version: '25.1.1', isForProduct: false })).toMatchObject({
    folderName: 'matu-test-build',
    productName: 'Matu test build',
    isTestBuild: true,
  });
});

test.each([
  ['25.1.1', {}],
  ['28.3.3', {}],
  ['29.0.0', { grantFileProtocolExtraPrivileges: false }],
  ['45.4.1', { grantFileProtocolExtraPrivileges: false }],
])('on Electron %s adds the fuses %o', (version, extraFuses) => {
  expect(packagePlan({ version, isForProduct: false }).extraFuses).toEqual(extraFuses);
});
