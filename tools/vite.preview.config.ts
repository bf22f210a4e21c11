import { defineConfig } from 'vite';
import { windowBuild } from './vite.window.ts';

/** The kiosk's screens in a frame of that window. */
export default defineConfig(({ mode }) => windowBuild('preview.html', mode));
