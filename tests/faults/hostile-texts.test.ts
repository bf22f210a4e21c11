import { expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../core/basics/language.ts';
import { MAX_TEXT_LENGTH } from '../../core/translation/catalogue.ts';
import { heldHash, word } from '../../core/translation/change-edition.ts';
import type { Edition, EditionEntry } from '../../core/translation/edition.ts';
import { takePackaged } from '../../core/translation/packaged-texts.ts';
import { openEditions } from '../../electron/translation/home-editions.ts';
import { readLanguagePackage, writeLanguagePackage } from '../../node/language-package-file.ts';
import { newMinisignKey } from '../../node/minisign-keys.ts';
import { systemRandom } from '../../node/random.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { SHIPPED_FILES } from '../electron/content/shipped-content.ts';
import { expectOk } from '../expect-ok.ts';
import { approvedText, FACTS } from '../node/a-language-package.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { FORMATS, sendAround, type FileFormat } from '../tools/translations/a-file.ts';
import { ATTACKS, losesLetters, type Attack } from '../tools/translations/attacks.ts';
import { CAMPAIGN_TIMEOUT_MS, runCampaign } from './campaign.ts';

/** Visits every attack once in as many rounds, and unlike ones one after the other. */
const STRIDE = 101;
/** Longer than this in every text an attack would make files larger than any that is taken: it stands in some of them. */
const LONG = 10_000;
const KEY = newMinisignKey(systemRandom);

/** What became of a text, and of which: `changed` would be a fault. */
type Fate = readonly [key: string, fate: string];

test(
  'every attack in every text is shown as it stands or refused with its reason, whichever way it comes',
  { timeout: CAMPAIGN_TIMEOUT_MS },
  async () => {
    const editions = everyText();
    await runCampaign({ name: 'hostile texts', short: 5, full: ATTACKS.length }, (_, number) => {
      const attack = ATTACKS[(number * STRIDE) % ATTACKS.length] as Attack;
      const [words, outcome] = attack;
      for (const tag of LANGUAGES) {
        // What labels a person is another word in each language; the list is made for Swedish.
        if (outcome === 'labelsAPerson' && tag !== 'sv') continue;
        expect(typed(editions[tag], words, tag)).toEqual(expected(editions[tag], attack));
      }
      const some = words.length > LONG ? new Map([...editions.sv].slice(0, 3)) : editions.sv;
      const inFiles = words.length <= MAX_TEXT_LENGTH && losesLetters(words) ? 'controlCharacter' : outcome;
      for (const [, format] of FORMATS) expect(returned(some, words, format)).toEqual(expected(some, [words, inFiles]));
      expect(packaged(some, words)).toEqual(expected(some, attack));
      return undefined;
    });
  },
);

function everyText(): Readonly<Record<Language, Edition>> {
  const { edition } = expectOk(openEditions(temporaryFolder(), SHIPPED_FILES));
  const texts = (tag: Language): Edition => {
    const all = expectOk(edition(tag));
    if (all.size < 1000) throw new Error(`Hardly any texts in ${tag}`);
    return all;
  };
  return { da: texts('da'), sv: texts('sv'), kl: texts('kl') };
}

const UNSEEN_IN_ADVANCE: readonly string[] = ['shown', 'placeholders', 'strayBrace', 'otherText', 'labelsAPerson'];

/** What must become of an attack: what is wrong with its placeholders is so in the texts that have others. */
function expected(edition: Edition, [words, outcome]: Attack): readonly Fate[] {
  return [...edition.values()].map(({ key, danish }) => {
    if (!UNSEEN_IN_ADVANCE.includes(outcome)) return [key, outcome];
    if (fields(words) !== fields(danish)) return [key, 'placeholders'];
    return [key, outcome === 'placeholders' ? 'shown' : outcome];
  });
}

function fields(text: string): string {
  return Array.from(text.matchAll(/\{\{(\w+)\}\}/g), ([, name]) => name)
    .sort()
    .join();
}

function typed(edition: Edition, text: string, tag: Language): readonly Fate[] {
  return [...edition.values()].map((entry) => {
    const worded = word(entry, { text, by: 'A. B.', atMs: 7 }, { tag, hasher: nodeHasher });
    if (worded.ok) return [entry.key, fateOf(worded.value.text, text)];
    return [entry.key, worded.error.kind === 'refused' ? worded.error.reason : worded.error.kind];
  });
}

/** All texts go to a translator, and come back with these words. */
function returned(edition: Edition, text: string, format: FileFormat): readonly Fate[] {
  const words = Object.fromEntries([...edition.keys()].map((key) => [key, text]));
  const { taken, refused } = sendAround(edition, words, format);
  const fates = new Map<string, string>([
    ...taken.map((event) => [event.key, fateOf(event.text, text)] as const),
    ...refused.map(({ key, reason }) => [key, reason] as const),
  ]);
  return [...edition.keys()].map((key) => [key, fates.get(key) ?? 'lost']);
}

/** Another house sends these words for all texts, approved and signed. */
function packaged(edition: Edition, text: string): readonly Fate[] {
  const texts = [...edition.values()].map((entry) => ({
    ...approvedText(entry.key, text),
    ...{ danish: entry.danish, follows: [heldHash(entry, nodeHasher)] },
  }));
  const read = readLanguagePackage(writeLanguagePackage(FACTS, { texts, recordings: [] }, KEY).bytes);
  // Words that long are no form of a package at all.
  if (!read.ok) return [...edition.keys()].map((key) => [key, text.length > LONG ? 'tooLong' : read.error.kind]);
  const { events, refused } = takePackaged(edition, read.value.texts, { tag: 'sv', hasher: nodeHasher, decisions: [] });
  const fates = new Map<string, string>(refused.map(({ key, reason }) => [key, reason]));
  for (const event of events) if (event.kind === 'worded') fates.set(event.key, fateOf(event.text, text));
  return [...edition.values()].map(({ key }: EditionEntry) => [key, fates.get(key) ?? 'lost']);
}

function fateOf(taken: string, sent: string): string {
  return taken === sent ? 'shown' : 'changed';
}
