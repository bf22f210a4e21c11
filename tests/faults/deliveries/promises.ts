import { join } from 'node:path';
import { nodeHasher } from '../../../node/sha256.ts';
import { inboxOf, type Received } from './centre-run.ts';
import type { House, Sealed } from './house.ts';
import { KEEPS_OUT, type Prank } from './pranks.ts';
import type { Route } from './route.ts';

/** What surely lay somewhere outside of the house at some time, by its digest. */
export type Arrived = Set<string>;

/** Notes what lies on a route, and tells what the kiosk says to be stored and never arrived anywhere. */
export function brokenStored(house: House, route: Route, arrived: Arrived): readonly string[] {
  for (const one of house.sealed) if (isThere(route, one)) arrived.add(one.sha256);
  return house.home.custody.outbox
    .deliveries()
    .filter(({ state, sha256 }) => state === 'stored' && !arrived.has(sha256))
    .map(({ seq }) => `${seq} is said to be stored and never was anywhere`);
}

/** Tells what does not lie on a route that is said to have everything. */
export function brokenArrival(house: House, route: Route): readonly string[] {
  const waiting = new Set(house.home.custody.outbox.deliveries().map(({ seq }) => seq));
  return house.sealed
    .filter((one) => waiting.has(one.seq) && !isThere(route, one))
    .map(({ seq }) => `${seq} is said to be there and is not, by ${route.name}`);
}

export function isThere(route: Route, { fileName, bytes }: Sealed): boolean {
  const found = route.look(fileName);
  return found !== null && Buffer.from(bytes).equals(found);
}

/** Tells which file of a folder the centre said nothing of, or two things. */
export function brokenCount({ folder, names, received, again, refused }: Received): readonly string[] {
  const told = [...[...received, ...again].map(({ bundle }) => bundle), ...refused.map(({ file }) => file)];
  return names
    .filter((name) => name.endsWith('.age'))
    .filter((name) => told.filter((path) => path === join(folder, name)).length !== 1)
    .map((name) => `${name} was not told of once`);
}

/** Tells what was done on the way and the centre did not name. */
export function unnamed(run: Received, pranks: readonly Prank[]): readonly string[] {
  return pranks.filter((prank) => !isNamed(run, prank)).map(({ kind, victim }) => `${victim.seq} was ${kind}, unnamed`);
}

function isNamed(run: Received, { kind, victim, planted }: Prank): boolean {
  const path = join(run.folder, planted?.fileName ?? '');
  const own = join(run.folder, victim.fileName);
  const isTaken = (file: string): boolean => [...run.received, ...run.again].some(({ bundle }) => bundle === file);
  const isRefused = (file: string, reason?: string): boolean =>
    run.refused.some((one) => one.file === file && (reason === undefined || one.reason === reason));
  const isOwnThere = run.names.includes(victim.fileName);
  const isMissing = run.missing.includes(victim.seq);
  switch (kind) {
    case 'removed':
      return isMissing;
    case 'damaged':
      return isMissing && isRefused(path);
    case 'swapped':
      return isMissing && isTaken(path);
    case 'forged':
      return isMissing && isRefused(path, 'otherSigner');
    case 'doubled':
      // The kiosk does not deliver what the centre has signed for meanwhile.
      return isTaken(path) && (!isOwnThere || run.again.some(({ bundle }) => bundle === path || bundle === own));
    case 'resealed':
      // Whichever came second. That it is a fork shows only where the next one came, or the head ends there.
      return isRefused(path, 'otherContent') || isRefused(own, 'otherContent');
    case 'forked':
      return run.forks.includes(victim.seq);
  }
}

/** Tells what is twice in the inbox, or of nobody. */
export function brokenInbox(house: House, pranks: readonly Prank[]): readonly string[] {
  const kept = inboxOf(house);
  const known = new Set<string>(house.sealed.map(({ sha256 }) => sha256));
  for (const { kind, planted } of pranks) {
    if (planted !== null && !KEEPS_OUT.has(kind)) known.add(nodeHasher.sha256(planted.bytes));
  }
  return [
    ...twice(kept.map(({ sha256 }) => sha256)).map((sha256) => `the file ${sha256} is twice in the inbox`),
    ...twice(kept.map(({ intakeId }) => intakeId)).map((id) => `the intake ${id} is twice in the inbox`),
    ...kept.filter(({ sha256 }) => !known.has(sha256)).map(({ sha256 }) => `nobody sealed ${sha256} of the inbox`),
  ];
}

/** Tells what the kiosk takes for received and is not in the inbox. */
export function brokenReceipts(house: House): readonly string[] {
  const kept = new Set(inboxOf(house).map(({ sha256 }) => sha256));
  return house.home.custody.outbox
    .receipted()
    .filter(({ sha256 }) => !kept.has(sha256))
    .map(({ seq }) => `${seq} is receipted and the centre has no record of it`);
}

/** Tells what is lost or waits for ever, when all that was done on the way was made good. */
export function brokenEnd(house: House, forks: readonly number[], taken: ReadonlySet<number>): readonly string[] {
  const { outbox } = house.home.custody;
  const kept = new Set(inboxOf(house).map(({ sha256 }) => sha256));
  const receipted = new Set(outbox.receipted().map(({ seq }) => seq));
  const isForked = ({ seq }: Sealed): boolean => forks.includes(seq);
  const expected = house.sealed.filter(({ seq }) => !taken.has(seq));
  return [
    ...expected.filter((one) => !kept.has(one.sha256) && !isForked(one)).map(({ seq }) => `${seq} is not in the inbox`),
    ...expected.filter((one) => receipted.has(one.seq) === isForked(one)).map(({ seq }) => `${seq} is not signed for`),
  ];
}

function twice(all: readonly string[]): readonly string[] {
  return [...new Set(all.filter((one, index) => all.indexOf(one) !== index))];
}
