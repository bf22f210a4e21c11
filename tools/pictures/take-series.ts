import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { USUAL_TIMINGS } from '../../core/site/timings.ts';
import { makeDemoHome } from '../demo/make-demo-home.ts';
import { openKioskWindow, programFromEnvironment, type KioskWindow } from '../person/kiosk-window.ts';
import type { Pictured } from './findings.ts';
import { measureScreen } from './measure-screen.ts';
import type { Setting } from './setting.ts';
import type { State } from './state.ts';
import { allStates } from './states.ts';
import { Studio } from './studio.ts';
import { standsStill } from './take-picture.ts';

/** What a series is taken of, and where it goes. */
export interface SeriesRequest {
  readonly setting: Setting;
  /** Which screens, by name. */
  readonly wants: (screen: string) => boolean;
  /** Null where only measuring is wanted. */
  readonly folder: string | null;
  readonly say: (line: string) => void;
}

/** What came of a series. */
export interface Series {
  readonly setting: Setting;
  readonly pictured: readonly Pictured[];
  /** Screens that could not be brought about, and why. */
  readonly failed: readonly { readonly screen: string; readonly why: string }[];
}

/** No visit is covered or ended while its picture is taken. */
const PATIENT = { curtainAfter: 3600, askAfter: 7200, sentStays: 600, endedStays: 600 };

/** Starts the kiosk once, and pictures and measures every wanted screen in one language on one panel. */
export async function takeSeries(request: SeriesRequest): Promise<Series> {
  const folder = mkdtempSync(join(tmpdir(), 'matu-pictures-'));
  const home = join(folder, 'home');
  const { panel } = request.setting.panel;
  await makeDemoHome(home, { panel, timings: { ...USUAL_TIMINGS, ...PATIENT } });
  const kiosk = await openKioskWindow(programFromEnvironment(), home);
  try {
    return await picturesOf(kiosk, request);
  } finally {
    await kiosk.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function picturesOf(kiosk: KioskWindow, request: SeriesRequest): Promise<Series> {
  const { setting, folder } = request;
  if (folder !== null) mkdirSync(folder, { recursive: true });
  const studio = await Studio.in(kiosk, setting);
  const pictured: Pictured[] = [];
  const failed: Series['failed'][number][] = [];
  for (const state of allStates()) {
    if (!isWanted(state, request)) continue;
    try {
      const wants = (more: string): boolean => request.wants(`${state.name}-${more}`);
      const take = async (more?: string): Promise<void> => {
        const screen = more === undefined ? state.name : `${state.name}-${more}`;
        if (request.wants(screen)) pictured.push(await picture(studio, screen, request));
      };
      await state.run(studio, { take, wants });
    } catch (thrown) {
      const why = thrown instanceof Error ? thrown.message : String(thrown);
      request.say(`${setting.language} ${setting.panel.size} ${state.name}: ${why}`);
      failed.push({ screen: state.name, why });
    }
  }
  return { setting, pictured, failed };
}

function isWanted({ name, screens }: State, { wants }: SeriesRequest): boolean {
  return screens === 'many' || wants(name);
}

async function picture(studio: Studio, screen: string, { setting, folder }: SeriesRequest): Promise<Pictured> {
  const { page } = studio;
  await standsStill(page);
  if (folder !== null) await page.screenshot({ path: join(folder, `${screen}.png`) });
  return { screen, setting, measured: await measureScreen(page, setting.panel.panel) };
}
