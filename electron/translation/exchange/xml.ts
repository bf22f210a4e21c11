import { SaxesParser } from 'saxes';
import { fail, ok, type Result } from '../../../core/basics/result.ts';
import { fromUtf8 } from '../../../core/basics/utf8.ts';

/**
 * Why bytes are no XML that we read.
 *
 * - notUtf8: another encoding
 * - doctype: a document type, which no file of ours has: it could name files of this machine, or grow without end
 * - badXml: not well-formed, or deeper or broader than any file of ours; the line in which it breaks off
 */
export type XmlProblem = { readonly kind: 'notUtf8' | 'doctype' } | { readonly kind: 'badXml'; readonly line: number };

/** An element as it opens; its name is without the prefix that some programs put before each. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Told what stands in a document, in its order. `path` has the names of the elements around it and its own. */
export interface XmlReader {
  readonly open?: (element: XmlElement, path: readonly string[]) => void;
  readonly text?: (text: string, path: readonly string[]) => void;
  readonly close?: (name: string, path: readonly string[]) => void;
}

/** No file of ours comes near. */
const MOST_DEEP = 100;
const MOST_ATTRIBUTES = 100;

/** Breaks off the parsing: whatever comes after it is not used anyway. */
class XmlRefused extends Error {
  readonly problem: XmlProblem;
  constructor(problem: XmlProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/** Reads a document. No entity is known but XML's own five, and nothing is ever fetched. */
export function readXml(bytes: Uint8Array, reader: XmlReader): Result<null, XmlProblem> {
  const source = fromUtf8(bytes);
  if (source === null) return fail({ kind: 'notUtf8' });
  const parser = new SaxesParser({ xmlns: false, position: true });
  const path: string[] = [];
  let attributesSoFar = 0;
  const refuse = (): never => {
    throw new XmlRefused({ kind: 'badXml', line: parser.line });
  };
  parser.on('error', refuse);
  parser.on('doctype', () => {
    throw new XmlRefused({ kind: 'doctype' });
  });
  parser.on('attribute', () => {
    attributesSoFar += 1;
    if (attributesSoFar > MOST_ATTRIBUTES) refuse();
  });
  parser.on('opentag', ({ name, attributes }) => {
    attributesSoFar = 0;
    const local = localName(name);
    path.push(local);
    if (path.length > MOST_DEEP) refuse();
    reader.open?.({ name: local, attributes }, path);
  });
  const text = (found: string): void => reader.text?.(found, path);
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', ({ name }) => {
    reader.close?.(localName(name), path);
    path.pop();
  });
  try {
    parser.write(source).close();
    return ok(null);
  } catch (thrown) {
    if (thrown instanceof XmlRefused) return fail(thrown.problem);
    throw thrown;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML cannot hold, not even escaped: control characters, halves of surrogate pairs and the last two of the plane. */
const NO_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Writes a text for XML, between tags or in an attribute; U+FFFD stands for what XML cannot hold. */
export function escapeXml(text: string): string {
  return text
    .replace(NO_XML, '\uFFFD')
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character)
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
