import { z } from 'zod';

/** How a check came out. `cannotTell`: it did not answer in time, or nobody has looked. */
export type Outcome = 'ok' | 'warning' | 'failed' | 'cannotTell';

/**
 * What each check of opening the day can find, and how good that is. The words are facts; the screen has sentences for
 * them. Every check can also come to `timedOut` or `broken`, which tells nothing.
 *
 * - sound, headset: what whoever opens the day has heard
 * - testCall: whether a call for somebody was tried and answered today
 * - clock: compared with the latest time that this home has written down itself. What is ahead may be a long holiday
 * - disk: whether there is room for one more visit
 * - mirror: the copies on a second medium; `none` where the house has none
 * - lastDelivery: how long sealed intakes have waited for the centre's signature
 * - destination: whether one of the places that the site has set lets the kiosk in; `byHand` where a person carries
 * - content: every byte of questions and texts, and outside the demo what Greenlandic must not be used without
 */
export const FINDINGS = {
  sound: { heard: 'ok', notHeard: 'failed', notTried: 'cannotTell' },
  headset: { heard: 'ok', notHeard: 'warning', notTried: 'cannotTell' },
  testCall: { answered: 'ok', notAnswered: 'failed', notWritten: 'warning' },
  printer: { ready: 'ok', none: 'warning' },
  clock: { agrees: 'ok', ahead: 'warning', behind: 'failed' },
  disk: { hasRoom: 'ok', full: 'failed' },
  mirror: { caughtUp: 'ok', none: 'ok', behind: 'warning' },
  lastDelivery: { inTime: 'ok', late: 'warning', veryLate: 'failed' },
  destination: { reached: 'ok', byHand: 'ok', notReached: 'warning' },
  content: { whole: 'ok', altered: 'failed', notApproved: 'failed', noVoice: 'failed' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Outcome>>>>;

export type Check = keyof typeof FINDINGS;

/** The checks in the order in which they are shown. */
export const CHECKS = Object.keys(FINDINGS) as readonly Check[];

/** What a check has found. */
export type Finding<C extends Check> = keyof (typeof FINDINGS)[C] | 'timedOut' | 'broken';

/** What was found by each check, and where it helps a number: waiting intakes, texts, hours. */
export type Found = { readonly [C in Check]: { readonly finding: Finding<C>; readonly count?: number } };

const resultSchema = z
  .strictObject({
    check: z.enum(CHECKS),
    outcome: z.enum(['ok', 'warning', 'failed', 'cannotTell']),
    /** A word of `FINDINGS`, or `timedOut` or `broken`. */
    finding: z.string().regex(/^[a-zA-Z]{1,20}$/),
    /** Intakes that wait, texts that lack something, or hours that the clock is off; null where nothing is counted. */
    count: z.int().min(0).nullable(),
    /** Without it no intake is offered. */
    isNeeded: z.boolean(),
  })
  .readonly();
export type CheckResult = z.infer<typeof resultSchema>;

/** The self-test as a desk shows it. */
export const selfTestSchema = z
  .strictObject({ results: z.array(resultSchema).readonly(), hasPassed: z.boolean() })
  .readonly();
export type SelfTest = z.infer<typeof selfTestSchema>;

/**
 * Judges what was found. Needed are a call that reaches somebody, room on the disk and content that may be used; sound
 * only in a house without a second channel, where it is what calls. Needed is `ok` or `warning`: what cannot be told has
 * not passed.
 */
export function judge(found: Found, { hasChannel }: { readonly hasChannel: boolean }): SelfTest {
  const needed: ReadonlySet<Check> = new Set([
    'testCall',
    'disk',
    'content',
    ...(hasChannel ? [] : ['sound' as const]),
  ]);
  const results = CHECKS.map((check): CheckResult => {
    const { finding, count = null } = found[check];
    return { check, outcome: outcomeOf(check, finding), finding, count, isNeeded: needed.has(check) };
  });
  const hasPassed = results.every(({ isNeeded, outcome }) => !isNeeded || outcome === 'ok' || outcome === 'warning');
  return { results, hasPassed };
}

function outcomeOf(check: Check, finding: string): Outcome {
  const outcomes: Readonly<Record<string, Outcome>> = FINDINGS[check];
  return (Object.hasOwn(outcomes, finding) ? outcomes[finding] : undefined) ?? 'cannotTell';
}
