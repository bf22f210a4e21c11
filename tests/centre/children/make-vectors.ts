/**
 * Makes one set of tests/vectors anew: `node --import tsx tests/centre/children/make-vectors.ts bundle|refusals|hybrid`.
 * Only for a change of the format or of intake.json, because every run makes new keys and new bytes.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Refusal } from '../../../centre/refusal.ts';
import { newMinisignKey } from '../../../node/minisign-keys.ts';
import { minisignSign } from '../../../node/minisign-signature.ts';
import { systemRandom } from '../../../node/random.ts';
import { writeTar } from '../../../node/tar.ts';
import { DEPARTURES } from '../departures.ts';
import { makeBundle, makeCentre } from '../made-centre.ts';
import type { Departure, MadeCentre } from '../made-centre.ts';

const folders = { bundle: 'bundle', refusals: 'refusals', hybrid: 'post-quantum' } as const;

/** One bad bundle for each layer, named by the reason for which it must be refused. */
function badLayers(made: MadeCentre): Partial<Record<Refusal, Departure>> {
  const foreign = { ...newMinisignKey(systemRandom), keyId: made.kioskKey.keyId };
  return {
    badArchive: { archive: (archive) => new Uint8Array([...archive, 0]) },
    badSignature: { key: foreign },
    otherPurpose: { sign: (message) => minisignSign(made.kioskKey, message, 'matu bundle v2') },
    badSums: {
      writeTar: (files) =>
        writeTar(
          files.map((file) => (file.name === 'fhir.json' ? { ...file, bytes: file.bytes.map(() => 32) } : file)),
        ),
    },
    otherFormat: { manifest: { format: 2 } },
  };
}

async function makeBad(vectors: string, made: MadeCentre, good: Uint8Array): Promise<void> {
  mkdirSync(join(vectors, 'bad'));
  writeFileSync(join(vectors, 'bad', 'damaged.age'), good.subarray(0, good.length - 1));
  for (const [reason, departure] of Object.entries(badLayers(made))) {
    writeFileSync(join(vectors, 'bad', `${reason}.age`), await makeBundle(made, departure));
  }
}

/** Every departure that the tests know, in folders named by the reason. */
async function makeRefusals(vectors: string, made: MadeCentre): Promise<void> {
  const other = await makeCentre();
  for (const [what, reason, departure] of DEPARTURES) {
    const folder = join(vectors, 'bad', reason);
    mkdirSync(folder, { recursive: true });
    const name = what.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    writeFileSync(join(folder, `${name}.age`), await makeBundle(made, departure(made, other)));
  }
  other.remove();
}

const [set = ''] = process.argv.slice(2);
if (set !== 'bundle' && set !== 'refusals' && set !== 'hybrid') throw new Error('Say bundle, refusals or hybrid');
const vectors = resolve(import.meta.dirname, '../../vectors', folders[set]);
const made = await makeCentre(...(set === 'hybrid' ? ['--post-quantum'] : []));
rmSync(vectors, { recursive: true, force: true });
mkdirSync(vectors, { recursive: true });
cpSync(made.home, join(vectors, 'centre'), { recursive: true });
cpSync(made.kioskFile, join(vectors, 'kiosk.json'));
const good = await makeBundle(made);
writeFileSync(join(vectors, 'good.age'), good);
if (set === 'bundle') await makeBad(vectors, made, good);
if (set === 'refusals') await makeRefusals(vectors, made);
for (const secret of ['root.key', 'receipt.key']) rmSync(join(vectors, 'centre', secret));
made.remove();
