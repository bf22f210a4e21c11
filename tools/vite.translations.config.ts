import { defineConfig } from 'vite';
import { windowBuild } from './vite.window.ts';

/** The window of the texts. */
export default defineConfig(({ mode }) => windowBuild('translations.html', mode));
