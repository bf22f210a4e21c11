import { join } from 'node:path';
import { clashingInstruments } from '../../core/pack/insert-instruments.ts';
import { parseInstrument, type Instrument } from '../../core/pack/instrument.ts';
import { instrumentFileName } from '../../core/pack/loading-instrument.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { readContentFiles, type ContentFiles } from './content-files.ts';
import { ContentRefused, json } from './content-problem.ts';

/** Where instruments lie in a content version, as `<slot>.<language>.json`. */
export const INSTRUMENT_FOLDER = 'assets/instruments';

/**
 * Reads every instrument.
 *
 * @throws ContentRefused at one that was changed, stands under another name or clashes with another
 */
export function parseInstruments(files: ContentFiles): readonly Instrument[] {
  const paths = [...files.keys()].filter((path) => path.startsWith(`${INSTRUMENT_FOLDER}/`)).sort();
  const instruments = paths.map((path) => {
    const instrument = parseInstrument(json(files, path), nodeHasher);
    if (!instrument.ok || path !== instrumentPath(instrument.value)) throw refused(path);
    return instrument.value;
  });
  const [clash] = clashingInstruments(instruments);
  if (clash !== undefined) throw refused(`${INSTRUMENT_FOLDER}/${clash}`);
  return instruments;
}

/** Reads the instruments that the program itself brings, which was checked when it started. */
export function programInstruments(contentFolder: string): readonly Instrument[] {
  const files = readContentFiles(join(contentFolder, INSTRUMENT_FOLDER));
  if (!files.ok) return [];
  return parseInstruments(new Map([...files.value].map(([name, bytes]) => [`${INSTRUMENT_FOLDER}/${name}`, bytes])));
}

/** Where an instrument lies in a content version. */
function instrumentPath({ terms }: Instrument): string {
  return `${INSTRUMENT_FOLDER}/${instrumentFileName(terms)}`;
}

function refused(file: string): ContentRefused {
  return new ContentRefused({ kind: 'badInstrument', file });
}
