import { defineConfig } from 'vite';
import { processBuild } from './vite.process.ts';

/** The preload: built apart from main, because it may share no file with it. */
export default defineConfig(({ mode }) => processBuild('preload', mode));
