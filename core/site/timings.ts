import { z } from 'zod';

/** Homes that were made before there was a desk do not say it. */
const USUAL_DESK_STAYS = 180;

const secondsFrom = (least: number, most: number) => z.int().min(least).max(most);

/**
 * How long the kiosk waits, in seconds. Each site may lengthen them; the lower bounds are what a tired or slow person
 * needs.
 */
export const timingsSchema = z
  .strictObject({
    /** Without a sign of the person the screen is covered. Silence is normal. */
    curtainAfter: secondsFrom(30, 3600),
    /** Without a sign of the person, counted from the last one, the kiosk asks whether somebody is there. */
    askAfter: secondsFrom(60, 7200),
    /** How long that question waits. */
    answerWithin: secondsFrom(60, 3600),
    /** How often a person may ask for the same time once more. */
    extensions: z.int().min(10).max(100),
    /** An alert that nobody has acknowledged goes to a second person. */
    secondPersonAfter: secondsFrom(15, 600),
    /** An alert that nobody has acknowledged shows the telephone numbers. */
    numbersAfter: secondsFrom(30, 1200),
    /** How long the last screen after Send stands. */
    sentStays: secondsFrom(30, 600),
    /** How long the last screen after deleting or keeping stands. */
    endedStays: secondsFrom(15, 600),
    /** The staff desk closes when nobody has touched it for so long. */
    deskStays: secondsFrom(30, 1800).default(USUAL_DESK_STAYS),
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
