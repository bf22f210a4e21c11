import { requestSchemas, type Channel, type Replies, type Request } from '../../ipc/contract.ts';

/** The work behind each channel. */
export type Handlers<C extends Channel> = {
  readonly [K in C]: (request: Request<K>) => Replies[K] | Promise<Replies[K]>;
};

/** The work behind the channels that a kiosk has; the others are refused. */
export type Served = Partial<Handlers<Channel>>;

/** Thrown by a handler whose caller may not have it done. */
export class NotAdmitted extends Error {}

/** Answers a message that was let in. */
export type Answer = (channel: Channel, payload: unknown) => Promise<unknown>;

/**
 * Answers messages that fit their channel's schema. What does not fit is refused before anything looks at it; the
 * refusal repeats nothing of it.
 *
 * @param handlers who does the work now
 */
export function serve(handlers: (channel: Channel) => Promise<Served>): Answer {
  return (channel, payload) => serveOne(channel, payload, handlers);
}

async function serveOne<C extends Channel>(
  channel: C,
  payload: unknown,
  handlers: (channel: Channel) => Promise<Served>,
): Promise<Replies[C]> {
  const request = requestSchemas[channel].safeParse(payload);
  if (!request.success) throw new Error('Refused: the request does not fit the contract');
  const served: Served = await handlers(channel);
  const handle: Served[C] = served[channel];
  if (handle === undefined) throw new Error('Refused: this kiosk has no such channel');
  try {
    // The schema of this very channel has just accepted it.
    return await handle(request.data as Request<C>);
  } catch (thrown) {
    if (thrown instanceof NotAdmitted) throw new Error('Refused: nobody who may do this is signed in');
    // Electron prints what a handler throws, and an error may quote what it stumbled over: an answer, perhaps.
    throw new Error(`Failed: the kiosk could not do ${channel}`);
  }
}
