import { z } from 'zod';
import { TIMING_BOUNDS } from './timing-bounds.ts';

/** Homes that were made before there was a desk do not say it. */
const USUAL_DESK_STAYS = 180;

const within = (name: keyof typeof TIMING_BOUNDS) =>
  z.int().min(TIMING_BOUNDS[name].least).max(TIMING_BOUNDS[name].most);

/**
 * How long the kiosk waits, in seconds. Each site may lengthen them; the lower bounds are what a tired or slow person
 * needs.
 */
export const timingsSchema = z
  .strictObject({
    /** Without a sign of the person the screen is covered. Silence is normal. */
    curtainAfter: within('curtainAfter'),
    /** Without a sign of the person, counted from the last one, the kiosk asks whether somebody is there. */
    askAfter: within('askAfter'),
    /** How long that question waits. */
    answerWithin: within('answerWithin'),
    /** How often a person may ask for the same time once more. */
    extensions: within('extensions'),
    /** An alert that nobody has acknowledged goes to a second person. */
    secondPersonAfter: within('secondPersonAfter'),
    /** An alert that nobody has acknowledged shows the telephone numbers. */
    numbersAfter: within('numbersAfter'),
    /** How long the last screen after Send stands. */
    sentStays: within('sentStays'),
    /** How long the last screen after deleting or keeping stands. */
    endedStays: within('endedStays'),
    /** The staff desk closes when nobody has touched it for so long. */
    deskStays: within('deskStays').default(USUAL_DESK_STAYS),
  })
  .refine(({ curtainAfter, askAfter }) => curtainAfter < askAfter, { path: ['askAfter'] })
  .refine(({ secondPersonAfter, numbersAfter }) => secondPersonAfter < numbersAfter, { path: ['numbersAfter'] })
  .readonly();

export type Timings = z.infer<typeof timingsSchema>;

/** What a site has until it chooses otherwise: answers stay behind the cover for at least five minutes. */
export const USUAL_TIMINGS: Timings = {
  curtainAfter: 90,
  askAfter: 180,
  answerWithin: 210,
  extensions: 10,
  secondPersonAfter: 60,
  numbersAfter: 120,
  sentStays: 60,
  endedStays: 30,
  deskStays: USUAL_DESK_STAYS,
};
