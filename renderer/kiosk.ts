import type { KioskBridge } from '../ipc/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload; the window has no other way to the kiosk. */
    readonly kiosk: KioskBridge;
  }
}

/** The kiosk behind this window. The only place that touches `window.kiosk`. */
export const kiosk: KioskBridge = window.kiosk;
