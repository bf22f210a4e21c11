import type { Page } from '@playwright/test';
import type { Culture, LanguageTag } from '../../core/basics/language.ts';
import type { Track } from '../../core/questionnaire/flow.ts';
import { giveReply, tapCard, type OnStep } from './give-reply.ts';
import { pointer, type Hand } from './hand.ts';
import type { Reply } from './reply.ts';

/** Called whenever a new screen stands, with a name for its picture. */
export type OnScreen = (name: string, page: Page) => Promise<void>;

const WAIT_MS = 15_000;

/** Uses the kiosk as a person does: by looking for what is on the screen and tapping it. */
export class Person {
  readonly #page: Page;
  readonly #onScreen: OnScreen;
  readonly #hand: Hand;

  constructor(page: Page, onScreen: OnScreen = async () => {}, hand: Hand = pointer) {
    this.#page = page;
    this.#onScreen = onScreen;
    this.#hand = hand;
  }

  get page(): Page {
    return this.#page;
  }

  /** Waits until a screen of this kind stands, and its words are painted. */
  async sees(scene: string): Promise<void> {
    await this.#page.locator(`main[data-scene="${scene}"]`).waitFor({ timeout: WAIT_MS });
  }

  /** The linkId of the question on the screen; null on other screens. */
  async question(): Promise<string | null> {
    return this.#page.locator('main').getAttribute('data-link-id');
  }

  /** The kind of screen that stands now. */
  async scene(): Promise<string | null> {
    return this.#page.locator('main').getAttribute('data-scene');
  }

  /** Takes the code that is offered, looks at it, and goes on. Returns its 16 digits as a person copies them. */
  async takesACode(): Promise<string> {
    await this.sees('offerCode');
    await this.taps('yes');
    await this.#onScreen('offer-code', this.#page);
    await this.goesOn();
    const digits = await this.readsTheCode();
    await this.goesOn();
    await this.#page.locator('main[data-scene="code"]').waitFor({ state: 'detached', timeout: WAIT_MS });
    return digits;
  }

  /** Copies the code from the screen where it is shown. */
  async readsTheCode(): Promise<string> {
    await this.sees('code');
    await this.#onScreen('code', this.#page);
    return (await this.#page.locator('.picture-slip-group').allInnerTexts()).join(' ');
  }

  /** Comes back with a code, tapping its pictures, and goes on with what it finds. */
  async comesBackWith(code: string): Promise<void> {
    await this.sees('greeting');
    await this.#page.locator('.code-button').click();
    await this.entersPictures(code);
    await this.goesOn();
    await this.sees('found');
    await this.#onScreen('found', this.#page);
    await this.wantsToGoOn();
    await this.#page.locator('main[data-scene="found"]').waitFor({ state: 'detached', timeout: WAIT_MS });
  }

  /** Goes on from the page behind a cover, or from a code that was found. */
  async wantsToGoOn(): Promise<void> {
    await this.#page.locator('main [data-does="go-on"]').click();
  }

  /** Taps kind and picture, eight times, and leaves Continue to be pressed. */
  async entersPictures(code: string): Promise<void> {
    await this.sees('resume');
    const digits = [...code.replaceAll(' ', '')];
    for (const [place, digit] of digits.entries()) {
      if (place < 2) await this.#onScreen(place === 0 ? 'code-kinds' : 'code-pictures', this.#page);
      await this.#page.locator(`.picture-cards [data-digit="${digit}"]`).click();
      // The cards of the next step stand where these stood.
      await this.#page.locator(`.picture-entry[data-step="${place + 1}"]`).waitFor({ timeout: WAIT_MS });
    }
    await this.#onScreen('code-whole', this.#page);
  }

  async goesOn(): Promise<void> {
    await this.#tap('.at-forward');
  }

  /** Presses Continue although nothing is chosen: the button says that it is not ready, and hears it all the same. */
  async triesToGoOn(): Promise<void> {
    await this.#page.locator('.at-forward').click({ force: true });
  }

  async goesBack(): Promise<void> {
    await this.#tap('.at-back');
  }

  async taps(code: string): Promise<void> {
    await tapCard({ page: this.#page, hand: this.#hand }, code);
  }

  /** From the greeting to the first question; on the short track unless said. */
  async begins(language: LanguageTag, culture: Culture, track: Track = 'short'): Promise<void> {
    await this.sees('greeting');
    await this.#onScreen('greeting', this.#page);
    await this.goesOn();
    await this.sees('language');
    await this.taps(language);
    await this.#page.locator(`html[lang="${language}"]`).waitFor({ timeout: WAIT_MS });
    await this.#onScreen('language', this.#page);
    await this.goesOn();
    await this.sees('culture');
    await this.taps(culture);
    await this.#onScreen('culture', this.#page);
    await this.goesOn();
    await this.sees('whoCanSee');
    await this.#onScreen('who-can-see', this.#page);
    await this.goesOn();
    await this.sees('track');
    await this.#onScreen('track', this.#page);
    await this.#tap(`[data-track="${track}"]`);
    await this.sees('question');
  }

  /** Gives a reply to the question on the screen without going on: cards, keys, vessels or people are tapped. */
  async gives(linkId: string, reply: Reply, onStep?: OnStep): Promise<void> {
    const show: OnStep = (step) => this.#onScreen(`${linkId}-${step}`, this.#page);
    await giveReply({ page: this.#page, hand: this.#hand }, reply, onStep ?? show);
  }

  /** Gives a reply to the question on the screen, and goes on. Returns when the next screen confirms it. */
  async replies(linkId: string, reply: Reply): Promise<void> {
    await this.#page.locator(`main[data-link-id="${linkId}"]`).waitFor({ timeout: WAIT_MS });
    await this.gives(linkId, reply);
    await this.#onScreen(linkId, this.#page);
    await this.goesOn();
    await this.#page.locator(`main[data-link-id="${linkId}"]`).waitFor({ state: 'detached', timeout: WAIT_MS });
    await this.passesOffer();
  }

  /** An answer may bring the offer of a person; this one goes on. */
  async passesOffer(): Promise<void> {
    if ((await this.scene()) !== 'offerPerson') return;
    await this.#onScreen('offer-person', this.#page);
    await this.#hand.tap(this.#page.locator('[data-does="offer-go-on"]'));
    await this.#page.locator('main[data-scene="offerPerson"]').waitFor({ state: 'detached', timeout: WAIT_MS });
  }

  /** Presses Send at the end of the read back. Who is offered a person once more wants nobody to ring today. */
  async sends(): Promise<void> {
    await this.goesOn();
    await this.#page.locator('main:not([data-scene="readBack"])').waitFor({ timeout: WAIT_MS });
    if ((await this.scene()) === 'beforeSend') {
      await this.taps('no');
      await this.#onScreen('before-send', this.#page);
      await this.goesOn();
    }
    await this.sees('sent');
  }

  /**
   * Reads everything that is told back, page by page; Send stands on the last one.
   *
   * @returns the linkIds of the lines
   */
  async readsEverythingBack(): Promise<readonly string[]> {
    await this.sees('readBack');
    const seen: string[] = [];
    for (;;) {
      await this.#onScreen('read-back', this.#page);
      const lines = await this.#page.locator('.read-back-list > li').all();
      for (const line of lines) seen.push((await line.getAttribute('data-link-id')) ?? '');
      if (await this.#page.locator('.letter-card').isVisible()) return seen;
      const last = seen.at(-1) ?? '';
      await this.goesOn();
      await this.#page.locator(`.read-back-list > li[data-link-id="${last}"]`).waitFor({ state: 'detached' });
    }
  }

  /** Someone of the house presses the button that copies what is sealed into the destination folder. */
  async staffDelivers(): Promise<void> {
    await this.#page.locator('.demo-strip [data-does="deliver"]').click();
    await this.#page.locator('.demo-strip [role="status"]', { hasText: /\S/ }).waitFor({ timeout: WAIT_MS });
  }

  #tap(selector: string): Promise<void> {
    return this.#hand.tap(this.#page.locator(selector));
  }
}
