import { expect, test } from 'vitest';
import { requireNodeVersion } from '../../tools/set-up/node-version.mjs';

test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('takes Node %s', (version) => {
  expect(() => {
    requireNodeVersion(version);
  }).not.toThrow();
});

test.each(['20.18.9', '18.15.0', '9.99.0'])('refuses Node %s and says what to install', (version) => {
  expect(() => {
    requireNodeVersion(version);
  }).toThrow(expect.objectContaining({ remedy: expect.stringContaining('Install a current Node') as string }));
});
