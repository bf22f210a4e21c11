import { app, BrowserWindow, clipboard, screen, session as sessions, type Session } from 'electron';
import { CHANGED_SIGNAL, DEMO_ARGUMENT } from '../../ipc/channels.ts';
import { APP_ORIGIN, serveApp, type AppFiles } from './app-protocol.ts';
import { lockDownSession } from './lockdown.ts';

/** How the citizen's window is made. */
export interface CitizenWindowSettings {
  readonly files: AppFiles;
  readonly preload: string;
  /** The production kiosk fills the screen and cannot be left; a demo home opens an ordinary window. */
  readonly fillsScreen: boolean;
  readonly devTools: boolean;
  /** Demo homes have a few channels more. */
  readonly isDemo: boolean;
  /** Called when a person leaves, before the next one's window opens. */
  readonly onRenewed: () => void;
  /** Called when the window is gone although nobody ended it. */
  readonly onClosed: () => void;
}

/** The citizen's window: one renderer process per person. */
export interface CitizenWindow {
  /** Opens the first window. */
  open(): Promise<void>;
  /**
   * Replaces the window by a new one with a new process and the other, cleared partition. JavaScript strings cannot
   * be wiped, so the process that held a person's words ends with the visit.
   */
  renew(): Promise<void>;
  /** Tells the page that something changed without its asking. */
  tellChanged(): void;
  /** Whether a message comes from the present window's own page, not from a frame in it and not from an old window. */
  owns(sender: { readonly webContentsId: number; readonly isMainFrame: boolean; readonly url: string }): boolean;
}

/** In memory: a partition without `persist:` writes nothing. */
const PARTITIONS = ['citizen-a', 'citizen-b'] as const;

/** The screen that the kiosk is drawn for. */
const DESIGN = { width: 1080, height: 1920 };

/** Makes the keeper of the citizen's window. */
export function createCitizenWindow(settings: CitizenWindowSettings): CitizenWindow {
  let present: BrowserWindow | null = null;
  let partition = 0;

  /** Makes the window and lets it load; from the start on its messages are the ones that count. */
  const open = async (): Promise<void> => {
    const session = sessions.fromPartition(PARTITIONS[partition] ?? PARTITIONS[0]);
    await prepareSession(session, settings.files);
    const window = new BrowserWindow(windowOptions(settings, session));
    present = window;
    // A crashed page comes back to the same question: the visit lives here, not there.
    window.webContents.on('render-process-gone', () => window.webContents.reload());
    window.on('page-title-updated', (event) => event.preventDefault());
    if (settings.fillsScreen) keepOpen(window);
    window.on('closed', () => {
      if (present === window) settings.onClosed();
    });
    const painted = new Promise<void>((resolve) => {
      window.once('ready-to-show', () => resolve());
    });
    // A load that is broken off is followed by the reload that broke it off.
    window.loadURL(`${APP_ORIGIN}/index.html`).catch(() => undefined);
    await painted;
    window.show();
  };

  return {
    open,
    async renew() {
      const old = present;
      partition = 1 - partition;
      settings.onRenewed();
      await open();
      if (old === null) return;
      const { session } = old.webContents;
      old.destroy();
      forgetSelections();
      await session.clearStorageData();
      await session.clearCache();
    },
    tellChanged() {
      present?.webContents.send(CHANGED_SIGNAL);
    },
    owns({ webContentsId, isMainFrame, url }) {
      return isMainFrame && present?.webContents.id === webContentsId && url === `${APP_ORIGIN}/index.html`;
    },
  };
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

async function prepareSession(session: Session, files: AppFiles): Promise<void> {
  // The two sessions live as long as the program: each is closed up once.
  if (!session.protocol.isProtocolHandled('app')) {
    lockDownSession(session);
    serveApp(session, files);
  }
  await session.clearStorageData();
}

/** The design's shape, as large as it is drawn or as the screen allows. */
function fitting(area: { readonly width: number; readonly height: number }): typeof DESIGN {
  const scale = Math.min(1, area.width / DESIGN.width, area.height / DESIGN.height);
  return { width: Math.round(DESIGN.width * scale), height: Math.round(DESIGN.height * scale) };
}

function windowOptions(
  { preload, fillsScreen, devTools, isDemo }: CitizenWindowSettings,
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
