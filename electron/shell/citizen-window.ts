import { BrowserWindow, screen, type Session } from 'electron';
import { CHANGED_SIGNAL, DEMO_ARGUMENT } from '../../ipc/channels.ts';
import type { Sender } from '../ipc/gate.ts';
import { APP_ORIGIN, type AppFiles, type KioskParts } from './app-protocol.ts';
import type { WindowKind } from '../thread/services.ts';
import { endWindow, frameOf, isPageOf, keepOpen, lockedPage, ownSession } from './window-parts.ts';

/** How the citizen's window is made. */
export interface CitizenWindowSettings {
  readonly files: Omit<AppFiles, 'kiosk' | 'page' | 'framed'>;
  /** What stands behind the window: it may still be opening. */
  readonly kiosk: KioskParts;
  readonly preload: string;
  readonly devTools: boolean;
  /** Called when the window is gone although nobody ended it. */
  readonly onClosed: () => void;
}

/** The citizen's window: one renderer process per person. */
export interface CitizenWindow {
  /** Makes the first window and lets it load, without showing it: the home is still being opened. */
  begin(expected: WindowKind): void;
  /** Shows the first window, as the kind that the home has turned out to be. */
  show(kind: WindowKind): Promise<void>;
  /**
   * Replaces the window by a new one with a new process and the other, cleared partition. JavaScript strings cannot
   * be wiped, so the process that held a person's words ends with the visit.
   *
   * @param kind another, where the home has become another; otherwise null
   */
  renew(kind: WindowKind | null): Promise<void>;
  /** Tells the page that something changed without its asking. */
  tellChanged(): void;
  /** Whether a message comes from the present window's own page, not from a frame in it and not from an old window. */
  owns(sender: Sender): boolean;
}

/** In memory: a partition without `persist:` writes nothing. */
const PARTITIONS = ['citizen-a', 'citizen-b'] as const;

const PAGE = '/index.html' as const;

/** The screen that the kiosk is drawn for. */
const DESIGN = { width: 1080, height: 1920 };

/** A window that loads. */
interface Loading {
  readonly window: BrowserWindow;
  readonly painted: Promise<void>;
}

/** Makes the keeper of the citizen's window. */
export function createCitizenWindow(settings: CitizenWindowSettings): CitizenWindow {
  let isOpen = false;
  const files = { ...settings.files, page: PAGE, framed: null, kiosk: () => (isOpen ? settings.kiosk : null) };
  let kind: WindowKind = { fillsScreen: true, isDemo: false };
  let present: Loading | null = null;
  let partition = 0;

  /** Makes the window and lets it load; from the start on its messages are the ones that count. */
  const load = (session: Session): Loading => {
    const window = new BrowserWindow(windowOptions(settings, kind, session));
    // A crashed page comes back to the same question: the visit lives here, not there.
    window.webContents.on('render-process-gone', () => window.webContents.reload());
    window.on('page-title-updated', (event) => event.preventDefault());
    if (kind.fillsScreen) keepOpen(window);
    window.on('closed', () => {
      if (present?.window === window) settings.onClosed();
    });
    const painted = new Promise<void>((resolve) => {
      window.once('ready-to-show', () => resolve());
    });
    present = { window, painted };
    // A load that is broken off is followed by the reload that broke it off.
    window.loadURL(`${APP_ORIGIN}${PAGE}`).catch(() => undefined);
    return present;
  };

  return {
    begin(expected) {
      kind = expected;
      load(ownSession(PARTITIONS[partition] ?? PARTITIONS[0], files));
    },
    async show(found) {
      isOpen = true;
      if (present === null) return;
      const { window, painted } = present;
      if (found.fillsScreen && !kind.fillsScreen) fillScreen(window);
      kind = found;
      await painted;
      window.show();
    },
    async renew(found) {
      const old = present?.window ?? null;
      kind = found ?? kind;
      partition = 1 - partition;
      const session = ownSession(PARTITIONS[partition] ?? PARTITIONS[0], files);
      await session.clearStorageData();
      const { window, painted } = load(session);
      await painted;
      window.show();
      if (old !== null) await endWindow(old);
    },
    tellChanged() {
      present?.window.webContents.send(CHANGED_SIGNAL);
    },
    owns(sender) {
      return isPageOf(present?.window ?? null, PAGE, sender);
    },
  };
}

/** Makes a window that is not shown yet into one that fills the screen. */
function fillScreen(window: BrowserWindow): void {
  window.setKiosk(true);
  window.setFullScreen(true);
  keepOpen(window);
}

/** The design's shape, as large as it is drawn or as the screen allows. */
function fitting(area: { readonly width: number; readonly height: number }): typeof DESIGN {
  const scale = Math.min(1, area.width / DESIGN.width, area.height / DESIGN.height);
  return { width: Math.round(DESIGN.width * scale), height: Math.round(DESIGN.height * scale) };
}

function windowOptions(
  { preload, devTools }: CitizenWindowSettings,
  { fillsScreen, isDemo }: WindowKind,
  session: Session,
): Electron.BrowserWindowConstructorOptions {
  return {
    ...frameOf(fillsScreen),
    ...fitting(screen.getPrimaryDisplay().workAreaSize),
    webPreferences: lockedPage({ session, preload, devTools, extra: isDemo ? [DEMO_ARGUMENT] : [] }),
  };
}
