import { cpSync, readdirSync, rmSync } from 'node:fs';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { signReceipts } from '../../centre/sign-receipt.ts';
import { ok } from '../../core/basics/result.ts';
import type { Destination } from '../../electron/outbox/destination.ts';
import { Dice } from '../../tools/simulate/dice.ts';
import { expectOk } from '../expect-ok.ts';
import { hasOpenSsh, startOpenSsh, type OpenSsh } from '../servers/openssh.ts';
import { CAMPAIGN_TIMEOUT_MS, IS_FULL, runCampaign } from './campaign.ts';
import { driveRoute } from './deliveries/drive-route.ts';
import { House } from './deliveries/house.ts';
import { brokenInRound, type Mutation } from './deliveries/round.ts';
import { sftpRoute, webDavRoute } from './deliveries/server-routes.ts';
import { quickFolder } from './fault-home.ts';

/** In one home. Below what the centre begins threads for. */
const BUNDLES = IS_FULL ? 40 : 14;

/** One house, its centre and three routes, from the first intake to the last receipt. */
async function aRound(
  folder: string,
  { dice, sftp, mutation = {} }: { readonly dice: Dice; readonly sftp: OpenSsh | null; readonly mutation?: Mutation },
): Promise<readonly string[]> {
  mkdirSync(folder);
  const files = BUNDLES + 2;
  const drive = driveRoute(join(folder, 'drive'), files);
  const webDav = await webDavRoute(join(folder, 'fetched'), files);
  // A system without such a server has a second one of the other kind.
  const third = sftp === null ? await webDavRoute(join(folder, 'fetched-too'), files) : await sftpRoute(sftp, files);
  const routes = [drive, webDav.route, third.route];
  // Any of the three can be the first, which the kiosk delivers by itself.
  routes.push(...routes.splice(0, dice.below(routes.length)));
  const house = await House.in(folder);
  try {
    return await brokenInRound({ house, routes, dice, mutation }, BUNDLES);
  } finally {
    await house.closes();
    await webDav.stop();
    await third.stop();
    rmSync(folder, { recursive: true });
  }
}

async function sftpServer(): Promise<OpenSsh | null> {
  if (!hasOpenSsh) return null;
  const server = await startOpenSsh();
  onTestFinished(() => server.stop());
  return server;
}

const timeout = CAMPAIGN_TIMEOUT_MS;

test('by whatever routes, all that is delivered is received once, and signed for only there', { timeout }, async () => {
  const folder = quickFolder();
  const sftp = await sftpServer();
  await runCampaign({ name: 'deliveries', short: 2 * BUNDLES, full: 10_000 }, async (dice, number) => {
    expect(await aRound(join(folder, String(number)), { dice, sftp })).toEqual([]);
    return BUNDLES;
  });
});

/** Says of every third file that it is stored, and neither stores nor reads it back. */
function credulous(inner: Destination): Destination {
  let count = 0;
  return {
    open: async () => {
      const opened = await inner.open();
      if (!opened.ok) return opened;
      const place = opened.value;
      const put: typeof place.put = (file) => {
        count += 1;
        return count % 3 === 0 ? Promise.resolve(ok('uncached')) : place.put(file);
      };
      const { replace, remove, list, fetch, close } = {
        replace: place.replace.bind(place),
        remove: place.remove.bind(place),
        list: place.list.bind(place),
        fetch: place.fetch.bind(place),
        close: place.close.bind(place),
      };
      return ok({ put, replace, remove, list, fetch, close });
    },
  };
}

/** A centre that signs for whatever the kiosk has, without having it. */
const signsBlindly: Mutation['beforeReceipts'] = ({ centre, sealed, home }, route) => {
  const signer = { home: centre.home, card: centre.card, clock: { nowMs: () => 0 } };
  const waiting = new Set(home.custody.outbox.deliveries().map(({ seq }) => seq));
  const received = home.custody.outbox.deliveries().map(({ seq, sha256 }) => ({ seq, sha256 }));
  expect(sealed.length).toBeGreaterThanOrEqual(waiting.size);
  for (const { name, bytes, signature } of expectOk(
    signReceipts(signer, { kioskId: centre.kiosk.kioskId, received }),
  )) {
    route.plant(`${name}.minisig`, Buffer.from(signature));
    route.plant(name, bytes);
  }
};

/** A centre that takes what it has once more. */
const takesTwice: Mutation['inbox'] = ({ centre }) => {
  const inbox = join(centre.home, 'inbox');
  const twin = '00000000-0000-4000-8000-000000000000';
  const first = readdirSync(inbox).find((name) => name !== twin) ?? '';
  cpSync(join(inbox, first), join(inbox, twin), { recursive: true });
};

test.each<[string, RegExp, Mutation]>([
  [
    'a destination that says stored of what it does not have',
    /is said to be (stored|there)/,
    { destination: credulous },
  ],
  ['a receipt for what the centre does not have', /has no record of it/, { beforeReceipts: signsBlindly }],
  ['an intake that is twice in the inbox', /is twice in the inbox/, { inbox: takesTwice }],
  ['a centre that misses nothing', /was removed, unnamed/, { told: (run) => ({ ...run, missing: [] }) }],
  ['a centre that sees no fork', /was forked, unnamed/, { told: (run) => ({ ...run, forks: [] }) }],
  ['a centre that refuses in silence', /was forged, unnamed/, { told: (run) => ({ ...run, refused: [] }) }],
  ['a centre that keeps doubles to itself', /was doubled, unnamed/, { told: (run) => ({ ...run, again: [] }) }],
])('%s is found out', { timeout }, async (_, found, mutation) => {
  const round = { dice: new Dice('mutant'), sftp: null, mutation };
  const broken = await aRound(join(quickFolder(), 'round'), round);
  expect(broken.join('\n')).toMatch(found);
});
