/** What the program was started with. */
export interface ProgramArguments {
  /** The folder named by `--home`; null when none was named. */
  readonly home: string | null;
}

/**
 * Reads the program's own switches; everything else belongs to Chromium. A switch behind `--home` is the next switch,
 * not a folder of that name.
 */
export function parseProgramArguments(argv: readonly string[]): ProgramArguments {
  const place = argv.findIndex((argument) => argument === '--home' || argument.startsWith('--home='));
  const home = argv[place] === '--home' ? argv[place + 1] : argv[place]?.slice('--home='.length);
  const isFolder = home !== undefined && home !== '' && !home.startsWith('--');
  return { home: isFolder ? home : null };
}
