import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { CULTURES, LANGUAGE_TAGS, type Culture } from '../../core/basics/language.ts';
import { act } from '../../core/intake/act.ts';
import { composeIntake, type IntakeSource } from '../../core/intake/compose-intake.ts';
import type { Intake } from '../../core/intake/intake.ts';
import type { Site } from '../../core/intake/site.ts';
import { visitScene } from '../../core/intake/visit-scene.ts';
import { interviewOf, type Visit } from '../../core/intake/visit.ts';
import { loadPack, type Pack } from '../../core/pack/load.ts';
import { requiredTexts } from '../../core/pack/required-texts.ts';
import { nextStep } from '../../core/questionnaire/flow.ts';
import type { Catalogue } from '../../core/translation/catalogue.ts';
import { contextOf, fullAnswer, madeVisits, type MadeVisits } from './made-visits.ts';
import { medianMs } from './measure.ts';
import { realPackFiles } from './pack-files.ts';

const LARGE_PACK_ITEMS = 2000;

/** A made-up house. */
const SITE: Site = {
  siteId: 'bench-1',
  name: 'A made-up house',
  country: 'DK',
  language: 'da',
  timeZone: 'Europe/Copenhagen',
  policy: { fourteenDays: true, noMedicineWhileAnonymous: true },
};

/** Medians in milliseconds with no answer, half of them and all given, and how much longer the last takes. */
export interface StepTimes {
  readonly noneMs: number;
  readonly halfMs: number;
  readonly allMs: number;
  readonly allToNone: number;
}

/** What one culture version takes. */
export interface VersionTimes {
  readonly culture: Culture;
  readonly items: number;
  readonly nextStep: StepTimes;
  /** One answer, from the event to the next place. */
  readonly act: StepTimes;
  /** What the window is sent after it. */
  readonly scene: StepTimes;
  readonly composeIntakeMs: number;
}

const largePackSchema = z.strictObject({
  ms: z.number(),
  /** How many problems were found: none in a sound pack. */
  problems: z.number(),
  peakRssBytes: z.number(),
  heapBytes: z.number(),
});
/** What loading a made pack of many items takes, in a process of its own. */
export type LargePackCosts = z.infer<typeof largePackSchema>;

/** Loads the pack that ships. */
export function loadRealPack(): Pack {
  const loaded = loadPack(realPackFiles());
  if (!loaded.ok) throw new Error(`The pack that ships has ${loaded.error.length} problems`);
  return loaded.value;
}

/** How often each step, and how often each longer work is measured. */
export interface Rounds {
  readonly steps: number;
  readonly works: number;
}

/** Median milliseconds for checking and adapting the pack that ships, its files already parsed. */
export function measureLoadPack({ works }: Rounds): number {
  const files = realPackFiles();
  return medianMs(() => loadPack(files), works);
}

/** Measures every culture version of a pack. */
export function measureVersions(pack: Pack, rounds: Rounds): readonly VersionTimes[] {
  // Once for nothing: what the compiler meets for the first time, it compiles anew in the middle of a measurement.
  for (const culture of CULTURES) measureVersion(culture, pack, { steps: Math.ceil(rounds.steps / 4), works: 1 });
  return CULTURES.map((culture) => measureVersion(culture, pack, rounds));
}

function measureVersion(culture: Culture, pack: Pack, { steps, works }: Rounds): VersionTimes {
  const visits = madeVisits(culture, pack);
  const times = (stepOf: StepOf): StepTimes => stepTimes(visits, { stepOf, rounds: steps });
  return {
    culture,
    items: pack[culture].items.length,
    nextStep: times((visit) => {
      const current = visit.stage.kind === 'question' ? visit.stage.linkId : null;
      return () => nextStep(interviewOf(visit, pack), current);
    }),
    act: times((visit) => {
      const event = fullAnswer(visit, pack);
      return () => act(visit, event, contextOf(pack));
    }),
    scene: times((visit) => () => visitScene(visit, pack, SITE.policy)),
    composeIntakeMs: medianMs(composing(visits.atTheEnd, pack), works),
  };
}

/** Prepares one step of a visit. */
type StepOf = (visit: Visit) => () => unknown;

function stepTimes(
  { none, half, all }: MadeVisits,
  { stepOf, rounds }: { readonly stepOf: StepOf; readonly rounds: number },
): StepTimes {
  const noneMs = medianMs(stepOf(none), rounds);
  const halfMs = medianMs(stepOf(half), rounds);
  const allMs = medianMs(stepOf(all), rounds);
  return { noneMs, halfMs, allMs, allToNone: allMs / noneMs };
}

function composing(visit: Visit, pack: Pack): () => Intake {
  const source: IntakeSource = {
    visit,
    pack,
    catalogue: keyCatalogue(pack),
    reviewStatus: () => 'approved',
    site: SITE,
    createdAt: '2026-03-01T11:00:00.000Z',
    instruments: [],
    toldCalls: () => [],
  };
  return () => composeIntake(source);
}

/** A catalogue in which every text is its own key: how long texts are makes no difference here. */
function keyCatalogue(pack: Pack): Catalogue {
  const keys = new Set(CULTURES.flatMap((culture) => requiredTexts(pack[culture])));
  const texts = Object.fromEntries([...keys].map((key) => [key, key]));
  return Object.fromEntries(LANGUAGE_TAGS.map((tag) => [tag, texts])) as Catalogue;
}

/** Loads a made pack of 2,000 items in a process of its own. */
export function measureLargePack(kind: 'sound' | 'malformed'): LargePackCosts {
  const program = join(import.meta.dirname, 'load-large-pack.ts');
  const told = execFileSync(process.execPath, ['--import', 'tsx', program, String(LARGE_PACK_ITEMS), kind]);
  return largePackSchema.parse(JSON.parse(told.toString('utf8')));
}
