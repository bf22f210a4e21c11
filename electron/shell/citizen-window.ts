import { app, BrowserWindow, clipboard, screen, session as sessions, type Session } from 'electron';
import { CHANGED_SIGNAL, DEMO_ARGUMENT } from '../../ipc/channels.ts';
import { APP_ORIGIN, serveApp, type AppFiles, type KioskParts } from './app-protocol.ts';
import { lockDownSession } from './lockdown.ts';
import type { WindowKind } from '../thread/services.ts';

/** How the citizen's window is made. */
export interface CitizenWindowSettings {
  readonly files: Omit<AppFiles, 'kiosk'>;
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
  owns(sender: { readonly webContentsId: number; readonly isMainFrame: boolean; readonly url: string }): boolean;
}

/** In memory: a partition without `persist:` writes nothing. */
const PARTITIONS = ['citizen-a', 'citizen-b'] as const;

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
  const files = { ...settings.files, kiosk: () => (isOpen ? settings.kiosk : null) };
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
    window.loadURL(`${APP_ORIGIN}/index.html`).catch(() => undefined);
    return present;
  };

  return {
    begin(expected) {
      kind = expected;
      load(ownSession(partition, files));
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
      const session = ownSession(partition, files);
      await session.clearStorageData();
      const { window, painted } = load(session);
      await painted;
      window.show();
      if (old !== null) await endWindow(old);
    },
    tellChanged() {
      present?.window.webContents.send(CHANGED_SIGNAL);
    },
    owns({ webContentsId, isMainFrame, url }) {
      return isMainFrame && present?.window.webContents.id === webContentsId && url === `${APP_ORIGIN}/index.html`;
    },
  };
}

/** Ends a person's process, and forgets what it left in this one. */
async function endWindow(window: BrowserWindow): Promise<void> {
  const { session } = window.webContents;
  window.destroy();
  forgetSelections();
  await session.clearStorageData();
  await session.clearCache();
}

/** Makes a window that is not shown yet into one that fills the screen. */
function fillScreen(window: BrowserWindow): void {
  window.setKiosk(true);
  window.setFullScreen(true);
  keepOpen(window);
}

/** A full-screen kiosk ends when the program is told to quit, not when somebody closes its window. */
function keepOpen(window: BrowserWindow): void {
  let isQuitting = false;
  app.once('before-quit', () => (isQuitting = true));
  window.on('close', (event) => {
    if (!isQuitting) event.preventDefault();
  });
}

/** What was marked or copied belongs to the program, not to the page, and would outlive its process. */
function forgetSelections(): void {
  clipboard.clear();
  if (process.platform !== 'linux') return;
  // The development runtime names the marked text by an argument, today's Electron by a clipboard of its own.
  const old: { clear(kind: string): void } = clipboard;
  if ('selection' in clipboard) clipboard.selection.clear();
  else old.clear('selection');
}

/** One of the two sessions, closed up when it is first asked for: they live as long as the program. */
function ownSession(partition: number, files: AppFiles): Session {
  const session = sessions.fromPartition(PARTITIONS[partition] ?? PARTITIONS[0]);
  if (session.protocol.isProtocolHandled('app')) return session;
  lockDownSession(session);
  serveApp(session, files);
  return session;
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
    title: 'Matu',
    ...fitting(screen.getPrimaryDisplay().workAreaSize),
    show: false,
    kiosk: fillsScreen,
    fullscreen: fillsScreen,
    frame: !fillsScreen,
    autoHideMenuBar: true,
    backgroundColor: '#FBF8F3',
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools,
      additionalArguments: isDemo ? [DEMO_ARGUMENT] : [],
      spellcheck: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      // Nothing sounds before the person touched the screen; after that a safety page may speak by itself.
      autoplayPolicy: 'document-user-activation-required',
      enableWebSQL: false,
    },
  };
}
