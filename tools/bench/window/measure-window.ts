import { MatuSteps } from './matu-steps.ts';
import type { Asked } from './steps.ts';
import { SurveySteps } from './survey-steps.ts';
import type { TapTimes } from './tap-times.ts';
import { inside, wayOf } from './way-of.ts';
import { goInTurn, tapSpreads, type Side, type TapSpreads } from './taps-in-turn.ts';

/** Where the programs stand. `surveyjs` is null where it could not be installed. */
export interface WindowPrograms {
  readonly electron: string;
  readonly app: string;
  readonly surveyjs: string | null;
}

/** How much is measured, and where files may be left. */
export interface WindowRequest {
  /** How often the whole way is gone, with and without saving each. */
  readonly journeys: number;
  /** How many questions of the way are asked; all of them unless it is shorter. */
  readonly questions: number;
  readonly folder: string;
  readonly say: (line: string) => void;
}

/** One program in one way of saving. */
export interface WindowCost {
  readonly program: 'matu' | 'surveyjs';
  readonly isSaved: boolean;
  readonly taps: TapSpreads;
}

/**
 * Goes through Matu and SurveyJS step by step in turn, so that what else the machine does hits both alike.
 *
 * @throws when a window does not do what it should
 */
export async function measureWindow(programs: WindowPrograms, request: WindowRequest): Promise<readonly WindowCost[]> {
  request.say('window: going the way once, unmeasured');
  const way = await wayOf(programs, request);
  const costs: WindowCost[] = [];
  for (const isSaved of [true, false]) {
    const measured = await measureJourneys({ programs, request, way, isSaved });
    for (const [program, times] of Object.entries(measured) as [WindowCost['program'], TapTimes[]][])
      if (times.length > 0) costs.push({ program, isSaved, taps: tapSpreads(times) });
  }
  return costs;
}

interface Journeys {
  readonly programs: WindowPrograms;
  readonly request: WindowRequest;
  readonly way: readonly Asked[];
  readonly isSaved: boolean;
}

async function measureJourneys(journeys: Journeys): Promise<Record<WindowCost['program'], TapTimes[]>> {
  const { request, way, isSaved } = journeys;
  const times: Record<WindowCost['program'], TapTimes[]> = { matu: [], surveyjs: [] };
  for (let journey = 1; journey <= request.journeys; journey++) {
    request.say(`window: journey ${journey} of ${request.journeys}, ${isSaved ? 'saved on disk' : 'in memory'}`);
    const both = await beginBoth(journeys, `${isSaved ? 'saved' : 'memory'}-${journey}`);
    await goInTurn(both, way, (program, tap) => times[program].push(tap));
  }
  return times;
}

async function beginBoth(
  { programs, request, way, isSaved }: Journeys,
  name: string,
): Promise<readonly Side<WindowCost['program']>[]> {
  const { electron, app, surveyjs } = programs;
  const below = (program: string): string => inside(request.folder, `${name}-${program}`);
  const matu = await MatuSteps.begin({ electron, folder: app, below: below('matu'), takesCode: isSaved });
  const sides = [{ name: 'matu', steps: matu }] as const;
  if (surveyjs === null) return sides;
  const questions = way.map(({ question }) => question);
  const peer = { electron, folder: surveyjs, below: below('surveyjs'), questions, saves: isSaved };
  return [...sides, { name: 'surveyjs', steps: await SurveySteps.begin(peer) }];
}
