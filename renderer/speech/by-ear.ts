import { moveByArrow } from './arrow-keys.ts';
import { collectPieces, makePiece } from './collect-pieces.ts';
import { CONTROL, controlPieces, isMasked, isTextField, lengthSaid } from './control-words.ts';
import type { Piece } from './piece.ts';
import type { Reader } from './reader.ts';
import { headingReading, introduction, presentScreen, readScope } from './screen-reading.ts';

/** What going by ear needs besides the reader. */
export interface EarSettings {
  readonly reader: Reader;
  /** How to go on, in every language that may be needed now. */
  readonly greeting: () => readonly Piece[];
  readonly onFetchPerson: () => void;
}

/** These begin it; letters do not, which somebody who sees may type. */
const BEGINNING = new Set(['Tab', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Enter', ' ', 'F1']);
/** A press, a change of the focus and of the screen that belong together become one sentence. */
const SETTLES_MS = 60;
/** Regions that say by themselves what changed in them. */
const LIVE = '[role="alert"], [role="status"], output, [aria-live]';

/**
 * The intake by ear alone, with a keyboard as what is felt: from the first key on, every screen, everything that gets
 * the focus, every choice and every problem is said. It works on the document, whatever a screen is made of.
 *
 * @returns what ends it
 */
export function listenByEar(settings: EarSettings): () => void {
  const ear = new Ear(settings);
  const listeners = [
    ['keydown', ear.onKey],
    ['focusin', ear.onFocus],
    ['change', ear.onChange],
    ['click', ear.onClick],
    ['input', ear.onInput],
  ] as const;
  for (const [name, listener] of listeners) window.addEventListener(name, listener as EventListener);
  const observer = new MutationObserver(ear.onMutations);
  observer.observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['lang', 'open'],
  });
  ear.onMutations([]);
  return () => {
    for (const [name, listener] of listeners) window.removeEventListener(name, listener as EventListener);
    observer.disconnect();
    ear.end();
  };
}

/** Enter chooses a card too: nobody who hears only has to know which kind of card it is. */
function chooseByEnter({ key, repeat, target }: KeyboardEvent): void {
  const isCard = target instanceof HTMLInputElement && ['radio', 'checkbox'].includes(target.type);
  if (key === 'Enter' && !repeat && isCard) target.click();
}

/** While the kiosk has not answered, what was pressed does not yet stand as it will. */
function isWaiting(): boolean {
  return document.querySelector('main[aria-busy="true"]') !== null;
}

class Ear {
  readonly #settings: EarSettings;
  #isOn = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sheet: Element | null = null;
  #language = '';
  /** What is new since the last sentence. */
  #isNewScreen = false;
  #isOtherLanguage = false;
  #isGreeting = false;
  readonly #lastSaid = new WeakMap<Element, string>();

  constructor(settings: EarSettings) {
    this.#settings = settings;
  }

  onKey = (event: KeyboardEvent): void => {
    if (event.repeat && event.key.startsWith('F')) return;
    if (!this.#isOn && BEGINNING.has(event.key) && !isTextField(document.activeElement)) this.#begin();
    const { reader, onFetchPerson } = this.#settings;
    if (event.key === 'F1') this.#readAgain();
    else if (event.key === 'F2') reader.toggleSlow();
    else if (event.key === 'F3') this.#fallSilent();
    else if (event.key === 'F4') onFetchPerson();
    else if (this.#isOn) {
      moveByArrow(event);
      chooseByEnter(event);
    }
  };

  onFocus = (): void => this.#saySoon();

  onChange = (): void => this.#saySoon();

  onClick = (event: Event): void => {
    // A press on what can be chosen says whether it is chosen now.
    if (event.target instanceof Element && event.target.closest('[aria-pressed], [aria-expanded], input') !== null)
      this.#saySoon();
  };

  onInput = ({ target }: Event): void => {
    if (!this.#isOn || !(target instanceof Element) || !isTextField(target)) return;
    const { reader } = this.#settings;
    const { words } = reader;
    if (isMasked(target)) return reader.say([makePiece(lengthSaid(target, words), words.language, target)]);
    const letter = target.value.at((target.selectionStart ?? 0) - 1) ?? '';
    if (letter.trim() !== '') reader.say([{ ...makePiece(letter, words.language, target), isOwn: true }]);
  };

  onMutations = (changes: readonly MutationRecord[]): void => {
    const { reader } = this.#settings;
    if (reader.standsOn(presentScreen())) this.#announce();
    const sheet = document.querySelector('dialog[open]');
    if (sheet !== this.#sheet) {
      this.#sheet = sheet;
      this.#announce();
    }
    if (document.documentElement.lang !== this.#language) {
      this.#language = document.documentElement.lang;
      this.#isOtherLanguage = true;
      this.#saySoon();
    }
    this.#sayLive(changes);
  };

  end(): void {
    clearTimeout(this.#timer);
  }

  #begin(): void {
    this.#isOn = true;
    this.#isGreeting = true;
    this.#announce();
  }

  #announce(): void {
    this.#isNewScreen = true;
    this.#saySoon();
  }

  #readAgain(): void {
    const { reader } = this.#settings;
    const { isHeldBack, headset } = reader.state();
    if (isHeldBack && headset !== 'confirmed') reader.askForHeadset();
    else if (!this.#isGreeting) reader.readScreen();
  }

  #fallSilent(): void {
    this.#isOn = false;
    clearTimeout(this.#timer);
    this.#settings.reader.silence();
  }

  #saySoon(): void {
    if (!this.#isOn) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (isWaiting() ? this.#saySoon() : this.#sayNow()), SETTLES_MS);
  }

  #sayNow(): void {
    const { reader, greeting } = this.#settings;
    const greetings = this.#isGreeting ? greeting() : [];
    const intro = this.#isNewScreen || this.#isOtherLanguage ? this.#screenIntroduction() : [];
    const focused = this.#focused(intro.length > 0);
    // A language that was chosen is said first, and then the same screen in it.
    const said = this.#isNewScreen ? [...intro, ...focused] : [...focused, ...intro];
    this.#isGreeting = false;
    this.#isNewScreen = false;
    this.#isOtherLanguage = false;
    if (greetings.length + said.length > 0) reader.say([...greetings, ...said]);
  }

  #screenIntroduction(): readonly Piece[] {
    const scope = readScope();
    return scope === null ? [] : introduction(scope, this.#settings.reader.words);
  }

  #focused(isIntroduced: boolean): readonly Piece[] {
    const { words } = this.#settings.reader;
    const element = document.activeElement;
    if (element === null || element === document.body) return [];
    if (element.matches(CONTROL)) return controlPieces(element, words);
    if (isIntroduced || element instanceof HTMLDialogElement) return [];
    if (element.matches('h1, h2, h3')) return headingReading(element, words.language);
    const label = element.getAttribute('aria-label');
    return label === null ? [] : [makePiece(label, words.language, element)];
  }

  /** Says what changed in a region that is meant to say so; a region that only appeared is part of its screen. */
  #sayLive(changes: readonly MutationRecord[]): void {
    const targets = changes.map(({ target }) => (target instanceof Element ? target : target.parentElement));
    const regions = new Set(targets.map((target) => target?.closest(LIVE) ?? null));
    for (const region of regions) {
      const text = region?.textContent ?? '';
      if (region === null || this.#lastSaid.get(region) === text) continue;
      this.#lastSaid.set(region, text);
      if (this.#isOn) this.#sayRegion(region);
    }
  }

  #sayRegion(region: Element): void {
    const { reader } = this.#settings;
    const { language } = reader.words;
    const names = region.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
    const named = names.map((id) => document.getElementById(id)).filter((element) => element !== null);
    const pieces = [...named, region].flatMap((element) => collectPieces(element, language));
    // After the press that changed it has been said.
    setTimeout(() => reader.sayNext(pieces), 2 * SETTLES_MS);
  }
}
