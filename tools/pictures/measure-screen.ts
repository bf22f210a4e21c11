import type { Page } from '@playwright/test';
import { build } from 'vite';
import type { Panel } from '../../core/site/panel.ts';
import { inRoot } from '../set-up/paths.mjs';
import { violationsOn, type Violation } from './axe.ts';
import type { Look } from '../../renderer/measuring/measure.ts';
import type { Glass } from '../../renderer/measuring/targets.ts';
import { leastTargetMm } from './panels.ts';

/** What was measured on a screen. */
export interface Measured extends Look {
  readonly violations: readonly Violation[];
}

/** What the law asks for; axe's own advice beyond it is not counted. */
const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Measures the screen that stands. */
export async function measureScreen(page: Page, panel: Panel): Promise<Measured> {
  return { ...(await lookAt(page, panel)), violations: await violationsOn(page, WCAG_2_2_AA) };
}

/** Measures only what is clipped and how large things are. */
export async function measureWithoutAxe(page: Page, panel: Panel): Promise<Measured> {
  return { ...(await lookAt(page, panel)), violations: [] };
}

async function lookAt(page: Page, panel: Panel): Promise<Look> {
  const glass: Glass = { pixelsPerMm: panel.pixelsPerMm, leastMm: leastTargetMm(panel) };
  looking ??= lookingCode();
  // The code ends in its own value, an object with one function.
  return page.evaluate<Look>(`${await looking}\nmatuLook.look(${JSON.stringify(glass)})`);
}

let looking: Promise<string> | null = null;

/** The measuring of renderer/measuring as one script that runs in the window. */
async function lookingCode(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root: inRoot('.'),
    build: {
      write: false,
      target: 'chrome114',
      lib: {
        entry: inRoot('renderer', 'measuring', 'measure.ts'),
        formats: ['iife'],
        name: 'matuLook',
      },
    },
  });
  const [output] = [built].flat();
  if (output === undefined || !('output' in output)) throw new Error('The measuring was not built');
  return output.output[0].code;
}
