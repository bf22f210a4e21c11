import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok } from '../../core/basics/result.ts';
import { replaceDurably } from '../../node/durable-file.ts';
import { attempt } from '../../node/file-system.ts';
import { openBox } from './device-box.ts';
import { nameDraftsByEpoch } from './draft-files.ts';
import { epochBox } from './epochs.ts';
import type { MigrationStep } from './home-format.ts';

/** The one epoch that a home of format 1 had, for ever. */
const FIRST_EPOCH = { number: 1, fileName: '00000001.epoch', secretBytes: 32 } as const;

/** Format 2: epochs know when they began and end, and drafts are named by theirs. Its time begins now. */
const toFormat2: MigrationStep = ({ layout, deviceSecret, random, fs }) => {
  const path = join(layout.epochs, FIRST_EPOCH.fileName);
  const box = attempt(() => readFileSync(path));
  const secret = box.ok ? openBox({ deviceSecret, purpose: 'epoch' }, box.value) : null;
  if (secret === null) return fail({ kind: 'damaged', part: 'epochs' });
  // Longer when this step was stopped behind it.
  if (secret.length === FIRST_EPOCH.secretBytes) {
    const place = { folder: layout.epochs, deviceSecret, random };
    const written = replaceDurably(path, epochBox(place, { secret, beganMs: 0 }), fs);
    secret.fill(0);
    if (!written.ok) return written;
  }
  return nameDraftsByEpoch({ folder: layout.drafts, fs }, FIRST_EPOCH.number);
};

/** Format 3: a draft's saves behind the first one say what changed. Drafts of before, all whole, are read as they are. */
const toFormat3: MigrationStep = () => ok(null);

/** The steps from each format to the next; the first leads from format 1 to 2. */
export const HOME_MIGRATIONS: readonly MigrationStep[] = [toFormat2, toFormat3];

/** The format of HOME that this program writes. */
export const HOME_FORMAT = HOME_MIGRATIONS.length + 1;
