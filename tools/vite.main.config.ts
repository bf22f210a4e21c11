import { defineConfig } from 'vite';
import { processBuild } from './vite.process.ts';

/** The main process. */
export default defineConfig(({ mode }) => processBuild('main', mode));
