import type { Destination } from '../../../electron/outbox/destination.ts';
import type { Dice } from '../../../tools/simulate/dice.ts';
import { keyOf } from '../../core/outbox/ledger-lines.ts';
import { asksForReceipts, byHand, byWorker, mayBeKilled } from './carrying.ts';
import { receiveFrom, type Received } from './centre-run.ts';
import type { House, Sealed } from './house.ts';
import { KEEPS_OUT, playOn, pranksOn, undoOn, type Prank } from './pranks.ts';
import {
  brokenArrival,
  brokenCount,
  brokenEnd,
  brokenInbox,
  brokenReceipts,
  brokenStored,
  isThere,
  unnamed,
  type Arrived,
} from './promises.ts';
import type { Route } from './route.ts';

/** So often something goes wrong; then the weather clears. */
const STORMS = 5;
const MOST_TRIES = STORMS + 4;
const WITHDRAWN = 2;

/** What a test breaks on purpose, to see that it is found. */
export interface Mutation {
  readonly destination?: (inner: Destination) => Destination;
  readonly told?: (run: Received) => Received;
  /** Called before the kiosk looks for receipts. */
  readonly beforeReceipts?: (house: House, route: Route) => void;
  readonly inbox?: (house: House) => void;
}

interface Round {
  readonly house: House;
  readonly routes: readonly Route[];
  readonly dice: Dice;
  readonly mutation: Mutation;
}

/**
 * Seals intakes, delivers them by each route with all that goes wrong there, lets somebody on the way do what he likes,
 * the centre receive, and the kiosk take its receipts; then all is made good.
 *
 * @returns each broken promise in words; none is as it must be
 */
export async function brokenInRound(round: Round, bundles: number): Promise<readonly string[]> {
  const { house, routes, dice } = round;
  await house.seals(bundles);
  const taken = house.sealed.slice(0, WITHDRAWN);
  const pranks = await pranksOn(house, house.sealed.slice(WITHDRAWN), dice);
  const arrived: Arrived = new Set();
  const broken: string[] = [];
  for (const [index, route] of routes.entries()) {
    await takesBack(house, taken[index]);
    broken.push(...(await delivers(round, route, { arrived, byItself: index === 0 })));
    playOn(route, pranks);
    if (dice.onceIn(2)) broken.push(...(await received(round, route, pranks)));
  }
  for (const route of routes) broken.push(...(await comesBack(round, route, pranks)));
  broken.push(...(await makesGood(round, pranks, new Set(taken.map(({ seq }) => seq)))));
  await house.closes();
  return broken;
}

/** A person takes an intake back, unless the centre has signed for it. */
async function takesBack(house: House, one: Sealed | undefined): Promise<void> {
  if (one === undefined) return;
  await mayBeKilled(house, null, () => Promise.resolve(house.home.custody.outbox.withdraw(keyOf(one.seq)).ok));
}

/** Brings everything that waits by one route, however often it takes. */
async function delivers(
  round: Round,
  route: Route,
  { arrived, byItself }: { readonly arrived: Arrived; readonly byItself: boolean },
): Promise<readonly string[]> {
  const { house, dice } = round;
  const broken: string[] = [];
  for (let each = 1; each <= MOST_TRIES; each += 1) {
    const weather = each <= STORMS ? dice : null;
    const carries = byItself ? byWorker : byHand;
    const isDone = await mayBeKilled(house, weather, () => carries(house, reached(round, route, weather)));
    broken.push(...brokenStored(house, route, arrived));
    if (isDone) return [...broken, ...brokenArrival(house, route)];
    clearOthers(house, route);
  }
  return [...broken, `it never came by ${route.name}`];
}

function reached({ house, mutation: { destination = (inner) => inner } }: Round, route: Route, weather: Dice | null) {
  return destination(route.reach(house.fs, weather));
}

/** Nothing of the kiosk removes what stands under a name with other bytes; somebody has to look into it. */
function clearOthers({ sealed }: House, route: Route): void {
  const isWrong = (one: Sealed): boolean => {
    const found = route.look(one.fileName);
    return found !== null && !Buffer.from(one.bytes).equals(found);
  };
  for (const one of sealed.filter(isWrong)) route.takeAway(one.fileName);
}

/** The centre receives what came by a route, and says what it found. */
async function received(
  { house, mutation }: Round,
  route: Route,
  pranks: readonly Prank[],
): Promise<readonly string[]> {
  const told = await receiveFrom(house, route);
  const run = mutation.told?.(told) ?? told;
  mutation.inbox?.(house);
  return [...brokenCount(run), ...unnamed(run, pranks), ...brokenInbox(house, pranks)];
}

/** As before, and then the kiosk takes the receipts that were laid there, in any weather. */
async function comesBack(round: Round, route: Route, pranks: readonly Prank[]): Promise<readonly string[]> {
  const { house, dice, mutation } = round;
  const broken = await received(round, route, pranks);
  mutation.beforeReceipts?.(house, route);
  for (const weather of [dice, null]) {
    await mayBeKilled(house, weather, () => asksForReceipts(house, reached(round, route, weather)));
  }
  return [...broken, ...brokenReceipts(house)];
}

/** What was done on the way is found and undone, and everything is delivered once more. */
async function makesGood(
  round: Round,
  pranks: readonly Prank[],
  taken: ReadonlySet<number>,
): Promise<readonly string[]> {
  const { house, routes } = round;
  const [route] = routes;
  if (route === undefined) throw new Error('There is no route');
  undoOn(route, pranks);
  await mayBeKilled(house, null, () => byHand(house, reached(round, route, null)));
  const kept = pranks.filter(({ kind }) => KEEPS_OUT.has(kind)).filter(({ victim }) => !isThere(route, victim));
  const run = await receiveFrom(house, route);
  await mayBeKilled(house, null, () => asksForReceipts(house, reached(round, route, null)));
  return [
    ...kept.map(({ victim }) => `${victim.seq} was not delivered again`),
    ...run.missing.map((seq) => `${seq} is still missing`),
    ...brokenInbox(house, pranks),
    ...brokenReceipts(house),
    ...brokenEnd(house, run.forks, taken),
  ];
}
