/** The least and the most that a site may set of each time, in seconds; `extensions` is a count. Free of zod, for windows. */
export const TIMING_BOUNDS = {
  curtainAfter: { least: 30, most: 3600 },
  askAfter: { least: 60, most: 7200 },
  answerWithin: { least: 60, most: 3600 },
  extensions: { least: 10, most: 100 },
  secondPersonAfter: { least: 15, most: 600 },
  numbersAfter: { least: 30, most: 1200 },
  sentStays: { least: 30, most: 600 },
  endedStays: { least: 15, most: 600 },
  deskStays: { least: 30, most: 1800 },
} as const;

/** In the order in which they are shown. */
export const TIMING_NAMES = Object.keys(TIMING_BOUNDS) as readonly (keyof typeof TIMING_BOUNDS)[];
