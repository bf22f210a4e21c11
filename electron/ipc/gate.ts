import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { CITIZEN_CHANNELS, DEMO_CHANNELS, PAPER_CHANNELS } from '../../ipc/channels.ts';
import type { Answer } from './serve.ts';

/** Where a message came from, as far as the check needs it. */
export interface Sender {
  readonly webContentsId: number;
  readonly isMainFrame: boolean;
  readonly url: string;
}

const CHANNELS = [...CITIZEN_CHANNELS, ...PAPER_CHANNELS, ...DEMO_CHANNELS];

/**
 * Opens every channel that there is, before there is a page. A message from anywhere but the window's own page is
 * refused before anything looks at it; the others wait until there is a kiosk to answer them.
 */
export function openGate(answer: Promise<Answer>, isAllowed: (sender: Sender) => boolean): void {
  for (const channel of CHANNELS)
    ipcMain.handle(channel, async (event, payload: unknown) => {
      const sender = senderOf(event);
      const refuse = (): never => {
        throw new Error('Refused: this window has no such channel');
      };
      if (!isAllowed(sender)) refuse();
      const answerNow = await answer;
      // The window may have gone while the kiosk opened.
      return isAllowed(sender) ? answerNow(channel, payload) : refuse();
    });
}

function senderOf({ sender, senderFrame }: IpcMainInvokeEvent): Sender {
  return {
    webContentsId: sender.id,
    isMainFrame: senderFrame !== null && senderFrame === sender.mainFrame,
    url: senderFrame?.url ?? '',
  };
}
