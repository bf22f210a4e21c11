import type { Culture, LanguageTag } from '../../core/basics/language.ts';
import type { Panel } from '../../core/site/panel.ts';
import type { TranslationBridge } from '../../ipc/contract.ts';
import type { PreviewContent } from '../../ipc/preview-contract.ts';
import type { PreviewPlace } from './preview-place.ts';

/** How the screens are shown. */
export interface PreviewSetting {
  readonly language: LanguageTag;
  readonly culture: Culture;
  readonly panel: Panel;
}

/** A text on the screen. */
export interface StandingText {
  readonly key: string;
  readonly tag: LanguageTag;
  readonly text: string;
}

/** What the frame lets its window do: the window gets it when the frame stands. */
export interface PreviewFrame {
  /** The questions of a culture version, in the order in which they are asked. */
  readonly questions: (culture: Culture) => readonly string[];
  /** Shows a screen, as somebody meets it who comes there for the first time. */
  readonly go: (place: PreviewPlace, setting: PreviewSetting) => void;
  /** Words a text otherwise on the screen that stands, and nowhere else. */
  readonly word: (text: StandingText) => void;
  /** While texts are touched the screen does nothing else. */
  readonly setTouching: (isTouching: boolean) => void;
  readonly mark: (text: StandingText | null) => void;
  /** The texts of the screen that stands, from its top. */
  readonly texts: () => readonly StandingText[];
  /** How many places on the screen are cut, hidden or broken; see renderer/measuring. */
  readonly misfits: () => number;
}

/**
 * What the window lets the frame do. The frame is the program's own page of the same origin, so this keeps its parts
 * apart and guards against nothing: whatever could run in the frame could run in the window.
 */
export interface PreviewHost {
  readonly content: PreviewContent;
  readonly say: TranslationBridge['speech.say'];
  readonly hush: TranslationBridge['speech.hush'];
  readonly ready: (frame: PreviewFrame) => void;
  /** Somebody touched words; more than one text where two read alike. */
  readonly touched: (texts: readonly StandingText[]) => void;
  /** Somebody walked on: another screen stands. */
  readonly walked: () => void;
}

declare global {
  interface Window {
    /** Put there by the window of the texts before it makes the frame. */
    previewHost?: PreviewHost;
  }
}
