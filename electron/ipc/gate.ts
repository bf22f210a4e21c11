import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { Ask } from '../thread/calls.ts';
import type { KioskService } from '../thread/services.ts';
import { ALL_CHANNELS, mayUse, type WindowName } from './audience.ts';

/** Where a message came from, as far as the check needs it. */
export interface Sender {
  readonly webContentsId: number;
  readonly isMainFrame: boolean;
  readonly url: string;
}

/**
 * Opens every channel that there is, before there is a page. A message from anywhere but the page of a window that has the
 * channel is refused before anything looks at it; the kiosk answers the others as soon as it can.
 *
 * @param ask asks the kiosk's thread
 * @param windowOf tells whose page a message comes from; null when it is of none that is open
 */
export function openGate(ask: Ask<KioskService>, windowOf: (sender: Sender) => WindowName | null): void {
  for (const channel of ALL_CHANNELS)
    ipcMain.handle(channel, async (event, payload: unknown) => {
      const sender = senderOf(event);
      if (!mayUse(windowOf(sender), channel)) throw new Error(REFUSAL);
      const answer = await ask('answer', channel, payload);
      // The window may have gone meanwhile, and what was found out for its person is not for the next.
      if (!mayUse(windowOf(sender), channel)) throw new Error(REFUSAL);
      if (!answer.ok) throw new Error(answer.error);
      return answer.value;
    });
}

const REFUSAL = 'Refused: this window has no such channel';

function senderOf({ sender, senderFrame }: IpcMainInvokeEvent): Sender {
  return {
    webContentsId: sender.id,
    isMainFrame: senderFrame !== null && senderFrame === sender.mainFrame,
    url: senderFrame?.url ?? '',
  };
}
