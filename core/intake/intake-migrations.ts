/** Grams of pure alcohol in a unit, where intakes of format 1 came from. */
const UNIT_GRAMS = 12;

/**
 * Brings intake.json of an older format to the form of today, so that what was sealed years ago can still be read.
 * Numbered and run in order; a format is never changed without a line here.
 *
 * @param json parsed JSON; anything that is no older intake comes back as it is, for the schema to judge
 */
export function migratedIntake(json: unknown): unknown {
  const since2 = isFormat1(json) ? fromFormat1(json) : json;
  return isFormat2(since2) ? fromFormat2(since2) : since2;
}

interface Format1 {
  readonly format: 1;
  readonly answers: readonly object[];
}

function isFormat1(json: unknown): json is Format1 {
  if (typeof json !== 'object' || json === null || !('format' in json) || !('answers' in json)) return false;
  const isList = Array.isArray(json.answers) && json.answers.every((each) => typeof each === 'object' && each !== null);
  return json.format === 1 && isList;
}

/** Format 2 says when each answer was given and with whom, which track was taken, and what the rules and scores say. */
function fromFormat1(intake: Format1): unknown {
  const answers = intake.answers.map((answer) => ({ ...answer, answeredAt: null, accompanied: false }));
  return { ...intake, format: 2, track: 'whole', unitGrams: UNIT_GRAMS, answers, flags: [], instruments: [] };
}

interface Format2 {
  readonly format: 2;
}

function isFormat2(json: unknown): json is Format2 {
  return typeof json === 'object' && json !== null && 'format' in json && json.format === 2 && !('calls' in json);
}

/** Format 3 says what the house did when it was called; before, nobody wrote it down for the centre. */
function fromFormat2(intake: Format2): unknown {
  return { ...intake, format: 3, calls: [] };
}
