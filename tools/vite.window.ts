import { join } from 'node:path';
import type { Plugin, UserConfig } from 'vite';
import { buildFlags, rootFolder } from './vite.flags.ts';

/** Of the two fonts that are built, the one with the letters of every screen. */
const FIRST_FONT = /-latin-wght-normal-.*\.woff2$/;

/**
 * How a window is built: files beside each other under app://, for a content security policy of 'self' alone. Each window
 * is built apart, because a file that two share is one more that a start waits for. tools/build.mjs names the outDir.
 *
 * @param page in renderer/
 */
export function windowBuild(
  page: 'index.html' | 'desk.html' | 'translations.html' | 'preview.html',
  mode: string,
): UserConfig {
  return {
    root: join(rootFolder, 'renderer'),
    base: './',
    envDir: false,
    publicDir: false,
    plugins: [fontAtOnce()],
    define: buildFlags(mode),
    build: {
      emptyOutDir: false,
      target: 'chrome114',
      // No data: addresses and no helper script: the policy forbids both.
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: { input: join(rootFolder, 'renderer', page) },
    },
  };
}

/** Lets the page ask for its font together with its script: found in the styles, it would come after the first words. */
function fontAtOnce(): Plugin {
  return {
    name: 'font-at-once',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) => {
        const font = Object.keys(bundle ?? {}).find((file) => FIRST_FONT.test(file));
        if (font === undefined) throw new Error('The window is built without its font');
        const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `./${font}` };
        return [{ tag: 'link', attrs, injectTo: 'head' }];
      },
    },
  };
}
