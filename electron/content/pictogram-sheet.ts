import { fromUtf8 } from '../../core/basics/utf8.ts';
import type { ContentFiles } from './content-files.ts';

const PICTOGRAM = /^assets\/pictograms\/([a-z0-9-]+)\.svg$/;
/** What every drawing is: a square of 150 units. The lines' width and colour are the window's. */
const DRAWING = /^\s*<svg\b[^>]*\bviewBox="0 0 150 150"[^>]*>([\s\S]*)<\/svg>\s*$/;

/**
 * Puts every pictogram of a content version on one sheet, as symbols by name, which stands in the page. As images of
 * their own, each drawing costs the page a message, a document and a frame at the moment when its question appears.
 *
 * @returns an SVG element; a file that is no such drawing is left out
 */
export function pictogramSheet(files: ContentFiles): string {
  const symbols = [...files].flatMap(([path, bytes]) => {
    const name = PICTOGRAM.exec(path)?.[1];
    const lines = name === undefined ? undefined : DRAWING.exec(fromUtf8(bytes) ?? '')?.[1];
    return name === undefined || lines === undefined ? [] : [symbol(name, lines)];
  });
  return `<svg id="pictograms" width="0" height="0" aria-hidden="true">${symbols.join('')}</svg>`;
}

function symbol(name: string, lines: string): string {
  return `<symbol id="pictogram-${name}" viewBox="0 0 150 150">${lines}</symbol>`;
}
