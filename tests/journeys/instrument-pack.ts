import { readFileSync } from 'node:fs';
import { insertInstruments } from '../../core/pack/insert-instruments.ts';
import { parseInstrument } from '../../core/pack/instrument.ts';
import type { Pack } from '../../core/pack/load.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { expectOk } from '../expect-ok.ts';
import { realPack } from './real-pack.ts';

const instruments = ['da', 'sv'].map((language) => {
  const path = new URL(`../fixtures/instruments/invented-example.${language}.json`, import.meta.url);
  return expectOk(parseInstrument(JSON.parse(readFileSync(path, 'utf8')), nodeHasher));
});

/** The pack that ships, with an invented instrument in its slot: it exists in Danish and Swedish only. */
export const instrumentPack: Pack = insertInstruments(realPack, instruments, '2026-03-01');
