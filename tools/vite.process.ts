import { join } from 'node:path';
import type { UserConfig } from 'vite';
import { buildFlags, rootFolder } from './vite.flags.ts';

/**
 * How a file of the program's own processes is built: as CommonJS, because Electron 25 starts no ES module. A sandboxed
 * preload can load no other file; the kiosk loads what it imports later from a file beside it. tools/build.mjs names the
 * outDir.
 *
 * @param name of the source in electron/ and of the built file, without its ending
 */
export function processBuild(
  name: 'main' | 'kiosk-thread' | 'preload' | 'preload-desk' | 'preload-translations',
  mode: string,
): UserConfig {
  return {
    root: rootFolder,
    envDir: false,
    publicDir: false,
    define: buildFlags(mode),
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      emptyOutDir: false,
      target: 'node18',
      // Half of the source are words for people, which every start would read.
      minify: true,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { [name]: join(rootFolder, 'electron', `${name}.ts`) },
        // Of the SSH library's native halves none is built or shipped; it does without them.
        external: ['electron', 'cpu-features', /\.node$/],
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name].cjs',
          codeSplitting: name === 'kiosk-thread',
        },
      },
    },
  };
}
