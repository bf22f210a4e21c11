import type { ClientRequest } from 'node:http';
import type { Call, Caller, CallFailure, CallOutcome } from './caller.ts';

/** How a site's second channel is reached. */
export interface HttpChannel {
  /** http: or https:, as the site has set it. */
  readonly url: string;
  /** The house's name; the only thing that a message says besides what kind of call it is. */
  readonly kioskLabel: string;
  /** How long one answer may take. */
  readonly timeoutMs: number;
  /** How long to wait before asking again whether somebody has acknowledged. */
  readonly askAgainMs: number;
}

const ACKNOWLEDGED_LATER = 202;

/**
 * Calls over HTTP: one POST of a fixed JSON body, `{"kiosk":"…","call":"come"|"comeSecond"|"test","again":false}`.
 *
 * - 2xx: somebody has acknowledged, and comes
 * - 202: the call was taken, and nobody has acknowledged yet; the same message follows with `again` until 200
 * - everything else fails, also a redirection: the message goes to the site's address and nowhere else
 *
 * The body of an answer is never read, so it cannot be too large. Source: docs/second-channel.md
 */
export function createHttpCaller(channel: HttpChannel): Caller {
  return {
    call: (call, told) => {
      const conversation = new Conversation(channel, call, told);
      conversation.say(false);
      return () => conversation.end();
    },
  };
}

class Conversation {
  readonly #channel: HttpChannel;
  readonly #call: Call;
  readonly #told: (outcome: CallOutcome) => void;
  #request: ClientRequest | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isOver = false;

  constructor(channel: HttpChannel, call: Call, told: (outcome: CallOutcome) => void) {
    this.#channel = channel;
    this.#call = call;
    this.#told = told;
  }

  say(again: boolean): void {
    // Counted from the beginning: a server that sends a byte now and then must not hold the call up.
    this.#timer = setTimeout(() => this.#fail('timedOut'), this.#channel.timeoutMs);
    this.#ask(again).catch(() => this.#fail('unreachable'));
  }

  async #ask(again: boolean): Promise<void> {
    const { url, kioskLabel } = this.#channel;
    const body = JSON.stringify({ kiosk: kioskLabel, call: this.#call.kind, again });
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    // Loaded when somebody is called: every start would wait for it, and few houses have a second channel.
    const { request: open } = url.startsWith('https:') ? await import('node:https') : await import('node:http');
    if (this.#isOver) return;
    // No agent: nothing of one call is kept for the next.
    const request = open(url, { method: 'POST', headers, agent: false });
    this.#request = request;
    request.on('response', ({ statusCode = 0 }) => this.#hear(statusCode));
    request.on('error', () => this.#fail('unreachable'));
    request.end(body);
  }

  /** Ends without telling anything. */
  end(): void {
    this.#isOver = true;
    this.#letGo();
  }

  #hear(status: number): void {
    if (this.#isOver) return;
    if (status === ACKNOWLEDGED_LATER) return this.#askAgain();
    if (status >= 200 && status < 300) return this.#tell({ kind: 'acknowledged' });
    this.#fail('refused');
  }

  #askAgain(): void {
    this.#letGo();
    this.#timer = setTimeout(() => this.say(true), this.#channel.askAgainMs);
  }

  #fail(failure: CallFailure): void {
    this.#tell({ kind: 'failed', failure });
  }

  #tell(outcome: CallOutcome): void {
    if (this.#isOver) return;
    this.end();
    this.#told(outcome);
  }

  #letGo(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const request = this.#request;
    this.#request = null;
    // What is still on its way may break: nobody waits for it any more.
    request?.removeAllListeners().on('error', () => undefined);
    request?.destroy();
  }
}
