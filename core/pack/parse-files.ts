import { CULTURES, type Culture } from '../basics/language.ts';
import { fail, ok, type Result } from '../basics/result.ts';
import { overlaySchema, type Overlay } from './overlay.ts';
import type { PackProblem } from './problem.ts';
import { questionnaireSchema, type QuestionnaireFile } from './questionnaire.ts';
import { safetySchema, type SafetyFile } from './safety.ts';
import { schemaProblems } from './schema-remedies.ts';

/** The parsed JSON of a pack's files. */
export interface PackFiles {
  readonly questionnaire: unknown;
  readonly overlays: Readonly<Record<Culture, unknown>>;
  readonly safety: unknown;
}

/** A pack's files, each by itself in the shape that it should have. */
export interface ParsedFiles {
  readonly base: QuestionnaireFile;
  readonly overlays: Readonly<Record<Culture, Overlay>>;
  readonly safety: SafetyFile;
}

/** Checks the shape of every file of a pack. */
export function parseFiles(files: PackFiles): Result<ParsedFiles, readonly PackProblem[]> {
  const base = questionnaireSchema.safeParse(files.questionnaire);
  const greenlandic = overlaySchema.safeParse(files.overlays.greenlandic);
  const danish = overlaySchema.safeParse(files.overlays.danish);
  const swedish = overlaySchema.safeParse(files.overlays.swedish);
  const safety = safetySchema.safeParse(files.safety);
  if (base.success && greenlandic.success && danish.success && swedish.success && safety.success) {
    const overlays = { greenlandic: greenlandic.data, danish: danish.data, swedish: swedish.data };
    return ok({ base: base.data, overlays, safety: safety.data });
  }
  const overlays = { greenlandic, danish, swedish };
  const sources = [
    { name: 'questionnaire', source: files.questionnaire, error: base.error },
    ...CULTURES.map((name) => ({ name, source: files.overlays[name], error: overlays[name].error })),
    { name: 'safety', source: files.safety, error: safety.error },
  ];
  return fail(
    sources.flatMap(({ name, source, error }) =>
      error === undefined ? [] : schemaProblems(source, error).map((problem) => ({ file: `${name}.json`, ...problem })),
    ),
  );
}
