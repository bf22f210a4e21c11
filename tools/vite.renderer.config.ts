import { join } from 'node:path';
import { defineConfig } from 'vite';
import { buildFlags, rootFolder } from './vite.flags.ts';

/** The window: files beside each other under app://, for a content security policy of 'self' alone. */
export default defineConfig(({ mode }) => ({
  root: join(rootFolder, 'renderer'),
  base: './',
  envDir: false,
  publicDir: false,
  define: buildFlags(mode),
  build: {
    emptyOutDir: false,
    target: 'chrome114',
    // No data: addresses and no helper script: the policy forbids both.
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
  },
}));
