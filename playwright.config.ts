import { defineConfig } from '@playwright/test';

/** Started by tools/e2e.mjs, which sets up the window's needs and says in the environment what to start. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results',
  timeout: 90_000,
  // One window at a time: two cores, and the pictures should show an undisturbed kiosk.
  workers: 1,
  forbidOnly: process.env['CI'] !== undefined,
  projects: [
    { name: 'window', testIgnore: '**/packaged.test.ts' },
    { name: 'packaged', testMatch: '**/packaged.test.ts' },
  ],
});
