/** What the program does to a home instead of opening it for people; see electron/commands. */
export interface ProgramCommand {
  readonly verb: 'enrol' | 'receipts' | 'deliver';
  /** As `npm run store` takes them behind the verb, without the home. */
  readonly args: readonly string[];
}

/** What the program was started with. */
export interface ProgramArguments {
  /** The folder named by `--home`; null when none was named. */
  readonly home: string | null;
  /** How many times as fast all waiting goes, named by `--time-factor`; only the build that tests drive asks for it. */
  readonly timeFactor: number;
  /** Null for a kiosk. */
  readonly command: ProgramCommand | null;
}

/**
 * Reads the program's own switches; everything else belongs to Chromium. A switch behind `--home` is the next switch,
 * not a folder of that name.
 */
export function parseProgramArguments(argv: readonly string[]): ProgramArguments {
  const place = argv.findIndex((argument) => argument === '--home' || argument.startsWith('--home='));
  const home = argv[place] === '--home' ? argv[place + 1] : argv[place]?.slice('--home='.length);
  const isFolder = home !== undefined && home !== '' && !home.startsWith('--');
  return { home: isFolder ? home : null, timeFactor: timeFactor(argv), command: commandIn(argv) };
}

function timeFactor(argv: readonly string[]): number {
  const named = argv.find((argument) => /^--time-factor=[0-9]{1,4}$/.test(argument));
  return Math.max(1, Number(named?.slice('--time-factor='.length) ?? 1));
}

/** Everything behind `--enrol DIR`, `--receipts DIR` or `--deliver` belongs to it, but for the home. */
function commandIn(argv: readonly string[]): ProgramCommand | null {
  const place = argv.findIndex((argument) => /^--(?:enrol|receipts|deliver)(?:=|$)/.test(argument));
  const said = argv[place];
  if (said === undefined) return null;
  const [name = '', folder] = said.split(/=(.*)/s);
  const behind = withoutHome(argv.slice(place + 1));
  if (name === '--deliver') return { verb: 'deliver', args: behind };
  const from = folder === undefined ? ['--from', ...behind] : ['--from', folder, ...behind];
  return { verb: name === '--enrol' ? 'enrol' : 'receipts', args: from };
}

function withoutHome(args: readonly string[]): readonly string[] {
  return args.filter(
    (argument, index) => argument !== '--home' && !argument.startsWith('--home=') && args[index - 1] !== '--home',
  );
}
