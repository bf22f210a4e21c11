/** Trouble that the person at the keyboard can end: says what is wrong and what to do, in plain words. */
export class SetUpProblem extends Error {
  /**
   * @param {string} what is wrong, one sentence
   * @param {string} remedy what to do or type, one or a few lines
   */
  constructor(what, remedy) {
    super(what);
    this.name = 'SetUpProblem';
    this.remedy = remedy;
  }
}

/**
 * The text printed for a problem.
 *
 * @param {SetUpProblem} problem
 * @returns {string}
 */
export function problemText(problem) {
  return `\nStopped: ${problem.message}\nWhat helps: ${problem.remedy}\n`;
}

/**
 * Runs a tool's main function and ends the process with its exit code; a set-up problem is printed with its remedy.
 *
 * @param {() => Promise<number>} main resolves to the exit code
 * @returns {Promise<void>}
 */
export async function runTool(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof SetUpProblem)) throw error;
    process.stderr.write(problemText(error));
    process.exitCode = 1;
  }
}
