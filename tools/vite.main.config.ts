import { join } from 'node:path';
import { defineConfig } from 'vite';
import { buildFlags, rootFolder } from './vite.flags.ts';

/** The main process: one CommonJS file, because Electron 25 starts no ES module. tools/build.mjs names the outDir. */
export default defineConfig(({ mode }) => ({
  root: rootFolder,
  envDir: false,
  publicDir: false,
  define: buildFlags(mode),
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    emptyOutDir: false,
    target: 'node18',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { main: join(rootFolder, 'electron', 'main.ts') },
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
}));
