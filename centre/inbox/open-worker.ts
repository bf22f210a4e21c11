import { parentPort, workerData } from 'node:worker_threads';
import { openBatch } from './open-batch.ts';
import type { OpenBatchRequest } from './open-batch.ts';

/** A batch for this thread. Whoever started it counts the batches, so that the answers find their questions. */
export interface BatchQuestion {
  readonly id: number;
  readonly bundles: readonly string[];
}

// Umask belongs to the process, so whatever this thread writes is for its owner alone as well.
// The one who starts this thread passes exactly this.
const request = workerData as OpenBatchRequest;

parentPort?.on('message', ({ id, bundles }: BatchQuestion) => {
  void openBatch(bundles, request).then((batch) => parentPort?.postMessage({ id, batch }));
});
