import { readdirSync, readFileSync } from 'node:fs';

const BYTES_PER_KIBIBYTE = 1024;

/**
 * The memory of a program with all its processes, in bytes: PSS, where what several processes share is counted once in
 * all. A process that ends meanwhile counts nothing.
 *
 * @param pid the program's main process
 * @returns null where the system does not tell (it is no Linux)
 */
export function programPssBytes(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  return processesBelow(pid, parents()).reduce((sum, each) => sum + pssBytes(each), 0);
}

/** A process and everything that it started, by the parent of each process. */
export function processesBelow(pid: number, parentOf: ReadonlyMap<number, number>): readonly number[] {
  const children = [...parentOf].filter(([, parent]) => parent === pid).map(([child]) => child);
  return [pid, ...children.flatMap((child) => processesBelow(child, parentOf))];
}

/** Reads a line such as `Pss:   1234 kB` from what Linux tells of a process; 0 where there is none. */
export function pssOf(rollup: string): number {
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0) * BYTES_PER_KIBIBYTE;
}

function pssBytes(pid: number): number {
  return pssOf(readIfThere(`/proc/${pid}/smaps_rollup`));
}

function parents(): ReadonlyMap<number, number> {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  // A process's name stands in brackets and may hold anything; its state and its parent follow the last one.
  const parent = (pid: number): number => Number(/\) \S (\d+)[^)]*$/.exec(readIfThere(`/proc/${pid}/stat`))?.[1] ?? 0);
  return new Map(pids.map((pid) => [pid, parent(pid)]));
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
