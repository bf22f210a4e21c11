import { app, clipboard, session as sessions, type BrowserWindow, type Session } from 'electron';
import type { Sender } from '../ipc/gate.ts';
import { APP_ORIGIN, serveApp, type AppFiles } from './app-protocol.ts';
import { lockDownSession } from './lockdown.ts';
import type { Microphone } from './microphone.ts';

/** What a page is shown with: nothing but its preload reaches out of it. */
export function lockedPage({
  session,
  preload,
  devTools,
  extra = [],
}: {
  readonly session: Session;
  readonly preload: string;
  readonly devTools: boolean;
  readonly extra?: string[];
}): Electron.WebPreferences {
  return {
    session,
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    devTools,
    additionalArguments: extra,
    spellcheck: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    // Nothing sounds before the person touched the screen; after that a safety page may speak by itself.
    autoplayPolicy: 'document-user-activation-required',
    enableWebSQL: false,
  };
}

/** A window that is not shown yet: one that fills the screen, or an ordinary one. */
export function frameOf(fillsScreen: boolean): Electron.BrowserWindowConstructorOptions {
  return {
    title: 'Matu',
    show: false,
    kiosk: fillsScreen,
    fullscreen: fillsScreen,
    frame: !fillsScreen,
    autoHideMenuBar: true,
    backgroundColor: '#FBF8F3',
  };
}

/**
 * A session, closed up when it is first asked for: sessions live as long as the program.
 *
 * @param partition in memory: a name without `persist:` writes nothing
 */
export function ownSession(partition: string, files: AppFiles, microphone?: Microphone): Session {
  const session = sessions.fromPartition(partition);
  if (session.protocol.isProtocolHandled('app')) return session;
  lockDownSession(session, microphone);
  serveApp(session, files);
  return session;
}

/** Tells whether a message comes from a window's own page, not from a frame in it. */
export function isPageOf(
  window: BrowserWindow | null,
  page: string,
  { webContentsId, isMainFrame, url }: Sender,
): boolean {
  return isMainFrame && window?.webContents.id === webContentsId && url === `${APP_ORIGIN}${page}`;
}

/** Ends a person's process, and forgets what it left in this one. */
export async function endWindow(window: BrowserWindow): Promise<void> {
  const { session } = window.webContents;
  window.destroy();
  forgetSelections();
  await session.clearStorageData();
  await session.clearCache();
}

/** A full-screen kiosk ends when the program is told to quit, not when somebody closes its window. */
export function keepOpen(window: BrowserWindow): void {
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
