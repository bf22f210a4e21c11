import { parseArgs, type ParseArgsConfig } from 'node:util';
import { LANGUAGE_TAGS, languageTagSchema, type LanguageTag } from '../../core/basics/language.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { reviewSchema } from '../../core/translation/review.ts';
import { attemptToParse } from '../../node/attempt-to-parse.ts';
import { FORMATS, type Format } from '../../electron/translation/exchange/translation-file.ts';

/** How it is said. */
export const USAGE = `npm run translations -- export --home DIR --language L [--format xliff|xlsx] [FILE] [--json]
npm run translations -- import --home DIR [--language L] [--by NAME] FILE [--json]
npm run translations -- status --home DIR [--language L] [--json]
    Takes the texts of a home to translators who have no kiosk, and back. docs/translation.md tells how.
    export        writes all texts of a language, beside the Danish ones, into a new file
    import        takes what has changed in the file into the texts in work, as drafts. The kiosk must not be running.
                  What it shows changes by none of this: that takes two who approve, and a new content version
    status        counts how far each language has come
    --home DIR    the home of a kiosk
    --language L  ${LANGUAGE_TAGS.join(', ')}
    --format F    xliff (version 1.2) or xlsx; without it what FILE ends in or begins with tells, otherwise xliff
    --by NAME     whose words they are, so that they do not approve them themselves
    --json        prints one line of JSON alone; what a person should read goes to the other output

Exit codes: 0 all is taken (or done), 2 the command line, the file or the home is not usable: nothing has changed,
3 some texts were not taken: unknown, refused or in conflict; all others were
`;

/** One command line. */
export type TranslationsRequest =
  | {
      readonly kind: 'export';
      readonly home: string;
      readonly tag: LanguageTag;
      readonly format: Format;
      readonly file: string;
      readonly json: boolean;
    }
  | {
      readonly kind: 'import';
      readonly home: string;
      /** Null for the one that the file says. */
      readonly tag: LanguageTag | null;
      /** Null for the one that the file begins like. */
      readonly format: Format | null;
      readonly by: string | null;
      readonly file: string;
      readonly json: boolean;
    }
  | {
      readonly kind: 'status';
      readonly home: string;
      readonly tags: readonly LanguageTag[];
      readonly json: boolean;
    };

const OPTIONS = {
  home: { type: 'string' },
  language: { type: 'string' },
  format: { type: 'string' },
  by: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const satisfies ParseArgsConfig['options'];

/** Reads a command line; the error says in words what is not understood. */
export function parseTranslationsRequest(args: readonly string[]): Result<TranslationsRequest, string> {
  const parsed = attemptToParse(() => parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true }));
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const [verb, file, ...more] = positionals;
  if (verb !== 'export' && verb !== 'import' && verb !== 'status') {
    return fail('Say what to do: export, import or status.');
  }
  if (more.length > 0) return fail(`Only one file at a time: ${more.join(' ')} is too much.`);
  const { home, json } = values;
  if (home === undefined) return fail('Say which home: --home DIR.');
  const { data: tag = null } = languageTagSchema.safeParse(values.language);
  if (values.language !== undefined && tag === null) {
    return fail(`There is no language ${values.language}. Say one of ${LANGUAGE_TAGS.join(', ')}.`);
  }
  const format = FORMATS.find((each) => each === values.format) ?? null;
  if (values.format !== undefined && format === null) return fail('Say --format xliff or --format xlsx.');
  const by = reviewSchema.shape.by.safeParse(values.by ?? 'nobody');
  if (!by.success) return fail('Say --by with initials or a name of at most 60 characters.');
  if (values.by !== undefined && verb !== 'import') return fail('Say --by with import alone.');
  switch (verb) {
    case 'export':
      if (tag === null) return fail('Say which language: --language L.');
      return ok({ kind: verb, home, tag, json, ...exportTarget({ tag, format, file }) });
    case 'import':
      if (file === undefined) return fail('Say which file came back.');
      return ok({ kind: verb, home, tag, json, format, file, by: values.by === undefined ? null : by.data });
    case 'status':
      if (file !== undefined || format !== null) return fail('The status of a home needs no file and no format.');
      return ok({ kind: verb, home, json, tags: tag === null ? LANGUAGE_TAGS : [tag] });
  }
}

function exportTarget({
  tag,
  format,
  file,
}: {
  readonly tag: LanguageTag;
  readonly format: Format | null;
  readonly file: string | undefined;
}): { readonly format: Format; readonly file: string } {
  const chosen = format ?? (file?.toLowerCase().endsWith('.xlsx') === true ? 'xlsx' : 'xliff');
  return { format: chosen, file: file ?? `matu-texts-${tag}.${chosen === 'xlsx' ? 'xlsx' : 'xlf'}` };
}
