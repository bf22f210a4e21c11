import { readFileSync } from 'node:fs';
import { insertInstruments } from '../../core/pack/insert-instruments.ts';
import { parseInstrument, type Instrument } from '../../core/pack/instrument.ts';
import type { Pack } from '../../core/pack/load.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { expectOk } from '../expect-ok.ts';
import { realPack } from './real-pack.ts';

function instrumentIn(language: string): Instrument {
  const path = new URL(`../fixtures/instruments/invented-example.${language}.json`, import.meta.url);
  return expectOk(parseInstrument(JSON.parse(readFileSync(path, 'utf8')), nodeHasher));
}

/** An invented instrument in Danish. */
export const danishInstrument = instrumentIn('da');

/** The pack that ships, with an invented instrument in its slot: it exists in Danish and Swedish only. */
export const instrumentPack: Pack = insertInstruments(realPack, [danishInstrument, instrumentIn('sv')], '2026-03-01');

/** The same, where the instrument exists in Danish only. */
export const danishInstrumentPack: Pack = insertInstruments(realPack, [danishInstrument], '2026-03-01');
