import { defineConfig } from 'vite';
import { windowBuild } from './vite.window.ts';

/** The staff's window. */
export default defineConfig(({ mode }) => windowBuild('desk.html', mode));
