import { join } from 'node:path';
import type { WindowName } from '../ipc/audience.ts';
import type { Sender } from '../ipc/gate.ts';
import type { Ask } from '../thread/calls.ts';
import type { KioskService, WindowKind, WindowService } from '../thread/services.ts';
import type { AppFiles } from './app-protocol.ts';
import { createCitizenWindow, type CitizenWindow } from './citizen-window.ts';
import { createDeskWindow, type DeskWindow } from './desk-window.ts';

/** How the windows of a kiosk are made. */
export interface KioskWindowsSettings {
  /** Asks the kiosk's thread. */
  readonly ask: Ask<KioskService>;
  readonly files: Omit<AppFiles, 'kiosk' | 'page'>;
  /** The folder of the built preloads. */
  readonly preloads: string;
  readonly devTools: boolean;
  /** Called when the citizen's window is gone although nobody ended it. */
  readonly onClosed: () => void;
}

/** The citizen's window, and the staff's over it now and then. */
export interface KioskWindows extends Pick<CitizenWindow, 'begin' | 'show' | 'renew' | 'tellChanged'> {
  readonly desk: DeskWindow;
  /** Whose page a message comes from; null when it is of none that is open. */
  readonly windowOf: (sender: Sender) => WindowName | null;
}

/** Makes the windows. */
export function openWindows({ ask, files, preloads, devTools, onClosed }: KioskWindowsSettings): KioskWindows {
  const kiosk = {
    pictogramSheet: () => ask('pictogramSheet'),
    sound: (token: string) => ask('sound', token),
    picture: (person: number) => ask('picture', person),
  };
  let fillsScreen = true;
  const citizen = createCitizenWindow({
    ...{ files, kiosk, devTools, onClosed },
    preload: join(preloads, 'preload.cjs'),
  });
  const desk = createDeskWindow({
    ...{ files, kiosk, devTools },
    preload: join(preloads, 'preload-desk.cjs'),
    fillsScreen: () => fillsScreen,
    onClosed: () => void ask('deskClosed'),
  });
  const known = (kind: WindowKind | null): void => {
    fillsScreen = kind?.fillsScreen ?? fillsScreen;
  };
  return {
    begin: (expected) => citizen.begin(expected),
    show: (kind) => {
      known(kind);
      return citizen.show(kind);
    },
    renew: (kind) => {
      known(kind);
      return citizen.renew(kind);
    },
    tellChanged: () => {
      citizen.tellChanged();
      desk.tellChanged();
    },
    desk,
    windowOf: (sender) => (citizen.owns(sender) ? 'citizen' : desk.owns(sender) ? 'desk' : null),
  };
}

/** What the windows do for the kiosk's thread, as soon as they are there. */
export function servedBy(
  windows: Promise<KioskWindows>,
): Pick<WindowService, 'show' | 'renew' | 'tellChanged' | 'openDesk' | 'closeDesk' | 'setDeskShown'> {
  return {
    show: async (kind) => (await windows).show(kind),
    renew: async (kind) => (await windows).renew(kind),
    tellChanged: () => void windows.then((present) => present.tellChanged()),
    openDesk: async () => (await windows).desk.open(),
    closeDesk: async () => (await windows).desk.close(),
    setDeskShown: async (isShown) => (await windows).desk.setShown(isShown),
  };
}
