import { defineConfig } from 'vite';
import { processBuild } from './vite.process.ts';

/** The preload of the staff's window. */
export default defineConfig(({ mode }) => processBuild('preload-desk', mode));
