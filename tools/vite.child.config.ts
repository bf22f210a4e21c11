import { defineConfig } from 'vite';

/** A program of the tests in one file that plain Node starts; the command line names source and folder. */
export default defineConfig({
  build: {
    target: 'node20',
    rolldownOptions: {
      // Of the SSH library's native halves none is built; it does without them.
      external: ['cpu-features', /\.node$/],
      output: { entryFileNames: 'child.mjs' },
    },
  },
  ssr: { noExternal: true },
});
