import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Sha256 } from '../../../core/basics/hasher.ts';
import type { LanguageTag } from '../../../core/basics/language.ts';
import { fail, ok } from '../../../core/basics/result.ts';
import { judge, word } from '../../../core/translation/change-edition.ts';
import type { EditionEntry } from '../../../core/translation/edition.ts';
import { openEditions, type HomeEditions } from '../../../electron/translation/home-editions.ts';
import { PackagesKeeper, type RecordingsShelf } from '../../../electron/translation/packages-keeper.ts';
import type { ReadPackage, TakenPackage } from '../../../ipc/packages-contract.ts';
import type { PackagedRecording } from '../../../node/language-package-file.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { SHIPPED_FILES } from '../content/shipped-content.ts';
import { cheapEnrolment, makeTestHome, openTestHome } from '../test-home.ts';

export const ADMINISTRATOR = { id: 1, name: 'Aviâja' };

/** A house with a home of its own, from which packages come and into which they go. */
export interface PackagingHouse {
  readonly home: Awaited<ReturnType<typeof openTestHome>>;
  readonly keeper: PackagesKeeper;
  readonly editions: HomeEditions;
  readonly shelf: Map<string, PackagedRecording>;
  /** Lets somebody word a text, and two others approve it. */
  readonly approves: (key: string, text: string) => void;
  readonly words: (key: string, text: string) => void;
  readonly entry: (key: string) => EditionEntry;
  /** Writes a package; returns the name of its file. */
  readonly gives: () => string;
  readonly reads: (name: string) => ReadPackage;
  /** Looks at a package, compares the words and takes it. */
  readonly takes: (name: string) => TakenPackage;
}

/** @param shelf what a house does with recordings, where it is not simply to keep them */
export async function packagingHouse(
  {
    folder,
    kioskId,
    siteName = 'Huset',
  }: { readonly folder: string; readonly kioskId: string; readonly siteName?: string },
  keep?: RecordingsShelf['keep'],
): Promise<PackagingHouse> {
  const home = await openTestHome(makeTestHome({ ...cheapEnrolment(), kioskId }));
  onTestFinished(() => home.close());
  expectOk(
    home.state.change((content) => ({ ...content, settings: { ...content.settings, destinationFolder: folder } })),
  );
  const editions = expectOk(openEditions(home.layout.translations, SHIPPED_FILES));
  const shelf = new Map<string, PackagedRecording>();
  const place = (tag: LanguageTag, words: Sha256): string => `${tag}/${words}`;
  const keeper = new PackagesKeeper({
    ...{ home, custody: home.custody, editions },
    centreId: '1a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
    site: { siteId: `hus-${kioskId[0] ?? ''}`, name: siteName, timeZone: 'Europe/Copenhagen' },
    clock: { nowMs: () => Date.parse('2026-03-04T10:00:00Z') },
    recordings: {
      read: (tag, words) => shelf.get(place(tag, words)) ?? null,
      keep: (tag, recording) => {
        const kept = keep?.(tag, recording) ?? ok(null);
        if (kept.ok) shelf.set(place(tag, recording.words), recording);
        return kept;
      },
    },
  });
  const entry = (key: string): EditionEntry => {
    const found = expectOk(editions.edition('sv')).get(key);
    if (found === undefined) throw new Error(`The edition lacks ${key}`);
    return found;
  };
  const words = (key: string, text: string): void => {
    const rules = { tag: 'sv', hasher: nodeHasher } as const;
    expectOk(editions.add('sv', [expectOk(word(entry(key), { text, by: 'Cilla', atMs: 7 }, rules))]));
  };
  const judges = (key: string, review: Parameters<typeof judge>[1]['review']): void => {
    const seen = entry(key);
    expectOk(editions.add('sv', [expectOk(judge(seen, { seen, review }, nodeHasher))]));
  };
  const reads = (name: string): ReadPackage => expectOk(keeper.read({ name }));
  return {
    ...{ home, keeper, editions, shelf, entry, words, reads },
    approves: (key, text) => {
      words(key, text);
      judges(key, { role: 'translator', by: 'Anna', on: '2026-03-01' });
      judges(key, { role: 'treatmentWorker', by: 'Birk', on: '2026-03-02' });
    },
    gives: () => expectOk(keeper.export({ language: 'sv' }, ADMINISTRATOR)).name,
    takes: (name) => {
      const { sha256 } = reads(name);
      return expectOk(keeper.import({ name, sha256, hasCompared: true, decisions: [] }, ADMINISTRATOR));
    },
  };
}

/** Two houses that have one stick. */
export async function twoHouses(keep?: RecordingsShelf['keep']) {
  const folder = join(temporaryFolder(), 'stick');
  mkdirSync(folder);
  const giving = { folder, kioskId: '7f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d', siteName: 'Huset i Sisimiut' };
  return {
    folder,
    giver: await packagingHouse(giving),
    taker: await packagingHouse({ folder, kioskId: '8f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d' }, keep),
  };
}

export const refuseVoices: RecordingsShelf['keep'] = () => fail({ kind: 'refused' });
export const loseVoices: RecordingsShelf['keep'] = () => fail({ kind: 'notSaved' });
