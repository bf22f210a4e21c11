import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import type { Culture, Language } from '../../core/basics/language.ts';
import type { Track } from '../../core/questionnaire/flow.ts';
import { runCentre } from '../../centre/run-centre.ts';
import { systemRandom } from '../../node/random.ts';
import { systemClock } from '../../node/system-clock.ts';
import { openKioskWindow, programFromEnvironment, type KioskWindow } from '../person/kiosk-window.ts';
import { Person } from '../person/person.ts';
import { repliesFor } from '../person/replies.ts';
import { makeDemoHome } from './make-demo-home.ts';

/** What the demo is asked for. */
export interface DemoRequest {
  readonly language: Language;
  readonly culture: Culture;
  readonly track: Track;
  /** A folder for pictures and files; what an earlier demo left there is replaced. */
  readonly out: string;
  readonly say: (line: string) => void;
}

/** Where everything is that the demo left. */
export interface DemoResult {
  readonly ok: true;
  readonly bundle: string;
  readonly centre: string;
  readonly kiosk: string;
  readonly intakeId: string;
  readonly screens: number;
  readonly out: string;
  readonly electron: string;
}

/** More questions than this are no intake but a circle. */
const MOST_QUESTIONS = 120;

/**
 * Lets a scripted person complete an intake in the real window, and opens the bundle at the centre.
 *
 * @throws when any step does not come to pass
 */
export async function runDemo(request: DemoRequest): Promise<DemoResult> {
  const out = resolve(request.out);
  const home = prepareFolders(out);
  await makeDemoHome(home);
  const kiosk = await openKioskWindow(programFromEnvironment(), home);
  try {
    const pictures = picturesInto(join(out, 'screens'), request.say);
    const electron = await kiosk.app.evaluate(() => process.versions.electron);
    await completeIntake(kiosk, request, pictures.take);
    const bundle = onlyBundle(join(home, 'stick'));
    const opened = await openAtCentre(home, bundle, join(out, 'centre'));
    request.say(`The centre opened intake ${opened} into ${join(out, 'centre')}`);
    const paths = { bundle, centre: join(home, 'centre'), kiosk: join(home, 'kiosk.json') };
    return { ok: true, ...paths, intakeId: opened, screens: pictures.count(), out, electron };
  } catch (problem) {
    process.stderr.write(`The kiosk printed:\n${kiosk.printed()}\n`);
    throw problem;
  } finally {
    await kiosk.close();
  }
}

/** Removes what an earlier demo left, and nothing else that may stand there. */
function prepareFolders(out: string): string {
  const home = join(out, 'home');
  if (existsSync(home) && !existsSync(join(home, 'centre')))
    throw new Error(`${home} is no demo home: name another folder with --out.`);
  for (const folder of [home, join(out, 'screens'), join(out, 'centre')])
    rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(out, 'screens'), { recursive: true });
  return home;
}

function picturesInto(folder: string, say: (line: string) => void) {
  let count = 0;
  const take = async (name: string, page: Page): Promise<void> => {
    // The window fades a new screen in; a picture shows it when it stands.
    await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
    count += 1;
    const file = join(folder, `${String(count).padStart(3, '0')}-${name}.png`);
    await page.screenshot({ path: file });
    say(file);
  };
  return { take, count: () => count };
}

async function completeIntake(
  kiosk: KioskWindow,
  { language, culture, track }: DemoRequest,
  picture: (name: string, page: Page) => Promise<void>,
): Promise<void> {
  const page = await kiosk.page();
  const person = new Person(page, picture);
  await person.begins(language, culture, track);
  const replies = repliesFor(language, culture);
  for (let asked = 0; asked < MOST_QUESTIONS; asked++) {
    const scene = await person.scene();
    if (scene === 'readBack') break;
    if (scene === 'offerCode') await person.takesACode();
    else await answer(person, replies);
  }
  await person.readsEverythingBack();
  await person.sends();
  await picture('sent', page);
  await person.staffDelivers();
  await picture('delivered', page);
}

async function answer(person: Person, replies: ReturnType<typeof repliesFor>): Promise<void> {
  const linkId = await person.question();
  const reply = linkId === null ? undefined : replies[linkId];
  if (linkId === null || reply === undefined)
    throw new Error(`The scripted person has no reply to ${linkId ?? 'this'}`);
  await person.replies(linkId, reply);
}

function onlyBundle(folder: string): string {
  const bundles = readdirSync(folder).filter((name) => name.endsWith('.age'));
  const [bundle] = bundles;
  if (bundle === undefined || bundles.length > 1) throw new Error(`Expected one bundle, found ${bundles.length}`);
  return join(folder, bundle);
}

const openedSchema = z.object({ ok: z.literal(true), opened: z.tuple([z.object({ intakeId: z.string() })]) });

async function openAtCentre(home: string, bundle: string, out: string): Promise<string> {
  const lines: string[] = [];
  const args = ['open', bundle, '--home', join(home, 'centre'), '--kiosk', join(home, 'kiosk.json'), '--out', out];
  const surroundings = { random: systemRandom, clock: systemClock, complain: (line: string) => void lines.push(line) };
  const code = await runCentre([...args, '--json'], { ...surroundings, say: (line) => void lines.push(line) });
  if (code !== 0) throw new Error(`The centre refused the bundle: ${lines.join(' ')}`);
  const { opened } = openedSchema.parse(JSON.parse(lines.at(-1) ?? ''));
  const [{ intakeId }] = opened;
  for (const file of ['intake.json', 'fhir.json', 'page1.html']) readFileSync(join(out, intakeId, file));
  return intakeId;
}
