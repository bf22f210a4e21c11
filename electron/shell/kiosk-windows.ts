import { join } from 'node:path';
import { WINDOWS, type WindowName } from '../ipc/audience.ts';
import { systemUptime } from '../../node/system-uptime.ts';
import type { Sender } from '../ipc/gate.ts';
import type { Ask } from '../thread/calls.ts';
import type { KioskService, WindowKind, WindowService } from '../thread/services.ts';
import { APP_ORIGIN, type AppFiles } from './app-protocol.ts';
import { createCitizenWindow, type CitizenWindow } from './citizen-window.ts';
import { Microphone } from './microphone.ts';
import { createHouseWindow, DESK, TRANSLATIONS, type HouseWindow } from './house-window.ts';

/** How the windows of a kiosk are made. */
export interface KioskWindowsSettings {
  /** Asks the kiosk's thread. */
  readonly ask: Ask<KioskService>;
  readonly files: Omit<AppFiles, 'kiosk' | 'page' | 'framed'>;
  /** The folder of the built preloads. */
  readonly preloads: string;
  readonly devTools: boolean;
  /** Called when the citizen's window is gone although nobody ended it. */
  readonly onClosed: () => void;
}

/** The citizen's window, and now and then the staff's over it, and over that the one for the texts. */
export interface KioskWindows extends Pick<CitizenWindow, 'begin' | 'show' | 'renew' | 'tellChanged'> {
  readonly desk: HouseWindow;
  readonly translations: HouseWindow;
  readonly microphone: Microphone;
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
  const house = { files, kiosk, devTools, fillsScreen: () => fillsScreen };
  const desk = createHouseWindow({
    ...house,
    place: DESK,
    preload: join(preloads, 'preload-desk.cjs'),
    onClosed: () => void ask('deskClosed'),
  });
  const microphone = new Microphone(APP_ORIGIN, systemUptime());
  const translations = createHouseWindow({
    ...house,
    microphone,
    place: TRANSLATIONS,
    preload: join(preloads, 'preload-translations.cjs'),
    onClosed: () => void ask('translationsClosed'),
  });
  const known = (kind: WindowKind | null): void => {
    fillsScreen = kind?.fillsScreen ?? fillsScreen;
  };
  const owners = { citizen, desk, translations };
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
      translations.tellChanged();
    },
    desk,
    translations,
    microphone,
    windowOf: (sender) => WINDOWS.find((name) => owners[name].owns(sender)) ?? null,
  };
}

/** What the windows do for the kiosk's thread, as soon as they are there. */
export function servedBy(
  windows: Promise<KioskWindows>,
): Pick<
  WindowService,
  | 'show'
  | 'renew'
  | 'tellChanged'
  | 'openDesk'
  | 'closeDesk'
  | 'setDeskShown'
  | 'openTranslations'
  | 'closeTranslations'
  | 'setMicrophone'
> {
  return {
    show: async (kind) => (await windows).show(kind),
    renew: async (kind) => (await windows).renew(kind),
    tellChanged: () => void windows.then((present) => present.tellChanged()),
    openDesk: async () => (await windows).desk.open(),
    closeDesk: async () => (await windows).desk.close(),
    setDeskShown: async (isShown) => {
      const { desk, translations } = await windows;
      desk.setShown(isShown);
      translations.setShown(isShown);
    },
    openTranslations: async () => (await windows).translations.open(),
    closeTranslations: async () => (await windows).translations.close(),
    setMicrophone: async (isOpen) => (await windows).microphone.set(isOpen),
  };
}
