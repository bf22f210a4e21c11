import { siteSchema, type Site } from '../../../core/intake/site.ts';
import type { AuditEvent } from '../../../core/audit/events.ts';
import type { CountedFact } from '../../../core/numbers/fact.ts';
import type { Visit } from '../../../core/intake/visit.ts';
import { fail, ok, type Result } from '../../../core/basics/result.ts';
import { makeCodeGate } from '../../../electron/intake/code-gate.ts';
import type { KeptTries } from '../../../electron/throttle/try-gate.ts';
import { CurrentVisit } from '../../../electron/intake/current-visit.ts';
import type { DraftFiles } from '../../../electron/intake/visit-surroundings.ts';
import type { ContentVersion } from '../../../electron/content/content-version.ts';
import { expectOk } from '../../expect-ok.ts';
import { parseCode } from '../../../core/intake/picture-code.ts';
import type { LetterInHand, Letters } from '../../../electron/intake/letters.ts';
import type { DeliveryState } from '../../../core/outbox/delivery.ts';
import type { Slip } from '../../../ipc/contract.ts';
import { EXAMPLE_SITE } from '../../../centre/example-site.ts';
import { systemRandom } from '../../../node/random.ts';
import { shippedContent } from '../content/shipped-content.ts';
import { HandUptime } from '../hand-uptime.ts';
import { FakeDrafts } from './fake-drafts.ts';
import { openGate, type Gate } from './gate.ts';

const SLIP: Slip = {
  kiosk: '6f1b2c3d',
  seq: 1,
  shortHash: 'c0ffee00',
  day: { year: 2026, month: 3, day: 4, weekday: 3 },
};
const CLOCK = { nowMs: () => Date.UTC(2026, 2, 4, 5, 6, 7) };
export const CONTENT = shippedContent();

/** The house of the tests, as a visit knows it. */
export const SITE: Site = siteSchema.strip().parse(EXAMPLE_SITE);

/** The letter that every sealing comes to; the key of its own is wiped when the person leaves. */
function sentLetter(): LetterInHand {
  const code = expectOk(parseCode('1234 5678 8765 4321'));
  return { slip: SLIP, key: new Uint8Array(32).fill(7), code, afterSend: { offers: ['peer'], isDayOneOf14: true } };
}

/** Letters in memory, by their keys. */
export class FakeLetters implements Letters {
  readonly states = new Map<string, DeliveryState>();
  /** What taking back fails as. */
  problem: string | null = null;

  put(key: Uint8Array, state: DeliveryState = 'sealed'): void {
    this.states.set(key.join(), state);
  }

  find(key: Uint8Array): ReturnType<Letters['find']> {
    const state = this.states.get(key.join());
    return state === undefined ? null : { slip: SLIP, state };
  }

  takeBack(key: Uint8Array): ReturnType<Letters['takeBack']> {
    if (this.problem !== null) return fail({ kind: this.problem });
    this.put(key, 'withdrawn');
    return ok(null);
  }
}

/** When danger is said here. */
export const CALLED_AT = '2026-03-04T10:00:00.000Z';

/** What stands in for sealing. */
export interface FakeSeal {
  /** Everything that was sealed. */
  readonly sealed: Visit[];
  gate: Gate;
  outcome: Result<LetterInHand, { readonly kind: string }>;
}

/** A kiosk's visit with what surrounds it. */
export interface MadeVisit {
  readonly visit: CurrentVisit;
  readonly seal: FakeSeal;
  /** The content versions that are there. */
  readonly contents: Map<string, ContentVersion>;
  readonly alreadySealed: Set<string>;
  readonly duty: { isReady: boolean; hasRoom: boolean };
  readonly letters: FakeLetters;
  readonly tries: FakeTries;
  /** What the audit log was told. */
  readonly recorded: AuditEvent[];
  /** What was counted, in its order. */
  readonly counted: CountedFact[];
  /** Stands still until a test moves it. */
  readonly uptime: HandUptime;
  /** How often danger was said, and whether the call about it is one that goes on. */
  readonly danger: { count: number; goesOn: boolean };
}

/** The count of wrong codes, as it would stand on the disk. */
export interface FakeTries {
  wrong: number;
  isFull: boolean;
}

/** Makes a kiosk's visit; `before` shares what it sealed and what content it has, as after a restart. */
export function madeVisit(drafts: DraftFiles, before?: MadeVisit): MadeVisit {
  const seal = before?.seal ?? { sealed: [], gate: openGate(), outcome: ok(sentLetter()) };
  const contents = before?.contents ?? new Map([[CONTENT.id, CONTENT]]);
  const alreadySealed = before?.alreadySealed ?? new Set<string>();
  const danger = before?.danger ?? { count: 0, goesOn: false };
  const duty = before?.duty ?? { isReady: true, hasRoom: true };
  const letters = before?.letters ?? new FakeLetters();
  const tries = before?.tries ?? { wrong: 0, isFull: false };
  const uptime = new HandUptime();
  const recorded = before?.recorded ?? [];
  const counted = before?.counted ?? [];
  const visit = new CurrentVisit({
    clock: CLOCK,
    random: systemRandom,
    site: SITE,
    drafts,
    codeGate: makeCodeGate(keptTries(tries), uptime, (...events) => recorded.push(...events)),
    content: CONTENT,
    contentOf: (id) => contents.get(id) ?? null,
    isReady: () => duty.isReady,
    hasRoom: () => duty.hasRoom,
    alerts: {
      raiseDanger: () => {
        danger.count += 1;
        return danger.goesOn ? null : { number: danger.count, at: CALLED_AT };
      },
      show: () => null,
    },
    isSealed: (intakeId) => alreadySealed.has(intakeId),
    seal: async (sealed) => {
      await seal.gate.passed();
      if (!seal.outcome.ok) return seal.outcome;
      seal.sealed.push(sealed);
      letters.put(seal.outcome.value.key);
      return seal.outcome;
    },
    letters,
    count: (fact) => counted.push(fact),
  });
  return { visit, seal, contents, alreadySealed, duty, letters, tries, uptime, danger, recorded, counted };
}

function keptTries(tries: FakeTries): KeptTries {
  return {
    read: () => tries.wrong,
    write: (wrong) => {
      if (tries.isFull) return fail({ kind: 'full' });
      tries.wrong = wrong;
      return ok(null);
    },
  };
}

/** A visit whose drafts stand in memory. */
export function visitWithFakes(): MadeVisit & { readonly drafts: FakeDrafts } {
  const drafts = new FakeDrafts();
  return { ...madeVisit(drafts), drafts };
}
