import { newMinisignKey } from '../../../node/minisign-keys.ts';
import { systemRandom } from '../../../node/random.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import type { Dice } from '../../../tools/simulate/dice.ts';
import { exampleIntake, makeBundle, type Departure } from '../../centre/made-centre.ts';
import { mutated } from '../mutation.ts';
import type { House, Sealed } from './house.ts';
import type { Route } from './route.ts';

/**
 * What somebody on the way does to one intake, on all routes alike, so that no other route makes up for it.
 *
 * - removed: it is taken away
 * - damaged: some of its bytes are others
 * - swapped: another intake of the same kiosk stands under its name
 * - forged: one that a stranger made stands under its name
 * - doubled: it is there a second time, under another name
 * - resealed: the kiosk's own key, stolen, made another sealed file of the same intake, which stands beside it
 * - forked: the stolen key made another intake of the same number, which stands beside it
 */
export type PrankKind = 'removed' | 'damaged' | 'swapped' | 'forged' | 'doubled' | 'resealed' | 'forked';

export interface Prank {
  readonly kind: PrankKind;
  readonly victim: Sealed;
  /** What stands where; null where something was taken away. */
  readonly planted: { readonly fileName: string; readonly bytes: Uint8Array } | null;
}

const KINDS: readonly PrankKind[] = ['removed', 'damaged', 'swapped', 'forged', 'doubled', 'resealed', 'forked'];

/** After these the intake of that number is missing at the centre. */
export const KEEPS_OUT: ReadonlySet<PrankKind> = new Set(['removed', 'damaged', 'swapped', 'forged']);

/** Thinks of one prank of each kind, each with another victim out of these. */
export async function pranksOn(house: House, victims: readonly Sealed[], dice: Dice): Promise<readonly Prank[]> {
  const left = [...victims];
  const draw = (): Sealed => {
    const [victim] = left.splice(dice.below(left.length), 1);
    if (victim === undefined) throw new Error('There are fewer intakes than pranks');
    return victim;
  };
  const pranks: Prank[] = [];
  for (const kind of KINDS) {
    const victim = draw();
    pranks.push({ kind, victim, planted: await plantedFor(kind, victim, { house, dice, draw }) });
  }
  return pranks;
}

async function plantedFor(
  kind: PrankKind,
  victim: Sealed,
  { house, dice, draw }: { readonly house: House; readonly dice: Dice; readonly draw: () => Sealed },
): Promise<Prank['planted']> {
  const { fileName } = victim;
  const beside = (bytes: Uint8Array) => ({ fileName: `${nodeHasher.sha256(bytes).slice(0, 31)}0.age`, bytes });
  switch (kind) {
    case 'removed':
      return null;
    case 'damaged':
      return { fileName, bytes: mutated(victim.bytes, dice) };
    case 'swapped':
      return { fileName, bytes: draw().bytes };
    case 'forged':
      return { fileName, bytes: await made(house, victim, { key: newMinisignKey(systemRandom) }) };
    case 'doubled':
      // Another name whatever its own begins with; else nothing would be done.
      return { fileName: `${fileName.startsWith('00') ? '11' : '00'}${fileName.slice(2)}`, bytes: victim.bytes };
    case 'resealed':
      return beside(
        await made(house, victim, { intake: { ...exampleIntake(house.centre), intakeId: victim.intakeId } }),
      );
    case 'forked':
      return beside(await made(house, victim, {}));
  }
}

/** A bundle that claims the victim's place in the chain. */
function made({ centre, sealed }: House, { seq }: Sealed, departure: Departure): Promise<Uint8Array> {
  const prevHash = sealed.find((one) => one.seq === seq - 1)?.sha256 ?? null;
  return makeBundle(centre, { ...departure, manifest: { seq, prevHash } });
}

/** Does them to what lies on a route. */
export function playOn(route: Route, pranks: readonly Prank[]): void {
  for (const { kind, victim, planted } of pranks) {
    if (kind === 'removed') route.takeAway(victim.fileName);
    if (planted !== null) route.plant(planted.fileName, planted.bytes);
  }
}

/** Tidies up what they left: whoever looks into it finds a file that is not what its name says. */
export function undoOn(route: Route, pranks: readonly Prank[]): void {
  for (const { planted } of pranks) if (planted !== null) route.takeAway(planted.fileName);
}
