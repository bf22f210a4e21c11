import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseIdentityFile } from '../../centre/age-identity.ts';
import { verifyBundle } from '../../centre/verify-bundle.ts';
import { loadPack } from '../../core/pack/load.ts';
import { nodeFileSystem } from '../../node/file-system.ts';
import { Dice } from '../../tools/simulate/dice.ts';
import { realPackFiles } from '../journeys/real-pack.ts';
import { makeBundle, makeCentre, type MadeCentre } from '../centre/made-centre.ts';
import { intakeIdOf } from '../electron/intake-id.ts';
import { newestOf } from '../electron/test-home.ts';
import { expectOk } from '../expect-ok.ts';
import { CAMPAIGN_TIMEOUT_MS, runCampaign } from './campaign.ts';
import { makeFaultHome, openFaultHome, placesIn, quickFolder } from './fault-home.ts';
import { LaidOut } from './laid-out.ts';
import { mutated } from './mutation.ts';
import { soon } from './soon.ts';
import { aDay, codeOf, sealedBytesOf, snapshotOf } from './visits.ts';

const timeout = CAMPAIGN_TIMEOUT_MS;

let made: MadeCentre;
let identities: readonly string[];
beforeAll(async () => {
  made = await makeCentre();
  identities = parseIdentityFile(readFileSync(join(made.home, 'daily.identity'), 'utf8')) ?? [];
});
afterAll(() => made.remove());

test('the centre takes no bundle that was changed, outside or before it was sealed', { timeout }, async () => {
  const expected = { card: made.card, kiosks: [made.kiosk], identities };
  const good = await makeBundle(made);
  expect((await verifyBundle(good, expected)).ok).toBe(true);
  await runCampaign({ name: 'malformed bundles', short: 300, full: 100_000 }, async (dice) => {
    const isInside = dice.onceIn(4);
    const bad = isInside ? await makeBundle(made, { archive: (bytes) => mutated(bytes, dice) }) : mutated(good, dice);
    expect((await soon(() => verifyBundle(bad, expected))).ok).toBe(false);
    return 1;
  });
});

/** A value of a kind that no place of a pack has. */
const STRANGE = [-0.5, null, 'no \u0000 code', [[]], { strange: {} }] as const;

/** Puts something strange in one place of a value of JSON. */
function strangely(value: unknown, dice: Dice): unknown {
  const strange = STRANGE[dice.below(STRANGE.length)];
  if (typeof value !== 'object' || value === null || dice.onceIn(5)) return strange;
  if (Array.isArray(value)) {
    const at = dice.below(value.length);
    return value.length === 0
      ? [strange]
      : value.map((each: unknown, index) => (index === at ? strangely(each, dice) : each));
  }
  const entries = Object.entries(value);
  const at = dice.below(entries.length);
  return Object.fromEntries(entries.map(([key, each], index) => [key, index === at ? strangely(each, dice) : each]));
}

test('a pack with something strange anywhere in it is refused', { timeout }, async () => {
  const files = realPackFiles();
  expect(loadPack(files).ok).toBe(true);
  const names = ['questionnaire', 'safety', 'greenlandic', 'danish', 'swedish'] as const;
  await runCampaign({ name: 'malformed packs', short: 200, full: 100_000 }, async (dice) => {
    const name = names[dice.below(names.length)] ?? 'safety';
    const isBase = name === 'questionnaire' || name === 'safety';
    const bad = isBase
      ? { ...files, [name]: strangely(files[name], dice) }
      : { ...files, overlays: { ...files.overlays, [name]: strangely(files.overlays[name], dice) } };
    expect((await soon(() => loadPack(bad))).ok).toBe(false);
    return 1;
  });
});

test('a home with a changed file tells no wrong answers, and throws at nobody', { timeout }, async () => {
  const folder = quickFolder();
  const pattern = join(folder, 'pattern');
  mkdirSync(pattern);
  const places = makeFaultHome(pattern);
  const home = expectOk(await openFaultHome(places));
  await aDay(home, { drive: places.drive, fs: nodeFileSystem, dice: new Dice('day'), note: () => undefined });
  await home.close();
  const names = readdirSync(pattern, { recursive: true, encoding: 'utf8' });
  const isFolder = (name: string): boolean => statSync(join(pattern, name)).isDirectory();
  const folders = names.filter(isFolder);
  const files = new Map(
    names.filter((name) => !isFolder(name)).map((name) => [name, readFileSync(join(pattern, name))]),
  );
  const ofHome = [...files.keys()].filter((name) => name.startsWith('home/'));
  const known = new Set(Array.from({ length: 5 }, (_, revision) => Buffer.from(snapshotOf(3, revision)).toString()));
  const target = new LaidOut(join(folder, 'changed'));
  await runCampaign({ name: 'malformed homes', short: 60, full: 100_000 }, async (dice) => {
    const file = ofHome[dice.below(ofHome.length)] ?? '';
    target.layOut(folders, new Map([...files, [file, mutated(files.get(file) ?? new Uint8Array(), dice)]]));
    const changed = placesIn(target.folder);
    const opened = await soon(() => openFaultHome(changed));
    if (!opened.ok) return 1;
    const { custody } = opened.value;
    const draft = await soon(() => custody.drafts.open(codeOf(3)));
    if (draft.ok) {
      draft.value.draft.close();
      expect(known).toContain(newestOf(draft.value));
    }
    for (const delivery of custody.outbox.deliveries()) {
      const bytes = custody.outbox.read(delivery);
      // The day seals its people in their order.
      expect(custody.outbox.sealed(intakeIdOf(delivery.seq))?.seq).toBe(delivery.seq);
      if (bytes.ok) expect(Buffer.from(bytes.value).equals(sealedBytesOf(delivery.seq))).toBe(true);
    }
    await opened.value.close();
    return 1;
  });
});
