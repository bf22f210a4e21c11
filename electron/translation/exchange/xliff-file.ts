import { languageTagSchema, type LanguageTag } from '../../../core/basics/language.ts';
import { fail, ok, type Result } from '../../../core/basics/result.ts';
import { toUtf8 } from '../../../core/basics/utf8.ts';
import type { EditionEntry } from '../../../core/translation/edition.ts';
import type { ReturnedText } from '../../../core/translation/returned-texts.ts';
import {
  readFingerprint,
  writeFingerprint,
  type ExportedText,
  type FileProblem,
  type ReturnedFile,
} from './translation-file.ts';
import { escapeXml, readXml, type XmlElement } from './xml.ts';

/** XLIFF's own words for how far a text is. */
const STATES: Readonly<Record<EditionEntry['status'], string>> = {
  missing: 'needs-translation',
  draft: 'needs-review-translation',
  reviewed: 'translated',
  approved: 'signed-off',
};

/** Writes texts as XLIFF 1.2; the same texts give the same bytes. */
export function writeXliff(tag: LanguageTag, texts: readonly ExportedText[]): Uint8Array {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
    `  <file original="matu" datatype="plaintext" source-language="da" target-language="${tag}">`,
    '    <body>',
    ...texts.flatMap(unitLines),
    '    </body>',
    '  </file>',
    '</xliff>',
  ];
  return toUtf8(`${lines.join('\n')}\n`);
}

function unitLines({ key, danish, text, status, place, fingerprint }: ExportedText): readonly string[] {
  const approved = status === 'approved' ? 'yes' : 'no';
  const extradata = writeFingerprint(fingerprint);
  return [
    `      <trans-unit id="${escapeXml(key)}" approved="${approved}" extradata="${extradata}" xml:space="preserve">`,
    `        <source>${escapeXml(danish)}</source>`,
    `        <target state="${STATES[status]}">${escapeXml(text ?? '')}</target>`,
    `        <note>${escapeXml(place)}</note>`,
    '      </trans-unit>',
  ];
}

/** A unit as far as it has been read. */
interface OpenUnit {
  readonly key: string;
  readonly extradata: string;
  text: string;
  hasMarkup: boolean;
}

/** Marks a stretch of text for a translator's program, and changes none of it. */
const TRANSPARENT = 'mrk';

/** Reads texts back from XLIFF 1.2. */
export function readXliff(bytes: Uint8Array): Result<ReturnedFile, FileProblem> {
  const texts: ReturnedText[] = [];
  const languages = new Set<string>();
  const roots: XmlElement[] = [];
  let unit: OpenUnit | null = null;
  // What a program puts inside a target but marks would be lost with it, so the text is refused.
  const open = (element: XmlElement, path: readonly string[]): void => {
    if (path.length === 1) roots.push(element);
    else if (element.name === 'file') languages.add(languagesOf(element));
    else if (element.name === 'trans-unit') unit = opened(element);
    else if (unit !== null && isInTarget(path.slice(0, -1)) && element.name !== TRANSPARENT) unit.hasMarkup = true;
  };
  const read = readXml(bytes, {
    open,
    text: (text, path) => {
      if (unit !== null && isInTarget(path)) unit.text += text;
    },
    close: (name) => {
      if (name !== 'trans-unit' || unit === null) return;
      texts.push(returnedOf(unit));
      unit = null;
    },
  });
  if (!read.ok) return read;
  if (!roots.some(isXliff)) return fail({ kind: 'noXliff' });
  const tag = tagOf(languages);
  return tag === null ? fail({ kind: 'noLanguage' }) : ok({ tag, texts });
}

function isXliff({ name, attributes }: XmlElement): boolean {
  return name === 'xliff' && attributes['version'] === '1.2';
}

function languagesOf({ attributes }: XmlElement): string {
  return `${attributes['source-language'] ?? ''} ${attributes['target-language'] ?? ''}`;
}

/** The language of a file, which says one, and Danish as what it was translated from. */
function tagOf(languages: ReadonlySet<string>): LanguageTag | null {
  const [[source, target] = [], ...others] = [...languages].map((both) => both.split(' '));
  const tag = languageTagSchema.safeParse(target);
  return source === 'da' && others.length === 0 && tag.success ? tag.data : null;
}

function opened({ attributes }: XmlElement): OpenUnit {
  const [key = '', extradata = ''] = [attributes['id'], attributes['extradata']];
  return { key, extradata, text: '', hasMarkup: false };
}

/** Whether a place is in the unit's own target: proposals of a program stand in `alt-trans`. */
function isInTarget(path: readonly string[]): boolean {
  const unit = path.lastIndexOf('trans-unit');
  return unit !== -1 && path[unit + 1] === 'target';
}

function returnedOf({ key, extradata, text, hasMarkup }: OpenUnit): ReturnedText {
  return { key, text, fingerprint: readFingerprint(extradata), problem: hasMarkup ? 'markup' : null };
}
