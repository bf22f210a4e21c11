import { defineConfig } from 'vite';
import { processBuild } from './vite.process.ts';

/** The kiosk's thread. */
export default defineConfig(({ mode }) => processBuild('kiosk-thread', mode));
