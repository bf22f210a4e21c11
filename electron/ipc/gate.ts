import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { CITIZEN_CHANNELS, DEMO_CHANNELS, PAPER_CHANNELS } from '../../ipc/channels.ts';
import type { Ask } from '../thread/calls.ts';
import type { KioskService } from '../thread/services.ts';

/** Where a message came from, as far as the check needs it. */
export interface Sender {
  readonly webContentsId: number;
  readonly isMainFrame: boolean;
  readonly url: string;
}

const CHANNELS = [...CITIZEN_CHANNELS, ...PAPER_CHANNELS, ...DEMO_CHANNELS];

/**
 * Opens every channel that there is, before there is a page. A message from anywhere but the window's own page is
 * refused before anything looks at it; the kiosk answers the others as soon as it can.
 *
 * @param ask asks the kiosk's thread
 */
export function openGate(ask: Ask<KioskService>, isAllowed: (sender: Sender) => boolean): void {
  for (const channel of CHANNELS)
    ipcMain.handle(channel, async (event, payload: unknown) => {
      const sender = senderOf(event);
      if (!isAllowed(sender)) throw new Error(REFUSAL);
      const answer = await ask('answer', channel, payload);
      // The window may have gone meanwhile, and what was found out for its person is not for the next.
      if (!isAllowed(sender)) throw new Error(REFUSAL);
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
