import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../../core/basics/random.ts';
import { openDrafts, type Drafts } from '../../../electron/store/drafts.ts';
import { nodeFileSystem, type FileSystem } from '../../../node/file-system.ts';
import { systemRandom } from '../../../node/random.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { CHEAP_KEYS, newestOf, someCode } from '../test-home.ts';
import { standingEpochs } from './standing-epochs.ts';

/** The bytes of a text. */
export const bytes = (text: string) => new Uint8Array(Buffer.from(text));

/** Where drafts and what is set aside of them stand. */
export interface Place {
  readonly folder: string;
  readonly quarantine: string;
}

/** An empty one. */
export function newPlace(): Place {
  return { folder: temporaryFolder(), quarantine: temporaryFolder() };
}

export const EPOCH = { number: 1, secret: new Uint8Array(32).fill(1) } as const;

/** The drafts there, under one standing epoch. */
export function draftsIn(
  place: Place,
  { fs = nodeFileSystem, random = systemRandom }: { fs?: FileSystem; random?: Random } = {},
): Drafts {
  const keys = { salt: new Uint8Array(32), log2N: 1 };
  return expectOk(openDrafts({ ...place, keys, epochs: standingEpochs(EPOCH), random, fs, policy: CHEAP_KEYS }));
}

/** Makes a draft with these snapshots, and returns its code, its file and the file's length after each of them. */
export async function savedDraft(place: Place, snapshots: readonly string[]) {
  const code = someCode();
  const [first = '', ...rest] = snapshots;
  const draft = expectOk(await draftsIn(place).create(code, bytes(first)));
  const path = join(place.folder, readdirSync(place.folder)[0] ?? '');
  const lengths = [readFileSync(path).length];
  for (const snapshot of rest) {
    expectOk(draft.save(bytes(snapshot)));
    lengths.push(readFileSync(path).length);
  }
  draft.close();
  return { code, path, lengths };
}

/** Opens a draft anew and closes it. @returns its newest snapshot, and whether its last save was torn */
export async function reopened(place: Place, code: Awaited<ReturnType<typeof savedDraft>>['code']) {
  const { draft, contents, hadTornTail } = expectOk(await draftsIn(place).open(code));
  draft.close();
  return { snapshot: newestOf({ contents }), hadTornTail };
}
