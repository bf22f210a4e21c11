/** What the program was started with. */
export interface ProgramArguments {
  /** The folder named by `--home`; null when none was named. */
  readonly home: string | null;
}

/** Reads the program's own switches; everything else belongs to Chromium. */
export function parseProgramArguments(argv: readonly string[]): ProgramArguments {
  const named = argv.find((argument) => argument.startsWith('--home='))?.slice('--home='.length);
  const following = argv[argv.indexOf('--home') + 1];
  const home = named ?? (argv.includes('--home') ? following : undefined);
  return { home: home === undefined || home === '' ? null : home };
}
