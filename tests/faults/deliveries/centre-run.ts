import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { receive } from '../../centre/delivered-kiosk.ts';
import type { House } from './house.ts';
import type { Route } from './route.ts';

interface Listed {
  readonly bundle: string;
}

/** What `matu-centre receive` told of one folder. */
export interface Received {
  readonly folder: string;
  /** What lay in it. */
  readonly names: readonly string[];
  readonly received: readonly Listed[];
  readonly again: readonly Listed[];
  readonly refused: readonly { readonly file: string; readonly reason: string }[];
  readonly missing: readonly number[];
  readonly forks: readonly number[];
}

/** Lets the centre receive what came by a route; its receipts go back by the same. */
export async function receiveFrom(house: House, route: Route): Promise<Received> {
  const folder = route.collect();
  const names = readdirSync(folder);
  const { json } = await receive(house.centre, folder);
  route.giveBack();
  // What the centre prints with --json, of which the campaign looks at these parts.
  const { kiosks, ...told } = json as Omit<Received, 'folder' | 'names' | 'missing' | 'forks'> & {
    readonly kiosks: readonly Pick<Received, 'missing' | 'forks'>[];
  };
  return { folder, names, ...told, missing: kiosks[0]?.missing ?? [], forks: kiosks[0]?.forks ?? [] };
}

/** An intake in the inbox, read there without our program. */
export interface Kept {
  readonly intakeId: string;
  readonly sha256: string;
}

/** Reads the inbox from its folders, by nothing of the centre's own. */
export function inboxOf({ centre }: House): readonly Kept[] {
  const inbox = join(centre.home, 'inbox');
  return readdirSync(inbox).map((name) => {
    const folder = join(inbox, name);
    const sealed = readdirSync(folder).find((file) => file.endsWith('.age')) ?? 'none';
    const { intakeId } = JSON.parse(readFileSync(join(folder, 'intake.json'), 'utf8')) as { intakeId: string };
    return {
      intakeId,
      sha256: createHash('sha256')
        .update(readFileSync(join(folder, sealed)))
        .digest('hex'),
    };
  });
}
