import type { KioskCard } from '../../core/bundle/kiosk-card.ts';
import { completenessOf } from '../../core/outbox/completeness.ts';
import type { Completeness } from '../../core/outbox/completeness.ts';
import { readKeptHead } from '../keep-head.ts';
import type { HeldIntake } from './intake-record.ts';

/** What is accounted for of a kiosk; `isHeadDamaged`: the head that was kept cannot be read, so it could not be asked. */
export interface KioskStanding extends Completeness {
  readonly kiosk: string;
  readonly isHeadDamaged: boolean;
}

interface Asked {
  readonly home: string;
  readonly kiosk: KioskCard;
  readonly range?: Parameters<typeof completenessOf>[1];
}

/** What is accounted for of one kiosk, by the inbox and by the newest head that was kept. */
export function standingOf(records: readonly HeldIntake[], { home, kiosk, range }: Asked): KioskStanding {
  const head = readKeptHead(home, kiosk);
  const bundles = records
    .filter(({ manifest }) => manifest.kioskId === kiosk.kioskId)
    .map(({ sha256, manifest: { seq, prevHash } }) => ({ seq, prevHash, sha256 }));
  const completeness = completenessOf({ bundles, head: head.ok ? head.value : null }, range);
  return { kiosk: kiosk.kioskId, ...completeness, isHeadDamaged: !head.ok };
}
