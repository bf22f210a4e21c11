import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { buildFlags, rootFolder } from './vite.flags.ts';

/** Of the two fonts that are built, the one with the letters of every screen. */
const FIRST_FONT = /-latin-wght-normal-.*\.woff2$/;

/** The window: files beside each other under app://, for a content security policy of 'self' alone. */
export default defineConfig(({ mode }) => ({
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
  },
}));

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
