import { readdirSync, readFileSync } from 'node:fs';
import { findMarkers, type FoundMarker } from './find-markers.ts';

/** What Linux shows to others of a process: its arguments, which are its title, and its environment. */
const SHOWN = ['cmdline', 'environ'] as const;

/** Remembers all that the system ever showed of a program's processes, those that have ended included. */
export class ProcessWatch {
  readonly #pid: number;
  readonly #shown = new Set<string>();
  readonly #pids = new Set<number>();

  /** @param pid the first process; its children and theirs belong to the program, too */
  constructor(pid: number) {
    this.#pid = pid;
  }

  /** How many processes there were so far; 0 on systems that do not show them as files. */
  get processes(): number {
    return this.#pids.size;
  }

  /** Looks at every process that runs now. */
  look(): void {
    for (const pid of withDescendants(this.#pid)) {
      // The threads of a process share all but their names.
      const names = namesIn(`/proc/${pid}/task`).map((thread) => `task/${thread}/comm`);
      this.#pids.add(pid);
      for (const file of [...SHOWN, ...names]) this.#shown.add(textOf(`/proc/${pid}/${file}`));
    }
  }

  /** Marker words in what was shown. */
  found(markers: readonly string[]): readonly FoundMarker[] {
    return findMarkers(Buffer.from([...this.#shown].join('\n'), 'latin1'), markers);
  }
}

function withDescendants(pid: number): readonly number[] {
  const threads = namesIn(`/proc/${pid}/task`);
  const children = threads.flatMap((thread) => textOf(`/proc/${pid}/task/${thread}/children`).split(' '));
  const pids = children.filter((child) => child !== '').map(Number);
  return threads.length === 0 ? [] : [pid, ...pids.flatMap(withDescendants)];
}

// A process that has just ended shows nothing, and other systems have no such files.
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
