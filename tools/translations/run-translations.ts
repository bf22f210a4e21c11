import { resolve } from 'node:path';
import type { Clock } from '../../core/basics/clock.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { countEdition } from '../../core/translation/edition.ts';
import { takeReturned, type Taking } from '../../core/translation/returned-texts.ts';
import { createDurably } from '../../node/durable-file.ts';
import { readCapped } from '../../node/capped-file.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { acquireWriterLock } from '../../node/writer-lock.ts';
import { openTexts, type OpenedTexts } from './open-texts.ts';
import { readReturned } from '../../electron/translation/exchange/read-returned.ts';
import { parseTranslationsRequest, USAGE, type TranslationsRequest } from './request.ts';
import { MOST_FILE_BYTES, type ReturnedFile } from '../../electron/translation/exchange/translation-file.ts';
import { importLines, statusLine, wordsForEdition, wordsForFile } from './words.ts';
import { writeExported } from '../../electron/translation/exchange/write-exported.ts';

const EXIT = { done: 0, notUsable: 2, notAllTaken: 3 } as const;

/** What a command line runs among. */
export interface Surroundings {
  readonly clock: Clock;
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** What a command ends with; the error says in words what is not usable. */
type Outcome = Result<number, string>;
type RequestOf<Kind> = Extract<TranslationsRequest, { kind: Kind }>;

/** Runs one command line, without the program's own name, and returns the exit code. */
export async function runTranslations(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const request = parseTranslationsRequest(args);
  const outcome = request.ok ? await run(request.value, surroundings) : fail(`${request.error}\n\n${USAGE}`);
  if (outcome.ok) return outcome.value;
  surroundings.complain(outcome.error);
  return EXIT.notUsable;
}

async function run(request: TranslationsRequest, surroundings: Surroundings): Promise<Outcome> {
  const opened = openTexts(resolve(request.home));
  if (!opened.ok) return opened;
  if (opened.value.isOfProgram)
    surroundings.complain('The home has no content yet: the texts are those of the program.');
  switch (request.kind) {
    case 'export':
      return exportTexts(opened.value, request, surroundings);
    case 'import':
      return importLocked(opened.value, request, surroundings);
    case 'status':
      return tellStatus(opened.value, request, surroundings);
  }
}

function exportTexts(
  texts: OpenedTexts,
  { home, tag, format, file, json }: RequestOf<'export'>,
  { say }: Surroundings,
): Outcome {
  const edition = texts.edition(tag);
  if (!edition.ok) return fail(wordsForEdition(home, edition.error));
  const written = createDurably(resolve(file), writeExported(tag, edition.value, format));
  if (!written.ok) {
    if (written.error.kind === 'exists') return fail(`${file} is there already and was left alone. Say another name.`);
    return fail(`${file} cannot be written (${written.error.kind}). Say where there is room and the right to write.`);
  }
  say(
    json
      ? JSON.stringify({ file, language: tag, format, texts: edition.value.size })
      : `${file}: ${edition.value.size} texts`,
  );
  return ok(EXIT.done);
}

async function importLocked(
  texts: OpenedTexts,
  request: RequestOf<'import'>,
  surroundings: Surroundings,
): Promise<Outcome> {
  const lock = await acquireWriterLock(resolve(request.home));
  if (!lock.ok) return fail(`A program has ${request.home} open. Close the kiosk, then import again.`);
  try {
    return importTexts(texts, request, surroundings);
  } finally {
    await lock.value.release();
  }
}

function importTexts(
  texts: OpenedTexts,
  request: RequestOf<'import'>,
  { clock, say, complain }: Surroundings,
): Outcome {
  const { home, file, by, json } = request;
  complain(`Reading ${file} …`);
  const returned = readFile(request);
  if (!returned.ok) return returned;
  const { tag } = returned.value;
  const edition = texts.edition(tag);
  if (!edition.ok) return fail(wordsForEdition(home, edition.error));
  complain(`Comparing ${returned.value.texts.length} texts (${tag}) …`);
  const how = { by, atMs: clock.nowMs(), tag, hasher: nodeHasher };
  const taking = takeReturned(edition.value, returned.value.texts, how);
  const added = taking.taken.length === 0 ? ok(null) : texts.add(tag, taking.taken);
  if (!added.ok) return fail(wordsForEdition(home, added.error));
  for (const line of importLines(taking)) (json ? complain : say)(line);
  say(importJson(taking));
  const { conflicts, unknown, refused } = taking;
  return ok(conflicts.length + unknown.length + refused.length === 0 ? EXIT.done : EXIT.notAllTaken);
}

/** The keys and their order are what other programs read. */
function importJson({ taken, unchanged, conflicts, unknown, refused }: Taking): string {
  const counts = { changed: taken.length, unchanged, conflicts: conflicts.length, unknown: unknown.length };
  return JSON.stringify({ ...counts, refused });
}

function readFile({ file, tag, format }: RequestOf<'import'>): Result<ReturnedFile, string> {
  const bytes = readCapped(resolve(file), MOST_FILE_BYTES);
  if (!bytes.ok) {
    if (bytes.error.kind === 'tooLarge') return fail(wordsForFile(file, { kind: 'tooLarge' }));
    return fail(`${file} cannot be read. Say which file came back, and ask for the right to read it.`);
  }
  const read = readReturned(bytes.value, format);
  if (!read.ok) return fail(wordsForFile(file, read.error));
  const isAsSaid = tag === null || tag === read.value.tag;
  return isAsSaid ? read : fail(`${file} is for ${read.value.tag}, not for ${tag}. Say the other language, or none.`);
}

function tellStatus(texts: OpenedTexts, { home, tags, json }: RequestOf<'status'>, { say }: Surroundings): Outcome {
  const languages = [];
  for (const tag of tags) {
    const edition = texts.edition(tag);
    if (!edition.ok) return fail(wordsForEdition(home, edition.error));
    languages.push({ language: tag, ...countEdition(edition.value, (text) => texts.hasVoice(tag, text)) });
  }
  if (json) say(JSON.stringify({ contentVersion: texts.contentId, languages }));
  else for (const { language, ...counts } of languages) say(statusLine(language, counts));
  return ok(EXIT.done);
}
