import { inflateSync } from 'node:zlib';

/**
 * The words of a PDF that Chromium made. Its letters are numbers of glyphs, and every font has a table of its own, so each
 * string is read by each table: one of the readings is right, and the others are noise. Letters that a font draws as one,
 * as two f, are read as what they are.
 */
export function textOfPdf(pdf: Uint8Array): string {
  const streams = streamsOf(Buffer.from(pdf));
  const tables = streams.filter((stream) => stream.includes('begincmap')).map(tableOf);
  const strings = streams
    .filter((stream) => /\bT[jJ]\b/.test(stream))
    .map((stream) => Array.from(stream.matchAll(/<([0-9A-Fa-f]+)>/g), ([, hex]) => hex ?? ''));
  return tables
    .flatMap((table) => strings.map((each) => each.map((hex) => lettersOf(hex, table)).join('')))
    .join('\n')
    .normalize('NFKC');
}

function streamsOf(pdf: Buffer): readonly string[] {
  const text = pdf.toString('latin1');
  return Array.from(text.matchAll(/stream\r?\n/g), ({ index, 0: word }) => {
    const start = index + word.length;
    try {
      return inflateSync(pdf.subarray(start, text.indexOf('endstream', start))).toString('latin1');
    } catch {
      // Fonts and pictures that are packed in another way hold no words.
      return '';
    }
  });
}

/** Reads the part of a font that says which letter a glyph stands for. */
function tableOf(cmap: string): ReadonlyMap<number, string> {
  const table = new Map<number, string>();
  const letter = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', code = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      table.set(parseInt(glyph, 16), letter(code));
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', code = ''] of block.matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g,
    ))
      for (let glyph = parseInt(from, 16); glyph <= parseInt(to, 16); glyph++)
        table.set(glyph, String.fromCharCode(parseInt(code, 16) + glyph - parseInt(from, 16)));
  return table;
}

function lettersOf(hex: string, table: ReadonlyMap<number, string>): string {
  const glyphs = hex.match(/.{4}/g) ?? [];
  return glyphs.map((glyph) => table.get(parseInt(glyph, 16)) ?? '').join('');
}
