import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { USUAL_TIMINGS, type Timings } from '../../core/site/timings.ts';
import type { Settings } from '../../electron/store/state-content.ts';
import { makeDemoHome } from '../demo/make-demo-home.ts';
import { openKioskWindow, programFromEnvironment, type KioskWindow } from '../person/kiosk-window.ts';
import { callStates } from './call-states.ts';
import { findingsOf, type Pictured } from './findings.ts';
import { openHouseAddress, type HouseAddress } from './house-address.ts';
import { measureScreen, measureWithoutAxe } from './measure-screen.ts';
import type { Setting } from './setting.ts';
import type { State } from './state.ts';
import { allStates, hurriedStates } from './states.ts';
import { Studio } from './studio.ts';
import { standsStill } from './take-picture.ts';
import type { Wanted } from './wanted.ts';

/** What a series is taken of, and where it goes. */
export interface SeriesRequest {
  readonly setting: Setting;
  readonly wanted: Wanted;
  /** Null where only measuring is wanted. */
  readonly folder: string | null;
  /** axe takes its time: on `newParts` it looks only at screens that are built of other parts than those before. */
  readonly axe: 'every' | 'newParts';
  readonly say: (line: string) => void;
}

/** What came of a series. */
export interface Series {
  readonly setting: Setting;
  readonly pictured: readonly Pictured[];
  /** Screens that could not be brought about, and why. */
  readonly failed: readonly { readonly screen: string; readonly why: string }[];
}

/** A kiosk for some of the states. */
interface Waits {
  readonly states: readonly State[];
  readonly timings: Partial<Timings>;
  readonly settings?: Partial<Settings>;
  readonly switches: readonly string[];
}

/** No visit is covered or ended while its picture is taken. */
const PATIENT: Partial<Timings> = { curtainAfter: 3600, askAfter: 7200, sentStays: 600, endedStays: 600 };

const patient = (): Waits => ({ states: allStates(), timings: PATIENT, switches: [] });

/** The kiosk asks after six seconds whether somebody is there, and waits for six minutes. */
const hurried = (): Waits => ({
  states: hurriedStates,
  timings: { curtainAfter: 30, askAfter: 60, answerWithin: 3600 },
  switches: ['--time-factor=10'],
});

/** Nobody comes: the second person is called after nine seconds, and the numbers stand after twenty. */
const calling = ({ url, acknowledge }: HouseAddress): Waits => ({
  states: callStates(acknowledge),
  timings: { ...PATIENT, secondPersonAfter: 90, numbersAfter: 200 },
  settings: { secondChannelUrl: url, testCallOn: null },
  switches: ['--time-factor=10'],
});

/** Starts the kiosk, and pictures and measures every wanted screen in one language on one panel. */
export async function takeSeries(request: SeriesRequest): Promise<Series> {
  const { setting } = request;
  const house = await openHouseAddress();
  try {
    const kinds = [patient(), hurried(), calling(house)].map(({ states, ...waits }) => ({
      ...waits,
      states: states.filter((state) => isWanted(state, request)),
    }));
    const series: Series[] = [];
    for (const waits of kinds.filter(({ states }) => states.length > 0)) series.push(await seriesIn(waits, request));
    return {
      setting,
      pictured: series.flatMap(({ pictured }) => pictured),
      failed: series.flatMap(({ failed }) => failed),
    };
  } finally {
    await house.close();
  }
}

async function seriesIn({ states, timings, settings, switches }: Waits, request: SeriesRequest): Promise<Series> {
  const folder = mkdtempSync(join(tmpdir(), 'matu-pictures-'));
  const home = join(folder, 'home');
  const { panel } = request.setting.panel;
  await makeDemoHome(home, { panel, ...settings, timings: { ...USUAL_TIMINGS, ...timings } });
  const kiosk = await openKioskWindow(programFromEnvironment(), home, switches);
  try {
    return await picturesOf(kiosk, states, request);
  } finally {
    await kiosk.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function picturesOf(kiosk: KioskWindow, states: readonly State[], request: SeriesRequest): Promise<Series> {
  const { setting, folder } = request;
  if (folder !== null) mkdirSync(folder, { recursive: true });
  const studio = await Studio.in(kiosk, setting);
  const isNew = request.axe === 'every' ? () => Promise.resolve(true) : newParts();
  // By name: a state that was begun again takes its pictures again.
  const pictured = new Map<string, Pictured>();
  const failed: Series['failed'][number][] = [];
  for (const state of states) {
    const wants = (more: string): boolean => request.wanted.has(`${state.name}-${more}`);
    const take = async (more?: string): Promise<void> => {
      const screen = more === undefined ? state.name : `${state.name}-${more}`;
      if (request.wanted.has(screen)) pictured.set(screen, await picture(studio, screen, { ...request, isNew }));
    };
    // A machine that is busy with something else may be too late once.
    const run = (): Promise<void> => state.run(studio, { take, wants });
    await run()
      .catch(run)
      .catch((thrown: unknown) => {
        const why = thrown instanceof Error ? thrown.message : String(thrown);
        request.say(`${setting.language} ${setting.panel.size} ${state.name}: ${why}`);
        failed.push({ screen: state.name, why });
      });
  }
  return { setting, pictured: [...pictured.values()], failed };
}

function isWanted({ name, screens }: State, { wanted }: SeriesRequest): boolean {
  return screens === 'many' ? wanted.mayBegin(name) : wanted.has(name);
}

async function picture(
  { page }: Studio,
  screen: string,
  { setting, folder, say, isNew }: SeriesRequest & { readonly isNew: (page: Page) => Promise<boolean> },
): Promise<Pictured> {
  const { panel } = setting.panel;
  await standsStill(page);
  if (folder !== null) await page.screenshot({ path: join(folder, `${screen}.png`) });
  const measured = (await isNew(page)) ? await measureScreen(page, panel) : await measureWithoutAxe(page, panel);
  const pictured = { screen, setting, measured };
  for (const { language, size, kind, is, selector } of findingsOf(pictured))
    say(`${language} ${size} ${screen}: ${kind} ${is ?? ''} ${selector}`);
  return pictured;
}

/** Remembers what screens are built of. Many differ in their words alone. */
function newParts(): (page: Page) => Promise<boolean> {
  const seen = new Set<string>();
  return async (page) => {
    const built = await page.evaluate(() => {
      const parts = [...document.querySelectorAll('body *')].flatMap((part) => [part.localName, ...part.classList]);
      return [...new Set(parts)].sort().join(' ');
    });
    const isNew = !seen.has(built);
    seen.add(built);
    return isNew;
  };
}
