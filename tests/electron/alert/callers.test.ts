import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHttpCaller } from '../../../electron/alert/http-caller.ts';
import { createWindowCaller } from '../../../electron/alert/window-caller.ts';
import type { Call, CallOutcome } from '../../../electron/alert/caller.ts';
import { callerSuite } from './caller-suite.ts';
import { openChannelServer, say, type Answering, type ChannelServer } from './channel-server.ts';
import { FakeCaller } from './fake-caller.ts';

const LABEL = 'Øvehuset';
const TIMEOUT_MS = 400;
const ASK_AGAIN_MS = 40;

let server: ChannelServer;
beforeEach(async () => {
  server = await openChannelServer();
});
afterEach(() => server.close());

function httpCaller(url = server.url) {
  return createHttpCaller({ url, kioskLabel: LABEL, timeoutMs: TIMEOUT_MS, askAgainMs: ASK_AGAIN_MS });
}

/** What comes of a call. */
function outcomeOf(call: Call = { kind: 'come' }, url?: string): Promise<CallOutcome> {
  return new Promise((resolve) => httpCaller(url).call(call, resolve));
}

callerSuite('The fake', () => {
  const caller = new FakeCaller();
  return {
    caller,
    acknowledge: () => caller.tell({ kind: 'acknowledged' }),
    breakDown: () => (caller.isBroken = true),
    settle: () => Promise.resolve(),
  };
});

callerSuite('The kiosk’s own screen or sound', () => {
  let hasWindow = true;
  const caller = createWindowCaller(() => hasWindow);
  return {
    caller,
    acknowledge: () => caller.acknowledge(),
    breakDown: () => (hasWindow = false),
    settle: () => Promise.resolve(),
  };
});

callerSuite('The channel over HTTP', () => {
  server.answering = say(202);
  return {
    caller: httpCaller(),
    acknowledge: () => {
      server.answering = say(200);
      setTimeout(() => (server.answering = say(202)), 3 * ASK_AGAIN_MS);
    },
    breakDown: () => (server.answering = say(500)),
    settle: () => wait(4 * ASK_AGAIN_MS),
  };
});

describe('The channel over HTTP', () => {
  test.each<[string, Answering, CallOutcome]>([
    ['is acknowledged by 200', say(200), { kind: 'acknowledged' }],
    ['is acknowledged by 204', say(204), { kind: 'acknowledged' }],
    ['is acknowledged without waiting for a huge body', hugeBody, { kind: 'acknowledged' }],
    ['takes no redirection', say(302, { location: 'http://127.0.0.1:9/' }), { kind: 'failed', failure: 'refused' }],
    ['is refused by 403', say(403), { kind: 'failed', failure: 'refused' }],
    ['is refused by a server that is not well', say(503), { kind: 'failed', failure: 'refused' }],
    ['does not wait for ever', () => undefined, { kind: 'failed', failure: 'timedOut' }],
    ['is not held up by headers that come drop by drop', drops, { kind: 'failed', failure: 'timedOut' }],
    ['knows when the line is dropped', (response) => response.destroy(), { kind: 'failed', failure: 'unreachable' }],
    ['takes no headers without end', hugeHeaders, { kind: 'failed', failure: 'unreachable' }],
  ])('%s', async (_, answering, outcome) => {
    server.answering = answering;
    expect(await outcomeOf()).toEqual(outcome);
  });

  test('fails where nobody listens', async () => {
    const { url } = server;
    await server.close();
    expect(await outcomeOf({ kind: 'come' }, url)).toEqual({ kind: 'failed', failure: 'unreachable' });
    server = await openChannelServer();
  });

  test.each<Call['kind']>(['come', 'comeSecond', 'test'])(
    'says "%s" and the name of the house, and no more',
    async (kind) => {
      server.answering = say(200);
      await outcomeOf({ kind });
      expect(server.bodies).toEqual([JSON.stringify({ kiosk: LABEL, call: kind, again: false })]);
    },
  );

  test('asks again, with the same words, until somebody has acknowledged', async () => {
    let left = 2;
    server.answering = (response, request) => say((left -= 1) < 0 ? 200 : 202)(response, request);
    expect(await outcomeOf()).toEqual({ kind: 'acknowledged' });
    expect(server.bodies.map((body) => JSON.parse(body) as unknown)).toEqual(
      [false, true, true].map((again) => ({ kiosk: LABEL, call: 'come', again })),
    );
  });

  test('asks no more when it was stopped', async () => {
    const stop = httpCaller().call({ kind: 'come' }, () => undefined);
    await wait(3 * ASK_AGAIN_MS);
    stop();
    const asked = server.bodies.length;
    expect(asked).toBeGreaterThan(0);
    await wait(4 * ASK_AGAIN_MS);
    expect(server.bodies.length).toBe(asked);
  });
});

/** A good status, and a body that never ends. */
function hugeBody(response: Parameters<Answering>[0]): void {
  response.writeHead(200);
  const more = (): void => {
    if (!response.destroyed) response.write(Buffer.alloc(1 << 20), () => setImmediate(more));
  };
  more();
}

function hugeHeaders(response: Parameters<Answering>[0]): void {
  response.writeHead(200, { 'x-long': 'x'.repeat(1 << 20) }).end();
}

/** The first line of an answer, a letter at a time. */
function drops(response: Parameters<Answering>[0]): void {
  const letters = [...'HTTP/1.1 200 OK'.repeat(20)];
  const timer = setInterval(() => {
    if (response.socket?.writable === true) response.socket.write(letters.shift() ?? ' ');
    else clearInterval(timer);
  }, TIMEOUT_MS / 8);
}
