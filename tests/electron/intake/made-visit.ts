import { siteSchema, type Site } from '../../../core/intake/site.ts';
import type { Visit } from '../../../core/intake/visit.ts';
import { ok, type Result } from '../../../core/basics/result.ts';
import { CurrentVisit } from '../../../electron/intake/current-visit.ts';
import type { DraftFiles } from '../../../electron/intake/visit-surroundings.ts';
import type { ContentVersion } from '../../../electron/content/content-version.ts';
import type { Slip } from '../../../ipc/contract.ts';
import { EXAMPLE_SITE } from '../../../centre/example-site.ts';
import { systemRandom } from '../../../node/random.ts';
import { shippedContent } from '../content/shipped-content.ts';
import { FakeDrafts } from './fake-drafts.ts';
import { openGate, type Gate } from './gate.ts';

const SLIP: Slip = {
  kiosk: '6f1b2c3d',
  seq: 1,
  shortHash: 'c0ffee00',
  day: { year: 2026, month: 3, day: 4, weekday: 3 },
};
const CLOCK = { nowMs: () => Date.UTC(2026, 2, 4, 5, 6, 7) };
const CONTENT = shippedContent();

/** The house of the tests, as a visit knows it. */
export const SITE: Site = siteSchema.strip().parse(EXAMPLE_SITE);

/** What stands in for sealing. */
export interface FakeSeal {
  /** Everything that was sealed. */
  readonly sealed: Visit[];
  gate: Gate;
  outcome: Result<Slip, { readonly kind: string }>;
}

/** A kiosk's visit with what surrounds it. */
export interface MadeVisit {
  readonly visit: CurrentVisit;
  readonly seal: FakeSeal;
  /** The content versions that are there. */
  readonly contents: Map<string, ContentVersion>;
  readonly alreadySealed: Set<string>;
  readonly duty: { isStaffed: boolean };
}

/** Makes a kiosk's visit; `before` shares what it sealed and what content it has, as after a restart. */
export function madeVisit(drafts: DraftFiles, before?: MadeVisit): MadeVisit {
  const seal = before?.seal ?? { sealed: [], gate: openGate(), outcome: ok(SLIP) };
  const contents = before?.contents ?? new Map([[CONTENT.id, CONTENT]]);
  const alreadySealed = before?.alreadySealed ?? new Set<string>();
  const duty = before?.duty ?? { isStaffed: true };
  const visit = new CurrentVisit({
    clock: CLOCK,
    random: systemRandom,
    site: SITE,
    drafts,
    content: CONTENT,
    contentOf: (id) => contents.get(id) ?? null,
    isStaffed: () => duty.isStaffed,
    isSealed: (intakeId) => alreadySealed.has(intakeId),
    seal: async (sealed) => {
      await seal.gate.passed();
      if (seal.outcome.ok) seal.sealed.push(sealed);
      return seal.outcome;
    },
  });
  return { visit, seal, contents, alreadySealed, duty };
}

/** A visit whose drafts stand in memory. */
export function visitWithFakes(): MadeVisit & { readonly drafts: FakeDrafts } {
  const drafts = new FakeDrafts();
  return { ...madeVisit(drafts), drafts };
}
