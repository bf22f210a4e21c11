import { join } from 'node:path';
import { app } from 'electron';
import type { ContentVersion } from '../content/content-version.ts';
import { speechHandlers } from '../ipc/handlers/speech.ts';
import { serve } from '../ipc/serve.ts';
import { openSpeech } from '../speech/open-speech.ts';
import { createCitizenWindow, type CitizenWindow } from './citizen-window.ts';

/** How a citizen's window stands on the screen. */
export interface WindowKind {
  readonly fillsScreen: boolean;
  readonly isDemo: boolean;
}

/** Makes the citizen's window together with its voice: what a page says ends when the page does. */
export function createSpeakingWindow(content: () => ContentVersion, kind: WindowKind): CitizenWindow {
  const folder = app.getAppPath();
  const speech = openSpeech(join(folder, 'audio'), (language, hash) => content().recording(language, hash));
  const window = createCitizenWindow({
    files: {
      rendererFolder: join(folder, 'renderer'),
      pictogramSheet: () => content().pictogramSheet(),
      sound: (token) => speech.sound(token),
    },
    preload: join(folder, 'main', 'preload.cjs'),
    ...kind,
    devTools: __TEST_BUILD__,
    onRenewed: () => speech.hush(),
    onClosed: () => app.quit(),
  });
  serve(speechHandlers(speech), (sender) => window.owns(sender));
  return window;
}
