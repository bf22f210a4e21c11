/** What the program was started with. */
export interface ProgramArguments {
  /** The folder named by `--home`; null when none was named. */
  readonly home: string | null;
  /** How many times as fast all waiting goes, named by `--time-factor`; only the build that tests drive asks for it. */
  readonly timeFactor: number;
}

/**
 * Reads the program's own switches; everything else belongs to Chromium. A switch behind `--home` is the next switch,
 * not a folder of that name.
 */
export function parseProgramArguments(argv: readonly string[]): ProgramArguments {
  const place = argv.findIndex((argument) => argument === '--home' || argument.startsWith('--home='));
  const home = argv[place] === '--home' ? argv[place + 1] : argv[place]?.slice('--home='.length);
  const isFolder = home !== undefined && home !== '' && !home.startsWith('--');
  return { home: isFolder ? home : null, timeFactor: timeFactor(argv) };
}

function timeFactor(argv: readonly string[]): number {
  const named = argv.find((argument) => /^--time-factor=[0-9]{1,4}$/.test(argument));
  return Math.max(1, Number(named?.slice('--time-factor='.length) ?? 1));
}
