import { statSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Visit } from '../../../core/intake/visit.ts';
import { newPictureCode } from '../../../core/intake/picture-code.ts';
import { VisitDraft } from '../../../electron/intake/visit-draft.ts';
import { snapshotOf } from '../../../electron/intake/visit-snapshot.ts';
import { openAppendFile } from '../../../node/append-file.ts';
import { createDurably } from '../../../node/durable-file.ts';
import { systemRandom } from '../../../node/random.ts';
import { expectDone } from '../../simulate/trouble.ts';
import { openFilledHome } from './filled-home.ts';

/** One way to keep a visit: saves it whole, as it is after one more answer. */
export interface Saver {
  save(visit: Visit): void | Promise<void>;
  close(): void | Promise<void>;
}

/** The kiosk's own draft in a home. */
export async function matuSaver(home: string, visit: Visit): Promise<Saver> {
  const opened = await openFilledHome(home);
  const code = newPictureCode(systemRandom);
  const created = expectDone(await opened.custody.drafts.create(code, snapshotOf(visit)), 'A draft was not made');
  const draft = new VisitDraft(created, visit);
  return {
    // As a step that takes nothing back, which is looked for in all answers.
    save: (changed) => void expectDone(draft.saveChange(changed, changed), 'An answer was not saved'),
    async close() {
      draft.close();
      await opened.close();
    },
  };
}

/** How many bytes one save of a visit adds to the draft that is open in a home. */
export async function bytesPerSave(home: string, saver: Saver, visit: Visit): Promise<number> {
  const folder = join(home, 'drafts');
  const size = (): number => readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  const before = size();
  await saver.save(visit);
  return size() - before;
}

/** Appends as many bytes by the same calls, without anything else: the least that a durable save can take here. */
export function bareSaver(path: string, sizeBytes: number): Saver {
  expectDone(createDurably(path, new Uint8Array()), 'The file was not made');
  const file = expectDone(openAppendFile(path), 'The file cannot be opened');
  const bytes = systemRandom.bytes(sizeBytes);
  return {
    save: () => void expectDone(file.append(bytes), 'Nothing was appended'),
    close: () => file.close(),
  };
}

/** What a peer begins with: a file that is not there yet, how many intakes it holds besides, and what each is. */
interface PeerStart {
  readonly file: string;
  readonly stored: number;
  readonly visit: Visit;
}

/** Opens a peer of tests/bench/peers/storage. @throws when it cannot be loaded */
export async function peerSaver(module: string, start: PeerStart): Promise<Saver> {
  const peer: unknown = await import(pathToFileURL(module).href);
  if (!isPeer(peer)) throw new Error(`${module} is no peer`);
  return peer.open(start);
}

function isPeer(module: unknown): module is { open(start: PeerStart): Promise<Saver> } {
  return typeof module === 'object' && module !== null && 'open' in module && typeof module.open === 'function';
}
