import { ipcMain } from 'electron';
import { requestSchemas, type Channel, type Replies, type Request } from '../../ipc/contract.ts';

/** Where a message came from, as far as the check needs it. */
export interface Sender {
  readonly webContentsId: number;
  readonly isMainFrame: boolean;
  readonly url: string;
}

/** The work behind each channel. */
export type Handlers<C extends Channel> = {
  readonly [K in C]: (request: Request<K>) => Replies[K] | Promise<Replies[K]>;
};

/**
 * Serves channels to one window. A message from anywhere else, or one that does not fit its schema, is refused before
 * anything looks at it; the refusal repeats nothing of it.
 */
export function serve<C extends Channel>(handlers: Handlers<C>, isAllowed: (sender: Sender) => boolean): void {
  for (const channel of Object.keys(handlers) as C[]) serveOne(channel, handlers[channel], isAllowed);
}

function serveOne<C extends Channel>(channel: C, handle: Handlers<C>[C], isAllowed: (sender: Sender) => boolean): void {
  ipcMain.handle(channel, async (event, payload: unknown) => {
    const frame = event.senderFrame;
    const sender = {
      webContentsId: event.sender.id,
      isMainFrame: frame !== null && frame === event.sender.mainFrame,
      url: frame?.url ?? '',
    };
    if (!isAllowed(sender)) throw new Error('Refused: this window has no such channel');
    const request = requestSchemas[channel].safeParse(payload);
    if (!request.success) throw new Error('Refused: the request does not fit the contract');
    try {
      // The schema of this very channel has just accepted it.
      return await handle(request.data as Request<C>);
    } catch {
      // Electron prints what a handler throws, and an error may quote what it stumbled over: an answer, perhaps.
      throw new Error(`Failed: the kiosk could not do ${channel}`);
    }
  });
}
