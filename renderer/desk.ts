import type { DeskBridge } from '../ipc/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload of the staff's window, which has no other way to the kiosk. */
    readonly desk: DeskBridge;
  }
}

/** The kiosk behind the staff's window. The only place that touches `window.desk`. */
export const desk: DeskBridge = window.desk;
