import { defineConfig } from 'vite';
import { processBuild } from './vite.process.ts';

/** The preload of the window of the texts. */
export default defineConfig(({ mode }) => processBuild('preload-translations', mode));
