import type { DeskBridge, KioskBridge, TranslationBridge } from '../../ipc/contract.ts';

declare global {
  /** What the window said aloud, in order; empty words stand for quiet. Only the tests' own build keeps it. */
  var matuSpoken:
    { readonly text: string; readonly language: string; readonly isOwn: boolean; readonly turn: number }[] | undefined;

  interface Window {
    /** The window's bridge, for tests that call it past the screens. */
    readonly kiosk: KioskBridge;
    /** The staff's window's, likewise. */
    readonly desk: DeskBridge;
    /** Of the window of the texts, likewise. */
    readonly translations: TranslationBridge;
  }
}
