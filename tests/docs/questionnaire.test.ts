import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CULTURES, LANGUAGES } from '../../core/basics/language.ts';
import { termsSchema } from '../../core/pack/instrument.ts';
import { loadPack, type PackFiles } from '../../core/pack/load.ts';
import { requiredTexts } from '../../core/pack/required-texts.ts';
import { NAMING_ITEMS } from '../../core/intake/page-one/places.ts';
import { optionsOf, textKey } from '../../core/questionnaire/culture-version.ts';
import { expectOk } from '../expect-ok.ts';
import { journey } from '../journeys/journey.ts';
import { realPack, realPackFiles } from '../journeys/real-pack.ts';

const PAGE = readFileSync(new URL('../../docs/questionnaire.md', import.meta.url), 'utf8');

type Json = Record<string, unknown>;
type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A block of the page by the word behind `json`. */
function block(name: string): unknown {
  const found = new RegExp('```json ' + name + '\\n([\\s\\S]*?)```').exec(PAGE);
  if (found?.[1] === undefined) throw new Error(`The page has no example called ${name}`);
  return JSON.parse(found[1]);
}

interface OverlayJson extends Json {
  readonly order: { readonly items: string[] };
  readonly changes: unknown[];
}

/** The pack that ships, with the page's example done to it step by step. */
function packOfTheExample(): PackFiles {
  const files = realPackFiles();
  const questionnaire = files.questionnaire as Json & { readonly item: unknown[] };
  const place = block('place') as { readonly after: string; readonly linkId: string };
  questionnaire.item.push(block('question'));
  for (const culture of CULTURES) {
    const { items } = (files.overlays[culture] as OverlayJson).order;
    items.splice(items.indexOf(place.after) + 1, 0, place.linkId);
  }
  (files.overlays.greenlandic as OverlayJson).changes.push(block('variant'));
  return files;
}

describe('The worked example of docs/questionnaire.md', () => {
  const pack = expectOk(loadPack(packOfTheExample()));

  test('is asked of who wants to meet in the house, and of nobody else', () => {
    const before = journey({ pack, track: 'whole' }).until('contact-way');
    expect(before.answer('contact-way', ['meet-here']).until('quiet-room').place).toBe('quiet-room');
    const other = journey({ pack, track: 'whole' }).until('contact-way').answer('contact-way', ['call']).toTheEnd();
    expect(other.asked).not.toContain('quiet-room');
  });

  test('is worded in its own way in the Greenlandic version only', () => {
    expect(textKey(pack.greenlandic, 'quiet-room', 'hint')).toBe('intake.quiet-room@greenlandic.hint');
    expect(textKey(pack.danish, 'quiet-room', 'hint')).toBe('intake.quiet-room.hint');
  });

  test.each(LANGUAGES)('brings every text that it needs in %s', (language) => {
    const needed = CULTURES.flatMap((culture) => {
      const before = new Set(requiredTexts(realPack[culture]));
      return requiredTexts(pack[culture]).filter((key) => !before.has(key));
    });
    const given = { ...(block('texts') as Texts)[language], ...(block('variant-texts') as Texts)[language] };
    expect(Object.keys(given).sort()).toEqual([...new Set(needed)].sort());
  });
});

/** The rows of the table of names: a linkId, and the codes beside it. */
const KNOWN = [...PAGE.matchAll(/^\| `([a-z-]+)` +\| ((?:`[a-z0-9-]+`(?:, )?)*) *\| [^|]+\|$/gm)].map(
  ([, linkId = '', codes = '']) => [linkId, [...codes.matchAll(/`([^`]+)`/g)].map(([, code]) => code)] as const,
);

describe('What the program knows by name', () => {
  test('is told on the page', () => {
    const linkIds = KNOWN.map(([linkId]) => linkId);
    for (const known of ['anonymity', 'age', 'contact-way', 'peer-permission', 'takes-room', ...NAMING_ITEMS])
      expect(linkIds).toContain(known);
  });

  test.each(KNOWN)('is in the questions that ship: %s', (linkId, codes) => {
    const items = CULTURES.flatMap((culture) => realPack[culture].byLinkId.get(linkId)?.item ?? []);
    expect(items.length).toBeGreaterThan(0);
    expect(items.flatMap((item) => optionsOf(item).map(({ code }) => code))).toEqual(expect.arrayContaining(codes));
  });

  test('leaves helping at the screen and being under age to the options', () => {
    const options = CULTURES.flatMap((culture) => realPack[culture].items.flatMap(({ item }) => optionsOf(item)));
    expect(new Set(options.flatMap(({ helper }) => helper ?? []))).toEqual(new Set(['absent', 'present']));
    expect(options.some(({ leadsTo }) => leadsTo === 'underAge')).toBe(true);
  });
});

test('The terms of docs/questionnaire.md are terms, once the fingerprint stands in them', () => {
  const terms = block('terms') as Json;
  expect(termsSchema.safeParse({ ...terms, wordingSha256: 'a'.repeat(64) }).success).toBe(true);
  expect(termsSchema.safeParse(terms).success).toBe(false);
});
