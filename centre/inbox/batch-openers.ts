import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { BatchQuestion } from './open-worker.ts';
import { openBatch } from './open-batch.ts';
import type { OpenBatchRequest, OpenedBatch } from './open-batch.ts';

/** Starting a thread costs as much as opening so many bundles. */
const WORTH_A_THREAD = 24;
const MOST_THREADS = 8;
/** How many bundles are synced together, and held in memory at once by a thread. */
const LARGEST_BATCH = 64;
/** While one batch is being synced, a thread opens the next. */
const BATCHES_AT_ONCE = 2;
/**
 * Whatever a thread makes of a bundle is soon let go. Without a bound V8 lets more and more of it gather before it looks;
 * 1,200 bundles took as much processor time with this bound as without (docs/performance.md).
 */
const THREAD_LIMITS = { maxYoungGenerationSizeMb: 4 };
/**
 * From how much on a thread looks through what it let go later on. V8 would wait for hundreds of MiB, which come at 5 KiB
 * a bundle. No limit: what one large bundle needs it may take (docs/performance.md).
 */
const FIRST_LOOK = '--initial-old-space-size=24';

/**
 * Opens bundles in batches, on all cores where there are many, and hands each batch over as soon as it is durable.
 *
 * @param take called for one batch after the other, in whatever order they are done
 * @throws when a thread ends on its own: the program is at fault, and what was not handed over was not taken
 */
export async function openInBatches(
  bundles: readonly string[],
  request: OpenBatchRequest,
  take: (batch: OpenedBatch) => void,
): Promise<void> {
  const threads = Math.min(MOST_THREADS, availableParallelism(), Math.floor(bundles.length / WORTH_A_THREAD));
  const batches = batchesOf(bundles, Math.max(1, threads));
  if (threads < 2) for (const batch of batches) take(await openBatch(batch, request));
  else await Promise.all(shares(threads, batches, request, take));
}

function batchesOf(bundles: readonly string[], threads: number): readonly (readonly string[])[] {
  const length = Math.min(LARGEST_BATCH, Math.ceil(bundles.length / threads));
  return Array.from({ length: Math.ceil(bundles.length / Math.max(1, length)) }, (_, index) =>
    bundles.slice(index * length, (index + 1) * length),
  );
}

/** Starts the threads; each takes the next batch from the one queue until it is empty. */
function shares(
  threads: number,
  batches: readonly (readonly string[])[],
  request: OpenBatchRequest,
  take: (batch: OpenedBatch) => void,
): readonly Promise<void>[] {
  setFlagsFromString(FIRST_LOOK);
  const queue = batches.values();
  return Array.from({ length: threads }, async () => {
    const thread = new OpeningThread(request);
    const work = async (): Promise<void> => {
      for (const batch of queue) take(await thread.open(batch));
    };
    try {
      await Promise.all(Array.from({ length: BATCHES_AT_ONCE }, work));
    } finally {
      await thread.end();
    }
  });
}

interface Waiting {
  readonly resolve: (batch: OpenedBatch) => void;
  readonly reject: (reason: Error) => void;
}

class OpeningThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;
  #end: Error | null = null;

  constructor(request: OpenBatchRequest) {
    const options = { workerData: request, execArgv: [], resourceLimits: THREAD_LIMITS };
    this.#worker = new Worker(new URL('./open-thread.mjs', import.meta.url), options);
    this.#worker.on('message', ({ id, batch }: { readonly id: number; readonly batch: OpenedBatch }) => {
      this.#waiting.get(id)?.resolve(batch);
      this.#waiting.delete(id);
    });
    this.#worker.on('error', (error) => {
      this.#fail(error instanceof Error ? error : new Error('A thread failed'));
    });
    this.#worker.on('exit', () => {
      this.#fail(new Error('A thread ended'));
    });
  }

  open(bundles: readonly string[]): Promise<OpenedBatch> {
    if (this.#end !== null) return Promise.reject(this.#end);
    this.#count += 1;
    const question: BatchQuestion = { id: this.#count, bundles };
    return new Promise((resolve, reject) => {
      this.#waiting.set(question.id, { resolve, reject });
      this.#worker.postMessage(question);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(reason: Error): void {
    this.#end ??= reason;
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }
}
