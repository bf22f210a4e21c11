import { cpus, loadavg, totalmem } from 'node:os';

/** Where and when something was measured. Without it a figure says nothing. */
export interface Machine {
  /** UTC. */
  readonly date: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryBytes: number;
  /** How many processes wanted to run, on average over the last minute, before the first measurement. */
  readonly load: number;
}

/** Describes the machine as it is now. */
export function thisMachine(): Machine {
  const processors = cpus();
  return {
    date: new Date().toISOString(),
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryBytes: totalmem(),
    load: loadavg()[0] ?? 0,
  };
}

/** A line on it, with a warning where the machine is busy with something else. */
export function machineLine({ date, processor, cores, load }: Machine): string {
  const busy = load > cores / 2 ? '; BUSY with something else, so times are too long' : '';
  return `${date.slice(0, 10)}, ${cores} × ${processor}, load ${load.toFixed(1)}${busy}`;
}
