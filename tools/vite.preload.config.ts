import { join } from 'node:path';
import { defineConfig } from 'vite';
import { buildFlags, rootFolder } from './vite.flags.ts';

/** The preload: built apart from main, because a sandboxed preload is one file and can load no other. */
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
      input: { preload: join(rootFolder, 'electron', 'preload.ts') },
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
}));
