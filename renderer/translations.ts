import type { TranslationBridge } from '../ipc/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload of the window of the texts, which has no other way to the kiosk. */
    readonly translations: TranslationBridge;
  }
}

/** The kiosk behind the window of the texts. The only place that touches `window.translations`. */
export const translations: TranslationBridge = window.translations;
