/** What decides whether a kiosk offers intakes now. */
export interface DutyFacts {
  /** Null when nobody is on duty. */
  readonly dutyPersonName: string | null;
  /** The site's calendar day, `YYYY-MM-DD`, on which a test call was last answered. */
  readonly testCallOn: string | null;
  /** The same of the self-test; see core/self-test. */
  readonly selfTestOn: string | null;
  readonly isDemo: boolean;
}

/** Whether intakes are offered, and if not, what is missing. */
export type Readiness = 'ready' | 'noDuty' | 'noTestCall' | 'notOpened' | 'noRoom';

/** What the day and the machine add to it. */
export interface DutyMoment {
  /** The site's calendar day, `YYYY-MM-DD`. */
  readonly today: string;
  /** The disk has room for one more visit. */
  readonly hasRoom: boolean;
}

/**
 * Decides whether an intake may begin: somebody is on duty, a test call was answered today, and the disk has room for
 * it; outside the demo the self-test passed today. Visits that have begun may finish, whatever this says.
 *
 * | on duty | test call      | demo home | self-test | room | readiness  |
 * |---------|----------------|-----------|-----------|------|------------|
 * | nobody  | any            | any       | any       | any  | noDuty     |
 * | one     | none           | any       | any       | any  | noTestCall |
 * | one     | on another day | no        | any       | any  | noTestCall |
 * | one     | today          | no        | not today | any  | notOpened  |
 * | one     | today          | no        | today     | yes  | ready      |
 * | one     | on any day     | yes       | any       | yes  | ready      |
 * | one     | either of both | as above  | as above  | no   | noRoom     |
 */
export function readinessOf(
  { dutyPersonName, testCallOn, selfTestOn, isDemo }: DutyFacts,
  { today, hasRoom }: DutyMoment,
): Readiness {
  if (dutyPersonName === null) return 'noDuty';
  // In a demo home the duty switch stands for both, and nobody comes in the morning to try the call.
  const counts = isDemo ? testCallOn !== null : testCallOn === today;
  if (!counts) return 'noTestCall';
  if (!isDemo && selfTestOn !== today) return 'notOpened';
  return hasRoom ? 'ready' : 'noRoom';
}
