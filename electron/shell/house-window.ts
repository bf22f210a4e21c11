import { BrowserWindow, screen } from 'electron';
import { CHANGED_SIGNAL } from '../../ipc/channels.ts';
import type { Sender } from '../ipc/gate.ts';
import { APP_ORIGIN, PREVIEW_PAGE, TEXTS_PAGE, type AppFiles, type KioskParts } from './app-protocol.ts';
import type { Microphone } from './microphone.ts';
import { endWindow, frameOf, isPageOf, keepOpen, lockedPage, ownSession } from './window-parts.ts';

/** How a window of the house is made. */
export interface HouseWindowSettings {
  /** Which one it is. */
  readonly place: HousePlace;
  readonly files: Omit<AppFiles, 'kiosk' | 'page' | 'framed'>;
  readonly kiosk: KioskParts;
  readonly preload: string;
  readonly devTools: boolean;
  /** False where the kiosk is an ordinary window, too. */
  readonly fillsScreen: () => boolean;
  /** The window may hear it while it is open; one without hears nothing. */
  readonly microphone?: Microphone;
  /** Called when somebody closed the window by what the system has around it. */
  readonly onClosed: () => void;
}

/** The page of a window, and the name of its partition, which is in memory. */
export interface HousePlace {
  readonly page: `/${string}.html`;
  readonly partition: string;
  /** The page that may stand in a frame of it. */
  readonly framed: AppFiles['framed'];
}

/** The staff's window, and that of whoever looks after the texts. */
export const DESK: HousePlace = { page: '/desk.html', partition: 'desk', framed: null };
export const TRANSLATIONS: HousePlace = { page: TEXTS_PAGE, partition: 'translations', framed: PREVIEW_PAGE };

/** A window of the house: over the citizen's, with a partition and a process of its own that end with it. */
export interface HouseWindow {
  open(): Promise<void>;
  close(): Promise<void>;
  /** Steps aside for what the citizen's window has to show at once, and comes back. */
  setShown(isShown: boolean): void;
  tellChanged(): void;
  /** Whether a message comes from the page of the window that is open. */
  owns(sender: Sender): boolean;
}

/** An ordinary window is no larger than a desk needs. */
const LARGEST = { width: 1280, height: 900 };

/** Makes the keeper of a window of the house. Nothing is open before it is asked for. */
export function createHouseWindow(settings: HouseWindowSettings): HouseWindow {
  const files: AppFiles = {
    ...settings.files,
    page: settings.place.page,
    framed: settings.place.framed,
    kiosk: () => settings.kiosk,
  };
  let present: BrowserWindow | null = null;

  return {
    async open() {
      if (present !== null) return;
      const window = makeWindow(settings, files);
      present = window;
      window.on('closed', () => {
        if (present !== window) return;
        present = null;
        settings.microphone?.set(false);
        settings.onClosed();
      });
      const painted = new Promise<void>((resolve) => {
        window.once('ready-to-show', () => resolve());
      });
      window.loadURL(`${APP_ORIGIN}${settings.place.page}`).catch(() => undefined);
      await painted;
      if (present === window) window.show();
    },
    async close() {
      const window = present;
      present = null;
      settings.microphone?.set(false);
      if (window !== null) await endWindow(window);
    },
    setShown(isShown) {
      if (isShown) present?.show();
      else {
        // The page ends what it records when it is hidden; nothing new begins there.
        settings.microphone?.set(false);
        present?.hide();
      }
    },
    tellChanged() {
      present?.webContents.send(CHANGED_SIGNAL);
    },
    owns(sender) {
      return isPageOf(present, settings.place.page, sender);
    },
  };
}

function makeWindow(
  { place, preload, devTools, fillsScreen, microphone }: HouseWindowSettings,
  files: AppFiles,
): BrowserWindow {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize;
  const window = new BrowserWindow({
    ...frameOf(fillsScreen()),
    width: Math.min(width, LARGEST.width),
    height: Math.min(height, LARGEST.height),
    webPreferences: lockedPage({ session: ownSession(place.partition, files, microphone), preload, devTools }),
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  if (fillsScreen()) keepOpen(window);
  // A crashed page comes back to where its session stands: that lives elsewhere.
  window.webContents.on('render-process-gone', () => window.webContents.reload());
  return window;
}
