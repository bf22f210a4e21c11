import { z } from 'zod';
import { codeSchema, enableWhenSchema } from './condition.ts';

/** Plain pieces of advice; the text `safety.tip.…` says each. */
export const SAFETY_TIPS = ['doNotStopSuddenly', 'doNotUseAlone', 'naloxone'] as const;
export type SafetyTip = (typeof SAFETY_TIPS)[number];

/**
 * One safety rule: answers that call for a person. `red`: life may be in danger now, somebody is fetched at once.
 * `amber`: contact on the same day, and an offer to talk now.
 */
const ruleSchema = z.strictObject({
  id: codeSchema,
  level: z.enum(['red', 'amber']),
  enableWhen: z.array(enableWhenSchema).min(1).max(20),
  enableBehavior: z.enum(['all', 'any']).optional(),
  /** A plain piece of advice that is shown with it. */
  tip: z.enum(SAFETY_TIPS).optional(),
  /** The person would rather say it to somebody, and is asked whether now or later today. */
  asksNowOrLater: z.boolean().optional(),
  /** One line for the clinician who reads the rules. */
  reason: z.string().min(10).max(300),
});
export type SafetyRule = z.infer<typeof ruleSchema>;

/** assets/content/intake/safety.json: every rule, open for anyone to read. */
export const safetySchema = z.strictObject({ format: z.literal(1), rule: z.array(ruleSchema).min(1).max(200) });
export type SafetyFile = z.infer<typeof safetySchema>;
