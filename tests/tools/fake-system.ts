import type { RunResult, System } from '../../tools/set-up/system.mjs';

/** One program that set-up started, as one line. */
export type Started = string;

/** What a fake machine has and how it answers. */
export interface FakeMachine {
  readonly env?: NodeJS.ProcessEnv;
  readonly platform?: string;
  readonly arch?: string;
  readonly isRoot?: boolean;
  readonly nowMs?: number;
  /** Files by path; a program is a file too. */
  readonly files?: Readonly<Record<string, string>>;
  /** Answers to programs; the default is success without a word. May change the files, as an installation does. */
  readonly onRun?: (line: Started, files: Map<string, string>) => Partial<RunResult> | undefined;
  readonly isOnline?: boolean;
  /** Paths that are links. */
  readonly links?: readonly string[];
}

export interface FakeSystem extends System {
  readonly files: Map<string, string>;
  readonly started: Started[];
  readonly said: string[];
  readonly asked: string[];
}

/** A machine for the decisions of set-up: nothing is started, written or asked outside this object. */
export function fakeSystem(machine: FakeMachine = {}): FakeSystem {
  const files = new Map(Object.entries(machine.files ?? {}));
  const started: Started[] = [];
  const said: string[] = [];
  const asked: string[] = [];
  return {
    files,
    started,
    said,
    asked,
    env: { PATH: '/usr/bin', ...machine.env },
    platform: machine.platform ?? 'linux',
    arch: machine.arch ?? 'x64',
    nodeVersion: '20.19.0',
    isRoot: machine.isRoot ?? false,
    nowMs: () => machine.nowMs ?? 0,
    isLink: (path) => machine.links?.includes(path) === true,
    isSetuidRoot: (path) => files.get(path) === 'setuid root',
    exists: (path) => files.has(path),
    readText: (path) => files.get(path) ?? null,
    writeText: (path, text) => void files.set(path, text),
    run: (program, args) => {
      const line = [program, ...args].join(' ');
      started.push(line);
      return { ok: true, stdout: '', ...machine.onRun?.(line, files) };
    },
    answers: (url) => {
      asked.push(url);
      return Promise.resolve(machine.isOnline ?? false);
    },
    say: (line) => void said.push(line),
  };
}
