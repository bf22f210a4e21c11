import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { attempt } from '../../node/file-system.ts';

/** What there is to receive in the places that were named. */
export interface Deliveries {
  readonly bundles: readonly string[];
  /** Signed heads of kiosks' ledgers; the signature of each stands beside it. */
  readonly heads: readonly string[];
  /** Places that cannot be read. */
  readonly unreadable: readonly string[];
}

// A canary is no intake: `enrol` is for it.
const BUNDLE = /^(?!canary-).*\.age$/;
const HEAD = /\.json$/;
const HEAD_IN_FOLDER = /^head-[0-9a-f]{32}\.json$/;

/**
 * Finds bundles and heads. A file is a head when it ends in .json and a bundle otherwise; of a folder (not of the ones in
 * it) those files are taken that a kiosk's export writes, and everything else there is left alone.
 */
export function findDeliveries(paths: readonly string[]): Deliveries {
  const bundles: string[] = [];
  const heads: string[] = [];
  const unreadable: string[] = [];
  for (const path of paths) {
    const names = attempt(() => (statSync(path).isDirectory() ? readdirSync(path).sort() : null));
    if (!names.ok) unreadable.push(path);
    else if (names.value === null) (HEAD.test(path) ? heads : bundles).push(path);
    else {
      bundles.push(...names.value.filter((name) => BUNDLE.test(name)).map((name) => join(path, name)));
      heads.push(...names.value.filter((name) => HEAD_IN_FOLDER.test(name)).map((name) => join(path, name)));
    }
  }
  return { bundles, heads, unreadable };
}
