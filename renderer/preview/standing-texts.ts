import type { i18n, PostProcessorModule } from 'i18next';
import { LANGUAGE_TAGS } from '../i18n/language.ts';
import type { StandingText } from './preview-host.ts';

/** Remembers which key gave which words, so that words on the screen lead back to their keys. */
export class SaidTexts {
  readonly #byWords = new Map<string, StandingText[]>();

  /** Listens to a translator. Whatever it says from now on is remembered with the key. */
  hear(translator: i18n): void {
    const listening: PostProcessorModule = {
      type: 'postProcessor',
      name: 'said-texts',
      process: (value: string, key: string | readonly string[], options: { readonly lng?: string }) => {
        this.#remember(value, typeof key === 'string' ? key : (key.at(-1) ?? ''), options.lng ?? translator.language);
        return value;
      },
    };
    translator.use(listening);
    translator.options.postProcess = [listening.name];
  }

  forget(): void {
    this.#byWords.clear();
  }

  /** The texts that read like some words on the screen. */
  like(words: string): readonly StandingText[] {
    return this.#byWords.get(plain(words)) ?? [];
  }

  #remember(text: string, key: string, language: string): void {
    const tag = LANGUAGE_TAGS.find((each) => each === language);
    if (tag === undefined) return;
    const known = this.#byWords.get(plain(text)) ?? [];
    if (known.some((each) => each.key === key && each.tag === tag)) return;
    this.#byWords.set(plain(text), [...known, { key, tag, text }]);
  }
}

/** Words without what the screen itself puts into them. */
function plain(words: string): string {
  return words
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What an element says: by its words, or by its name where it has none. */
function wordsOf(element: Element): string {
  const words = element.textContent;
  return words.trim() === '' ? (element.getAttribute('aria-label') ?? '') : words;
}

/** The texts that an element stands for: those of itself, of what is around it, or of what is in it. */
export function textsAt(element: Element, said: SaidTexts): readonly StandingText[] {
  for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement) {
    const found = said.like(wordsOf(at));
    if (found.length > 0) return found;
    if (at.matches('button, label, [role="radio"]'))
      return [...at.querySelectorAll('*')].flatMap((each) => said.like(wordsOf(each)));
  }
  return [];
}

/** Every text on the screen with the element that says it, from the top. */
export function standingTexts(said: SaidTexts): readonly (StandingText & { readonly element: Element })[] {
  const found = new Map<string, StandingText & { readonly element: Element }>();
  for (const element of document.body.querySelectorAll('*')) {
    if (!element.checkVisibility() || element.closest('[inert], svg') !== null) continue;
    // The innermost of those that say the same is the one that is seen: it comes last.
    for (const text of said.like(wordsOf(element))) found.set(`${text.tag} ${text.key}`, { ...text, element });
  }
  return [...found.values()];
}
