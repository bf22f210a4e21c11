/** What decides whether a kiosk offers intakes now. */
export interface DutyFacts {
  /** Null when nobody is on duty. */
  readonly dutyPersonName: string | null;
  /** The site's calendar day, `YYYY-MM-DD`, on which a test call was last answered. */
  readonly testCallOn: string | null;
  readonly isDemo: boolean;
}

/** Whether intakes are offered, and if not, what is missing. */
export type Readiness = 'ready' | 'noDuty' | 'noTestCall';

/**
 * Decides whether an intake may begin: somebody is on duty, and a test call was answered today. Visits that have begun
 * may finish, whatever this says.
 *
 * | on duty | test call      | demo home | readiness  |
 * |---------|----------------|-----------|------------|
 * | nobody  | any            | any       | noDuty     |
 * | one     | today          | any       | ready      |
 * | one     | none           | any       | noTestCall |
 * | one     | on another day | no        | noTestCall |
 * | one     | on another day | yes       | ready      |
 *
 * @param today the site's calendar day, `YYYY-MM-DD`
 */
export function readinessOf({ dutyPersonName, testCallOn, isDemo }: DutyFacts, today: string): Readiness {
  if (dutyPersonName === null) return 'noDuty';
  // In a demo home the duty switch stands for both, and nobody comes in the morning to try the call.
  const counts = isDemo ? testCallOn !== null : testCallOn === today;
  return counts ? 'ready' : 'noTestCall';
}
