/**
 * Makes tests/vectors/bundle anew: `node --import tsx tests/centre/children/make-vectors.ts`. Only for a change of the
 * format or of intake.json, because every run makes new keys and new bytes.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Refusal } from '../../../centre/refusal.ts';
import { newMinisignKey } from '../../../node/minisign-keys.ts';
import { minisignSign } from '../../../node/minisign-signature.ts';
import { systemRandom } from '../../../node/random.ts';
import { writeTar } from '../../../node/tar.ts';
import { makeBundle, makeCentre } from '../made-centre.ts';
import type { Departure } from '../made-centre.ts';

const vectors = resolve(import.meta.dirname, '../../vectors/bundle');
const made = await makeCentre();
const foreign = { ...newMinisignKey(systemRandom), keyId: made.kioskKey.keyId };

/** One bad bundle for each layer, named by the reason for which it must be refused. */
const bad: Partial<Record<Refusal, Departure>> = {
  badArchive: { archive: (archive) => new Uint8Array([...archive, 0]) },
  badSignature: { key: foreign },
  otherPurpose: { sign: (message) => minisignSign(made.kioskKey, message, 'matu bundle v2') },
  badSums: {
    writeTar: (files) =>
      writeTar(files.map((file) => (file.name === 'fhir.json' ? { ...file, bytes: file.bytes.map(() => 32) } : file))),
  },
  otherFormat: { manifest: { format: 2 } },
};

rmSync(vectors, { recursive: true, force: true });
mkdirSync(join(vectors, 'bad'), { recursive: true });
cpSync(made.home, join(vectors, 'centre'), { recursive: true });
cpSync(made.kioskFile, join(vectors, 'kiosk.json'));
const good = await makeBundle(made);
writeFileSync(join(vectors, 'good.age'), good);
writeFileSync(join(vectors, 'bad', 'damaged.age'), good.subarray(0, good.length - 1));
for (const [reason, departure] of Object.entries(bad)) {
  writeFileSync(join(vectors, 'bad', `${reason}.age`), await makeBundle(made, departure));
}
for (const secret of ['root.key', 'receipt.key']) rmSync(join(vectors, 'centre', secret));
made.remove();
