import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { answerOver, askOver, type Ask } from '../../../electron/thread/calls.ts';

interface Shop {
  readonly double: (number: number) => number;
  readonly wait: (ms: number) => Promise<string>;
  readonly join: (one: string, other: string | null) => string;
  readonly bytes: () => Uint8Array;
  readonly fail: (words: string) => null;
  readonly failLater: () => Promise<null>;
}

const SHOP: Shop = {
  double: (number) => number * 2,
  wait: (ms) => new Promise((resolve) => setTimeout(() => resolve(`after ${ms}`), ms)),
  join: (one, other) => `${one}-${other ?? 'nothing'}`,
  bytes: () => Uint8Array.of(1, 2, 255),
  fail: (words) => {
    throw new Error(`stumbled over ${words}`);
  },
  failLater: () => Promise.reject(new Error('stumbled later')),
};

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** Both ends of a line: one asks, the other has a shop, and the other way round. */
function shops(): { readonly here: Ask<Shop>; readonly there: Ask<Shop> } {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  const [here, there] = [askOver<Shop>(port1), askOver<Shop>(port2)];
  answerOver(port1, SHOP);
  answerOver(port2, SHOP);
  return { here, there };
}

test('A thread gets what the other one answers, whatever comes first', async () => {
  const { here } = shops();
  const order: string[] = [];
  const slow = here('wait', 30).then((words) => order.push(words));
  const fast = here('double', 21).then((number) => order.push(String(number)));
  await Promise.all([slow, fast]);
  expect(order).toEqual(['42', 'after 30']);
  expect(await here('join', 'a', null)).toBe('a-nothing');
  expect(await here('bytes')).toEqual(Uint8Array.of(1, 2, 255));
});

test('Both sides may ask at once, and nobody takes the other’s answer', async () => {
  const { here, there } = shops();
  const asked = Array.from({ length: 50 }, (_, number) => [here('double', number), there('double', -number)] as const);
  for (const [number, [mine, theirs]] of asked.entries()) {
    expect(await mine).toBe(2 * number);
    expect(await theirs).toBe(-2 * number);
  }
});

test('What fails is named, and not quoted', async () => {
  const { here } = shops();
  await expect(here('fail', 'Kanariefugl')).rejects.toThrow(new Error('Failed: the other thread could not do fail'));
  await expect(here('failLater')).rejects.toThrow(new Error('Failed: the other thread could not do failLater'));
  expect(await here('double', 1)).toBe(2);
});

test('What is not there fails like what goes wrong', async () => {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  answerOver(port2, {});
  await expect(askOver<Shop>(port1)('double', 1)).rejects.toThrow('could not do double');
});

test('A worker is asked before it listens, and answers in order', async () => {
  const source = `const { parentPort } = require('node:worker_threads');
    setTimeout(() => parentPort.on('message', ({ number, given }) =>
      parentPort.postMessage({ kind: 'reply', number, value: given[0] + 1 })), 50);`;
  const worker = new Worker(source, { eval: true });
  try {
    const ask = askOver<Shop>(worker);
    expect(await Promise.all([ask('double', 1), ask('double', 5)])).toEqual([2, 6]);
  } finally {
    await worker.terminate();
  }
});
