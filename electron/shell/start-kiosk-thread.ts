import { Worker } from 'node:worker_threads';
import { answerOver, askOver, type Ask } from '../thread/calls.ts';
import type { KioskService, KioskStart, WindowService } from '../thread/services.ts';

/** The kiosk behind the windows, as their thread speaks to it. */
export interface KioskThread {
  readonly ask: Ask<KioskService>;
  /** Closes the home and ends the thread; resolves when that is done, or has taken too long. */
  end(): Promise<void>;
}

/** A home closes in milliseconds. Whoever unplugs the machine waits for no more than this. */
const PATIENCE_MS = 3000;

/**
 * Starts the kiosk's thread.
 *
 * @param file The built electron/kiosk-thread.ts
 * @param onLost called when the thread ended although nobody ended it
 */
export function startKioskThread(
  file: string,
  {
    start,
    service,
    onLost,
  }: { readonly start: KioskStart; readonly service: WindowService; readonly onLost: () => void },
): KioskThread {
  const thread = new Worker(file, { workerData: start });
  let isEnding = false;
  const lost = (): void => {
    if (!isEnding) onLost();
  };
  thread.on('error', lost);
  thread.on('exit', lost);
  answerOver(thread, service);
  const ask = askOver<KioskService>(thread);
  return {
    ask,
    async end() {
      isEnding = true;
      await Promise.race([ask('close').catch(() => undefined), patience()]);
      await thread.terminate();
    },
  };
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
}
