import type { DemoChannel } from '../../../ipc/channels.ts';
import type { Replies } from '../../../ipc/contract.ts';
import type { Handlers } from '../serve.ts';

/** The handler of the staff button that demo homes show. */
export function demoHandlers(exportNow: () => Replies['demo.export']): Handlers<DemoChannel> {
  return { 'demo.export': exportNow };
}
