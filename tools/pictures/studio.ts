import type { Locator, Page } from '@playwright/test';
import type { Culture, Language } from '../../core/basics/language.ts';
import type { VisitEvent } from '../../core/intake/visit.ts';
import type { Track } from '../../core/questionnaire/flow.ts';
import type { VisitView } from '../../ipc/contract.ts';
import { CHANGED_SIGNAL } from '../../ipc/channels.ts';
import type { KioskWindow } from '../person/kiosk-window.ts';
import { Person } from '../person/person.ts';
import { prepareWindow, showAs, type Setting } from './setting.ts';

/** Generous: a machine may be busy with something else. */
const WAIT_MS = 120_000;
const FOLLOW_MS = 2_000;
const OWN_CULTURE: Readonly<Record<Language, Culture>> = { kl: 'greenlandic', da: 'danish', sv: 'swedish' };

/**
 * A running kiosk that is brought to any screen by the short way: what leads there is said to the kiosk itself, and the
 * window is loaded anew.
 */
export class Studio {
  readonly kiosk: KioskWindow;
  readonly setting: Setting;
  #page: Page;

  private constructor(kiosk: KioskWindow, page: Page, setting: Setting) {
    this.kiosk = kiosk;
    this.setting = setting;
    this.#page = page;
  }

  /** Makes the kiosk's present window the one that is pictured. */
  static async in(kiosk: KioskWindow, setting: Setting): Promise<Studio> {
    const page = await kiosk.page();
    await prepareWindow(kiosk, page, setting);
    return new Studio(kiosk, page, setting);
  }

  get page(): Page {
    return this.#page;
  }

  /** The culture version that goes with the language, where a screen needs only one. */
  get culture(): Culture {
    return OWN_CULTURE[this.setting.language];
  }

  /** Somebody who taps, for what the bridge cannot say. */
  get person(): Person {
    return new Person(this.#page);
  }

  /** Says to the kiosk what a person did, one after the other. @throws when it is refused */
  async does(...events: readonly VisitEvent[]): Promise<void> {
    const refused = await this.#page.evaluate(async (all) => {
      for (const event of all) {
        const reply = await window.kiosk['visit.act']({ event });
        if (!reply.ok) return `${event.kind}: ${reply.error.kind}`;
      }
      return null;
    }, events);
    if (refused !== null) throw new Error(`The kiosk refused ${refused}`);
  }

  /** Chooses codes at the question where the visit stands. */
  answers(linkId: string, ...codes: string[]): Promise<void> {
    return this.does({ kind: 'answer', linkId, answer: { kind: 'codes', codes } });
  }

  /** What the kiosk has to show. */
  view(): Promise<VisitView> {
    return this.#page.evaluate(() => window.kiosk['visit.show']({}));
  }

  /** Loads the window anew, so that it shows where the visit stands, and waits for a screen. */
  async reload(scene?: string): Promise<void> {
    await this.#page.reload();
    await this.#page
      .locator(scene === undefined ? 'main[data-scene]' : `main[data-scene="${scene}"]`)
      .waitFor({ timeout: WAIT_MS });
    await this.shows();
  }

  /** Lets the window show where the visit stands. It hears that something changed, which is faster than a new page. */
  async turnsTo(scene: string): Promise<void> {
    const { language } = this.setting;
    const stands = this.#page.locator(`html[lang="${language}"] main[data-scene="${scene}"]`);
    if (await this.#follows(stands)) await this.shows();
    else await this.reload(scene);
  }

  /** Gives what stands the look of the series. */
  shows(): Promise<void> {
    return showAs(this.#page, this.setting);
  }

  /** Lets the window show the question where the visit stands. */
  async showsQuestion(linkId: string): Promise<void> {
    const question = this.#page.locator(`main[data-link-id="${linkId}"]`);
    if (await this.#follows(question)) return this.shows();
    await this.reload('question');
    await question.waitFor({ timeout: WAIT_MS });
  }

  /** Tells the window that something changed, and waits for what should come of it. */
  async #follows(awaited: Locator): Promise<boolean> {
    await this.kiosk.app.evaluate(({ BrowserWindow }, signal) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send(signal);
    }, CHANGED_SIGNAL);
    return awaited.waitFor({ timeout: FOLLOW_MS }).then(
      () => true,
      () => false,
    );
  }

  /** A new visit at the greeting, in the language of the pictures. The next person gets a window of their own. */
  async begins(): Promise<void> {
    await this.present();
    const old = this.#page;
    const closed = old.waitForEvent('close', { timeout: WAIT_MS });
    // The window goes while it waits for the answer.
    const asked = old
      .evaluate(async () => {
        // A call outlives the visit that it was made for.
        for (const act of [{ kind: 'here' }, { kind: 'note', note: 'stayed' }, { kind: 'finish' }] as const)
          if ((await window.kiosk['visit.show']({})).alert !== null) await window.kiosk['alert.act']({ act });
        await window.kiosk['visit.lift']({});
        await window.kiosk['visit.goOn']({});
        await window.kiosk['demo.setDuty']({ onDuty: true });
        await window.kiosk['visit.finish']({});
      })
      .catch(() => undefined);
    await Promise.all([asked, closed]);
    await this.present();
    await this.does({ kind: 'chooseLanguage', language: this.setting.language });
  }

  /** Turns to the present window, which the last visit may have left for a new one. */
  async present(): Promise<void> {
    const page = await this.kiosk.page();
    if (page === this.#page) return;
    await page.locator('main[data-scene]').waitFor({ timeout: WAIT_MS });
    await prepareWindow(this.kiosk, page, this.setting);
    this.#page = page;
  }

  /** A new visit at its first question. */
  async beginsQuestions(culture: Culture = this.culture, track: Track = 'short'): Promise<void> {
    await this.begins();
    await this.does({ kind: 'proceed' }, { kind: 'proceed' }, { kind: 'chooseCulture', culture }, { kind: 'proceed' });
    await this.does({ kind: 'proceed' }, { kind: 'chooseTrack', track });
  }

  /** Presses a button, and waits for what it opens. */
  async opens(button: string, opened: string): Promise<void> {
    await this.#page.locator(button).click();
    await this.#page.locator(opened).waitFor({ timeout: WAIT_MS });
  }
}
