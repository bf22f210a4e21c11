import type { Result } from '../../core/basics/result.ts';
import type { PaperProblem } from '../../ipc/paper-problem.ts';

/** Puts a page on paper. Nothing of it is ever written to a file here. */
export interface Printer {
  /** Whether there is a printer to try. */
  canPrint(): Promise<boolean>;
  /** Prints a page; `ok` when the system took it for printing. */
  print(html: string): Promise<Result<null, PaperProblem>>;
}
