import { fail, ok } from '../../core/basics/result.ts';
import type { PictureCode } from '../../core/intake/picture-code.ts';
import type { Site } from '../../core/intake/site.ts';
import type { ContentVersion } from '../../electron/content/content-version.ts';
import { makeCodeGate } from '../../electron/intake/code-gate.ts';
import { CurrentVisit } from '../../electron/intake/current-visit.ts';
import type { OpenView } from '../../electron/intake/open-view.ts';
import type { DraftFiles } from '../../electron/intake/visit-surroundings.ts';
import { systemRandom } from '../../node/random.ts';
import { systemClock } from '../../node/system-clock.ts';
import { systemUptime } from '../../node/system-uptime.ts';
import { play, type Play } from './play.ts';
import type { SyntheticPerson } from './synthetic-person.ts';

/** What a resumed visit is looked for in. */
export interface Rehearsal {
  readonly person: SyntheticPerson;
  readonly content: ContentVersion;
  readonly site: Site;
  /** What the resumed visit shows. */
  readonly shown: OpenView;
  /** The revisions that it may be: from the last that was acknowledged to the one that was being saved. */
  readonly from: number;
  readonly to: number;
}

/**
 * Lets a made-up person do everything once more, in memory, up to where a resumed visit stands. Afterwards the person is
 * ready to go on from there.
 *
 * @returns the revision; null when the resumed visit shows nothing that it may show: something acknowledged is not there any more
 */
export async function rehearse({ person, content, site, shown, from, to }: Rehearsal): Promise<number | null> {
  const visit = visitInMemory(content, site);
  const wanted = screenOf(shown);
  const reached = { revision: 0, isFound: false };
  const scene: Play = {
    visit,
    person,
    code: null,
    codeTaken: () => (reached.revision = 1),
    saved: () => (reached.revision += 1),
    isOver: () => {
      if (reached.revision < from) return false;
      reached.isFound = screenOf(visit.show()) === wanted;
      return reached.isFound || reached.revision >= to;
    },
  };
  await play(scene);
  return reached.isFound ? reached.revision : null;
}

/** Everything on the screen. */
function screenOf(view: OpenView): string {
  return JSON.stringify(view);
}

function visitInMemory(content: ContentVersion, site: Site): CurrentVisit {
  return new CurrentVisit({
    clock: systemClock,
    random: systemRandom,
    site,
    drafts: draftsInMemory(),
    codeGate: makeCodeGate({ read: () => 0, write: () => ok(null) }, systemUptime(), () => undefined),
    content,
    contentOf: () => content,
    isReady: () => true,
    hasRoom: () => true,
    alerts: { raiseDanger: () => null, show: () => null },
    isSealed: () => false,
    seal: () => Promise.resolve(fail({ kind: 'notHere' })),
    letters: { find: () => null, takeBack: () => fail({ kind: 'unknown' }) },
    count: () => undefined,
  });
}

function draftsInMemory(): DraftFiles {
  const kept = new Map<PictureCode, readonly Uint8Array[]>();
  const draftOf = (code: PictureCode) => {
    const keep = (contents: readonly Uint8Array[]) => {
      kept.set(
        code,
        contents.map((content) => content.slice()),
      );
      return ok(null);
    };
    return {
      save: (change: Uint8Array) => keep([...(kept.get(code) ?? []), change]),
      compact: (snapshot: Uint8Array) => keep([snapshot]),
      delete: () => ok(null),
      close: () => undefined,
    };
  };
  return {
    create: (code, snapshot) => {
      const draft = draftOf(code);
      draft.compact(snapshot);
      return Promise.resolve(ok(draft));
    },
    open: (code) => {
      const contents = kept.get(code);
      const opened =
        contents === undefined
          ? fail({ kind: 'noSuchCode' })
          : ok({ draft: draftOf(code), contents: contents.map((content) => content.slice()) });
      return Promise.resolve(opened);
    },
  };
}
