import { userInfo } from 'node:os';

/** Who is written down: the name that was said, or the account that runs the program. */
export function accountOr(who: string | null): string {
  return who ?? userInfo().username;
}
