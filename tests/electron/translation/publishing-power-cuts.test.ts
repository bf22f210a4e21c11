import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { auditEvents } from '../audit/audit-events.ts';
import { ContentInUse } from '../../../electron/content/content-in-use.ts';
import { checkInstalled, installContent, loadContent } from '../../../electron/content/content-store.ts';
import type { ContentVersion } from '../../../electron/content/content-version.ts';
import { writeEdition } from '../../../electron/translation/edition-file.ts';
import { openPublication } from '../../../electron/translation/open-publication.ts';
import { PublishingKeeper } from '../../../electron/translation/publishing.ts';
import { nodeFileSystem, type FileSystem } from '../../../node/file-system.ts';
import { expectOk } from '../../expect-ok.ts';
import { FAULT_CLOCK, makeFaultHome, openFaultHome, quickFolder, type FaultHome } from '../../faults/fault-home.ts';
import { FaultyFileSystem } from '../../faults/faulty-file-system.ts';
import { exchangeableFileSystem, PowerCut } from '../../node/failing-file-system.ts';
import { programContent } from '../content/shipped-content.ts';
import { approvedWords } from './a-publication.ts';

const HIDE = 'kiosk.hide';
const APP = { appVersion: '0.1.0' };
/** Publishing makes the same calls each time; cuts between them are tried at every so many. */
const EVERY = 9;

/** A home over the program's content, in which somebody publishes on a disk that may be at fault. */
class House {
  readonly places: FaultHome;
  readonly #program: ContentVersion;

  constructor() {
    const folder = quickFolder();
    this.places = makeFaultHome(folder);
    const content = join(this.places.home, 'content');
    const id = expectOk(installContent(programContent(), content));
    this.#program = expectOk(loadContent(content, id));
    mkdirSync(join(this.places.home, 'translations'));
  }

  /** Two people have approved these Swedish words for Hide, over the program's. */
  approves(text: string): void {
    const path = join(this.places.home, 'translations', 'sv.jsonl');
    expectOk(writeEdition(path, { tag: 'sv', events: approvedWords(HIDE, text, 'Skjul') }));
  }

  /** Opens the home, publishes on this disk, and closes the home again. @returns whether the power went */
  async publishes(fs: FileSystem): Promise<boolean> {
    const armed = { fs: nodeFileSystem };
    const disk = exchangeableFileSystem(armed);
    const home = expectOk(await openFaultHome(this.places, { fs: disk }));
    const contents = this.#contents(openPublication({ home, programId: this.#program.id, ...APP }));
    armed.fs = fs;
    try {
      const published = new PublishingKeeper({ home, contents, clock: FAULT_CLOCK, ...APP, fs: disk }).publish({
        id: 1,
      });
      expectOk(published);
      return false;
    } catch (thrown) {
      if (!(thrown instanceof PowerCut)) throw thrown;
      return true;
    } finally {
      armed.fs = nodeFileSystem;
      await home.close();
    }
  }

  /** What a start shows for Hide in Swedish, checked whole. */
  async shows(): Promise<string | undefined> {
    const home = expectOk(await openFaultHome(this.places));
    const opened = this.#contents(openPublication({ home, programId: this.#program.id, ...APP })).present;
    expectOk(checkInstalled(home.layout.content, opened.id));
    expect(auditEvents(home.layout.audit).map(({ event }) => event)).not.toContain('publicationDamaged');
    await home.close();
    return opened.catalogue.sv[HIDE];
  }

  #contents(published: ContentVersion | null): ContentInUse {
    return new ContentInUse(join(this.places.home, 'content'), this.#program, published);
  }
}

test(
  'a power cut while publishing leaves the old texts or the new ones in use, never none',
  { timeout: 300_000 },
  async () => {
    const measuring = new House();
    measuring.approves('Göm 0');
    const counted = new FaultyFileSystem(null);
    expect(await measuring.publishes(counted.fs)).toBe(false);
    expect(counted.calls).toBeGreaterThan(100);

    const house = new House();
    let old = 'Dölj';
    const outcomes = new Set<string>();
    for (
      let atCall = 1, round = 1;
      atCall <= counted.calls + 1;
      atCall += atCall < counted.calls - 12 ? EVERY : 1, round += 1
    ) {
      const fresh = `Göm ${round}`;
      house.approves(fresh);
      const { fs } = new FaultyFileSystem({ atCall, code: 'KILL', isLasting: false });
      const wasCut = await house.publishes(fs);
      const shown = await house.shows();
      expect([old, fresh]).toContain(shown);
      if (!wasCut) expect(shown).toBe(fresh);
      outcomes.add(shown === old ? 'old' : 'new');
      old = shown ?? old;
    }
    expect(outcomes).toEqual(new Set(['old', 'new']));
    // What the cuts left unfinished went with the publications after them.
    expect(readdirSync(join(house.places.home, 'content')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  },
);
