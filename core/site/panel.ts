import { z } from 'zod';

/**
 * The screen that the kiosk stands on. Sizes for shaking hands are millimetres on the glass, and only the site knows how
 * many of its pixels make one.
 */
export const panelSchema = z
  .strictObject({
    /** A large fixed screen, or a tablet in the hand: there touch targets may be 15 mm instead of 20. */
    kind: z.enum(['fixed', 'tablet']),
    /** CSS pixels on a millimetre of glass. */
    pixelsPerMm: z.number().min(1).max(20),
  })
  .readonly();

export type Panel = z.infer<typeof panelSchema>;

/** What a site has until it measures: 96 dots an inch, as a screen of 1080 × 1920 and 23 inches has. */
export const USUAL_PANEL: Panel = { kind: 'fixed', pixelsPerMm: 3.78 };
