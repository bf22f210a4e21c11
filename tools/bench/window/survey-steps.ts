import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { openProgram, stillPage } from './open-program.ts';
import type { Asked, Steps } from './steps.ts';
import type { SurveyQuestion } from './survey-question.ts';
import { measureTap, putProbe, type TapTimes } from './tap-times.ts';

const FORWARD = '.sd-navigation__next-btn';
const FIRST_CHOICE = '.sd-question .sd-item';
const FIELD = '.sd-question input';

/** Where SurveyJS stands, what it asks, and whether it saves each answer before it goes on. */
export interface SurveyVisit {
  readonly electron: string;
  readonly folder: string;
  /** An empty folder for what the runtime and the page write. */
  readonly below: string;
  readonly questions: readonly SurveyQuestion[];
  readonly saves: boolean;
}

/** The same questions in SurveyJS's window. */
export class SurveySteps implements Steps {
  readonly #app: ElectronApplication;
  readonly #page: Page;

  private constructor(app: ElectronApplication, page: Page) {
    this.#app = app;
    this.#page = page;
  }

  /** Opens SurveyJS at its first question. */
  static async begin({ electron, folder, below, questions, saves }: SurveyVisit): Promise<SurveySteps> {
    const file = join(below, 'questions.json');
    writeFileSync(file, JSON.stringify(questions));
    const saving = saves ? ['--save-to', join(below, 'answers.jsonl')] : [];
    const args = ['--home', join(below, 'runtime'), '--questions', file, ...saving];
    const app = await openProgram({ electron, folder, args });
    const page = await stillPage(app);
    await page.locator(FORWARD).waitFor();
    await putProbe(page, { selector: '.sd-element[data-name]', attribute: 'data-name' });
    return new SurveySteps(app, page);
  }

  async step(asked: Asked): Promise<TapTimes> {
    await this.#answers(asked);
    return measureTap(this.#page, FORWARD);
  }

  async pass(asked: Asked): Promise<void> {
    await this.step(asked);
  }

  async close(): Promise<void> {
    await this.#app.close();
  }

  async #answers({ question: { name, kind } }: Asked): Promise<void> {
    await this.#page.locator(`.sd-element[data-name="${name}"]`).waitFor();
    if (kind === 'choice') await this.#page.locator(FIRST_CHOICE).first().click();
    else await this.#page.locator(FIELD).fill('1');
  }
}
