import type { KioskBridge } from '../../ipc/contract.ts';

declare global {
  interface Window {
    /** The window's bridge, for tools that call it past the screens. */
    readonly kiosk: KioskBridge;
  }
}
