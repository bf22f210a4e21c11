import { defineConfig } from 'vite';
import { windowBuild } from './vite.window.ts';

/** The citizen's window. */
export default defineConfig(({ mode }) => windowBuild('index.html', mode));
