import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Culture, Language, LanguageTag } from '../../../core/basics/language.ts';
import type { Settings } from '../../../electron/store/state-content.ts';
import type { KioskBridge, LanguageTexts } from '../../../ipc/contract.ts';
import { makeDemoHome } from '../../demo/make-demo-home.ts';
import { Person } from '../../person/person.ts';
import { repliesFor } from '../../person/replies.ts';
import { openProgram, stillPage } from './open-program.ts';
import type { Asked, Steps } from './steps.ts';
import { surveyQuestion, type SurveyQuestion } from './survey-question.ts';
import { measureTap, putProbe, type TapTimes } from './tap-times.ts';

declare global {
  interface Window {
    /** The bridge of the page that the bench drives. */
    readonly kiosk: KioskBridge;
  }
}

const LANGUAGE: Language = 'da';
const CULTURE: Culture = 'danish';
const FORWARD = '.at-forward';

/** Which kiosk is gone through, and whether the person takes the code: each answer is saved on disk then. */
export interface MatuVisit {
  readonly electron: string;
  readonly folder: string;
  /** An empty folder for the home. */
  readonly below: string;
  readonly takesCode: boolean;
  /** Where it brings what is sealed by itself; nowhere when absent. */
  readonly destinations?: Settings['destinations'];
}

/** One person's way through the whole track in Matu's window. */
export class MatuSteps implements Steps {
  readonly #app: ElectronApplication;
  readonly #person: Person;
  readonly #takesCode: boolean;

  private constructor(app: ElectronApplication, page: Page, takesCode: boolean) {
    this.#app = app;
    this.#person = new Person(page);
    this.#takesCode = takesCode;
  }

  /** Opens the kiosk on a new demo home, and goes to the first question. */
  static async begin({ electron, folder, below, takesCode, destinations = [] }: MatuVisit): Promise<MatuSteps> {
    const home = join(below, 'home');
    await makeDemoHome(home, { destinations });
    const app = await openProgram({ electron, folder, args: ['--home', home] });
    const page = await stillPage(app);
    const steps = new MatuSteps(app, page, takesCode);
    await steps.#person.begins(LANGUAGE, CULTURE, 'whole');
    await putProbe(page, { selector: 'main[data-link-id]', attribute: 'data-link-id' });
    return steps;
  }

  /** Goes the way once, to its end or so many questions far, measuring nothing. Returns what was asked. */
  async way(most: number): Promise<readonly Asked[]> {
    const way: Asked[] = [];
    while (way.length < most) {
      const question = await this.#question();
      if (question === null) return way;
      await this.pass({ question, isFollowed: false });
      way.push({ question, isFollowed: (await this.#person.scene()) === 'question' });
    }
    return way;
  }

  async step({ question }: Asked): Promise<TapTimes> {
    await this.#answers(question);
    return measureTap(this.#person.page, FORWARD);
  }

  async pass({ question }: Asked): Promise<void> {
    await this.#answers(question);
    await this.#person.goesOn();
    await this.#person.page.locator(`main[data-link-id="${question.name}"]`).waitFor({ state: 'detached' });
  }

  async close(): Promise<void> {
    await this.#app.close();
  }

  /** The question that stands; null when none is left. */
  async #question(): Promise<SurveyQuestion | null> {
    await this.#leavesTheOffer();
    const { page } = this.#person;
    const { scene } = await page.evaluate(() => window.kiosk['visit.show']({}));
    if (scene.kind !== 'question') return null;
    const loaded = await page.evaluate(() => window.kiosk['kiosk.texts']({}));
    // What the contract says of this reply.
    const told = JSON.parse(loaded) as Readonly<Record<LanguageTag, LanguageTexts>>;
    return surveyQuestion(scene.item, told[LANGUAGE].texts);
  }

  async #answers({ name }: SurveyQuestion): Promise<void> {
    await this.#leavesTheOffer();
    const reply = repliesFor(LANGUAGE, CULTURE)[name];
    if (reply === undefined) throw new Error(`The scripted person has no reply to ${name}`);
    await this.#person.gives(name, reply);
  }

  async #leavesTheOffer(): Promise<void> {
    await this.#person.passesOffer();
    if ((await this.#person.scene()) !== 'offerCode') return;
    if (this.#takesCode) await this.#person.takesACode();
    else await this.#person.goesOn();
    await this.#person.sees('question');
  }
}
