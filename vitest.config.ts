import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The constants of electron/build-flags.d.ts, which only a build fixes.
  define: { __TEST_BUILD__: 'true', __EXPECTED_ELECTRON__: '"0.0.0"' },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    // These run in the real window, by Playwright.
    exclude: ['tests/e2e/**'],
    testTimeout: 30_000,
    coverage: {
      provider: 'v8',
      reportsDirectory: 'coverage',
      reporter: [['text', { skipFull: true }], 'json-summary'],
      // Named, so that a file without any test counts as uncovered instead of being left out.
      include: ['core/**/*.ts', 'ipc/**/*.ts', 'node/**/*.ts', 'electron/**/*.ts', 'centre/**/*.ts'],
      exclude: ['tests/**', '**/*.d.ts'],
      // Of each file by itself, so that the one that falls short is named.
      thresholds: { perFile: true, 'core/**/*.ts': { branches: 100 } },
    },
  },
});
