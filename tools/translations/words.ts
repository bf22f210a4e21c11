import { assertNever } from '../../core/basics/assert-never.ts';
import type { LanguageTag } from '../../core/basics/language.ts';
import type { EditionCounts } from '../../core/translation/edition.ts';
import type { Conflict, RefusedReason, Taking } from '../../core/translation/returned-texts.ts';
import type { EditionProblem } from '../../electron/translation/home-editions.ts';
import type { FileError } from '../../node/file-system.ts';
import type { FileProblem } from '../../electron/translation/exchange/translation-file.ts';

/** Why the content of a home gives no texts, and what to do. */
export function wordsForContent(home: string, kind: string): string {
  return `The content of ${home} cannot be used (${kind}). Look at it with "npm run store -- fsck".`;
}

/** Why the texts in work cannot be had or kept, and what to do. */
export function wordsForEdition(home: string, problem: EditionProblem | FileError): string {
  if ('tag' in problem) {
    const file = `${home}/translations/${problem.tag}.jsonl`;
    if (problem.kind === 'newerFormat') return `${file} was written by a newer program. Use that one.`;
    if (problem.kind === 'notRead') return `${file} cannot be read. Ask for the right to read it.`;
    return `${file} is damaged, and was left as it is. Put it back from a copy; without one, move it away to begin anew.`;
  }
  if (problem.kind === 'full') return 'The disk is full: nothing was taken. Make room, and import again.';
  return `The texts could not be written into ${home} (${problem.kind}): nothing was taken.`;
}

/** Why a file is not read at all, and what to do. */
export function wordsForFile(file: string, problem: FileProblem): string {
  switch (problem.kind) {
    case 'tooLarge':
      return `${file} is larger than any file of texts, or becomes so when it is unpacked. Export anew.`;
    case 'notUtf8':
      return `${file} is not saved as UTF-8. Save it so.`;
    case 'doctype':
      return `${file} has a document type, which no export has: it could bring other files in. Export anew.`;
    case 'badXml':
      return `${file} is no well-formed XML: it breaks off in line ${problem.line}.`;
    case 'noXliff':
      return `${file} is not XLIFF 1.2. Let the translator's program save it as that.`;
    case 'noColumns':
      return `${file} has no sheet with the headings "key" and "words (…)" in its first row. Put them back.`;
    case 'noLanguage':
      return `${file} does not say that it goes from Danish into one language of ours, or says more than one.`;
    case 'badZip':
      return `${file} is neither XLIFF nor XLSX, or is damaged. Ask for it again.`;
    case 'encrypted':
      return `${file} is protected by a password or saved as .xls. Save it as .xlsx without a password.`;
    case 'macros':
      return `${file} holds something that could run (a macro or an embedded object). Save it as .xlsx without.`;
    default:
      return assertNever(problem);
  }
}

const REASONS: Readonly<Record<RefusedReason, string>> = {
  empty: 'the words were removed',
  superfluousSpaces: 'there are superfluous spaces',
  controlCharacter: 'there is a line break, a tab or a lost letter in it',
  bidiControl: 'there is a mark that turns the direction of writing',
  invisibleCharacter: 'there is an invisible character',
  notComposed: 'a letter and its accent are two characters',
  wrongScript: 'there are other letters than Latin ones',
  placeholders: 'the placeholders are not those of the Danish text',
  strayBrace: 'there is a { or } that belongs to no placeholder',
  otherText: 'it holds "$t(", which would put another text there',
  tooLong: 'it is longer than 2,000 characters',
  labelsAPerson: 'it labels a person; the glossary has kinder words',
  badKey: 'no text of ours has such a key',
  reservedKey: 'this key belongs to JavaScript',
  pluralForm: 'the language does not have this plural form',
  formula: 'the cell holds a formula instead of words',
  notText: 'the cell holds a number, a date or an error instead of words',
  markup: 'there are elements inside the words',
  twice: 'its key stands more than once in the file',
  noFingerprint: 'its fingerprint is gone, so nobody knows whether the text has changed meanwhile',
};

/** What became of a file, for whoever brought it. */
export function importLines({ taken, unchanged, conflicts, unknown, refused }: Taking): readonly string[] {
  return [
    `Taken as drafts: ${taken.length}, unchanged: ${unchanged}`,
    ...(unknown.length > 0 ? [`Unknown, not taken: ${unknown.join(', ')}`] : []),
    ...refused.map(({ key, reason }) => `Refused: ${key}: ${REASONS[reason]} (${reason})`),
    ...conflicts.flatMap(conflictLines),
  ];
}

function conflictLines({ key, returned, danish, text, changed }: Conflict): readonly string[] {
  const what = changed.map((each) => (each === 'source' ? 'the Danish text' : 'the words')).join(' and ');
  return [
    `Conflict, not taken: ${key}: ${what} changed in the home since the file was exported`,
    `    Danish now:   ${danish}`,
    `    in the home:  ${text ?? '(nothing)'}`,
    `    in the file:  ${returned}`,
  ];
}

/** How far a language has come, in one line. */
export function statusLine(tag: LanguageTag, counts: EditionCounts): string {
  const { missing, draft, reviewed, approved, changedSource, overtaken, noHumanVoice } = counts;
  const beside = `Danish changed: ${changedSource}, overtaken: ${overtaken}, no human voice: ${noHumanVoice}`;
  return `${tag}: missing ${missing}, draft ${draft}, reviewed ${reviewed}, approved ${approved}. ${beside}`;
}
