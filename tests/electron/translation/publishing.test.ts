import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AuditCode } from '../../../core/audit/events.ts';
import { fail } from '../../../core/basics/result.ts';
import type { LanguageTag } from '../../../core/basics/language.ts';
import { clipHash } from '../../../core/speech/spoken-text.ts';
import type { EditionEvent } from '../../../core/translation/edition-events.ts';
import { USUAL_TIMINGS } from '../../../core/site/timings.ts';
import { AttendedVisit } from '../../../electron/intake/attended-visit.ts';
import type { Kiosk } from '../../../electron/intake/open-kiosk.ts';
import { readEdition, writeEdition } from '../../../electron/translation/edition-file.ts';
import { PublishingKeeper } from '../../../electron/translation/publishing.ts';
import { Recordings } from '../../../electron/translation/recordings.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { makeCentre, type MadeCentre } from '../../centre/made-centre.ts';
import { expectOk } from '../../expect-ok.ts';
import { failingFileSystem } from '../../node/failing-file-system.ts';
import { auditEvents } from '../audit/audit-events.ts';
import { PICTOGRAM, programContent } from '../content/shipped-content.ts';
import { HandUptime } from '../hand-uptime.ts';
import { makeKioskHome, NOW_MS, startKiosk } from '../intake/kiosk-home.ts';
import { goesTo, placeOf } from '../intake/person.ts';
import { approvedWords, worded } from './a-publication.ts';

const HIDE = 'kiosk.hide';
const FINISH = 'kiosk.bar.finish';
const WHO = { id: 1 };

let centre: MadeCentre;
let program: string;
let home: string;
beforeAll(async () => {
  centre = await makeCentre();
});
afterAll(() => centre.remove());
beforeEach(() => {
  program = programContent();
  home = makeKioskHome(centre);
});

const starts = (): Promise<Kiosk> => startKiosk(home, program);

/** Starts the program anew. */
async function startsAgain(kiosk: Kiosk): Promise<Kiosk> {
  await kiosk.home.close();
  return starts();
}

/** Somebody has worded or judged something. */
function happened(tag: LanguageTag, ...added: readonly EditionEvent[]): void {
  const path = join(home, 'translations', `${tag}.jsonl`);
  expectOk(writeEdition(path, { tag, events: [...expectOk(readEdition(path, tag)), ...added] }));
}

/** Swedish words for Hide are approved by two. */
const approves = (text: string): void => happened('sv', ...approvedWords(HIDE, text, 'Skjul'));

/** What a new visit is shown for Hide in Swedish. */
const shownIn = ({ visit }: Kiosk): string | undefined => visit.content.catalogue.sv[HIDE];

function publishes(kiosk: Kiosk, text: string): void {
  approves(text);
  expectOk(kiosk.publishing.publish(WHO));
}

/** The program has become another: one of its texts is. */
function programChanges(path: string, edit: (texts: Record<string, string>) => void): void {
  const file = join(program, path);
  const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  edit(texts);
  writeFileSync(file, `${JSON.stringify(texts, null, 2)}\n`);
}

function told({ home: { layout } }: Kiosk, ...codes: readonly AuditCode[]): readonly AuditCode[] {
  return auditEvents(layout.audit).flatMap(({ event }) => (codes.includes(event) ? [event] : []));
}

const versionFolder = (kiosk: Kiosk): string => join(kiosk.home.layout.content, kiosk.contents.present.id.slice(0, 16));

/** Somebody records Swedish words. @returns where they stand, and what stands beside them */
function records({ home }: Pick<Kiosk, 'home'>, words: string): { readonly folder: string; readonly note: string } {
  const hash = clipHash(words, nodeHasher);
  const consent = { key: 'desk.consent', language: 'sv', sha256: hash } as const;
  const said = { hash, tag: 'sv', speaker: 'Naja', consentedOn: '2026-11-23', consent } as const;
  const audio = join(home.layout.translations, 'audio');
  const whole = { ...said, recordedAtMs: 1, by: 'Naja', durationMs: 1 };
  expectOk(new Recordings(audio).keep(whole, Buffer.from('sound')));
  const folder = join(audio, 'sv');
  return { folder, note: readFileSync(join(folder, `${hash}.json`), 'utf8') };
}

describe('Publishing', () => {
  test('makes a content version of what two people have approved, and the next visit begins with it', async () => {
    const kiosk = await starts();
    const before = kiosk.visit.content.id;
    publishes(kiosk, 'Göm');
    expect(shownIn(kiosk)).toBe('Göm');
    expect(kiosk.visit.content.id).not.toBe(before);
    expect(kiosk.visit.content.reviewStatus('sv', HIDE)).toBe('approved');
    expect(kiosk.home.state.content.publications).toMatchObject({
      list: [{ number: 1, id: kiosk.visit.content.id, program: before, person: 1, changed: { sv: 1 } }],
      inUse: 1,
    });
    expect(auditEvents(kiosk.home.layout.audit).at(-1)).toEqual({ event: 'textsPublished', person: 1, count: 1 });
    expect(kiosk.publishing.publish(WHO)).toEqual(fail({ kind: 'nothingNew' }));
  });

  test('is refused where nothing is new, drafts or not', async () => {
    const kiosk = await starts();
    expect(kiosk.publishing.publish(WHO)).toEqual(fail({ kind: 'nothingNew' }));
    happened('sv', worded(HIDE, 'Göm', 'Skjul'));
    expect(kiosk.publishing.publish(WHO)).toEqual(fail({ kind: 'nothingNew' }));
    expect(expectOk(kiosk.publishing.show())).toMatchObject({
      hasNews: false,
      faults: [],
      inUse: null,
      publications: [],
    });
  });

  test('shows beforehand what would change, what stays behind and why', async () => {
    const kiosk = await starts();
    happened('da', ...approvedWords(FINISH, 'Slut nu', kiosk.visit.content.catalogue.da[FINISH] ?? ''));
    happened('sv', ...approvedWords(HIDE, 'Göm', 'Skjul'), worded(HIDE, 'Göm det', 'Skjul'));
    happened('kl-tunumiit', ...approvedWords(HIDE, 'Isertoq', 'Skjul'));
    const { languages, hasNews } = expectOk(kiosk.publishing.show());
    expect(hasNews).toBe(true);
    expect(languages.sv).toMatchObject({
      changed: [{ key: HIDE, before: 'Dölj', after: 'Göm' }],
      judged: [HIDE],
      leftOut: { draft: [HIDE] },
    });
    expect(languages.da.changed).toEqual([
      { key: FINISH, before: kiosk.visit.content.catalogue.da[FINISH], after: 'Slut nu' },
    ]);
    expect(languages['kl-tunumiit'].changed).toEqual([{ key: HIDE, before: 'Isertoruk', after: 'Isertoq' }]);
    expect(languages.kl.changed).toEqual([]);
    expect(shownIn(kiosk)).toBe('Dölj');
  });

  test('tells which words fall back because their Danish text changes', async () => {
    const kiosk = await starts();
    publishes(kiosk, 'Göm');
    happened('da', ...approvedWords(HIDE, 'Skjul det', 'Skjul'));
    const { sv } = expectOk(kiosk.publishing.show()).languages;
    expect(sv).toMatchObject({ setBack: [HIDE], leftOut: { otherDanish: [HIDE] } });
    expectOk(kiosk.publishing.publish(WHO));
    expect([shownIn(kiosk), kiosk.visit.content.reviewStatus('sv', HIDE)]).toEqual(['Dölj', 'draft']);
  });

  test('is refused with a list while something is wrong, and nothing is written', async () => {
    const kiosk = await starts();
    approves('Missbruk');
    mkdirSync(kiosk.home.layout.instruments);
    writeFileSync(join(kiosk.home.layout.instruments, 'who5.sv.json'), '{}');
    const faults = [
      { kind: 'instrument', file: 'who5.sv.json' },
      { kind: 'text', tag: 'sv', key: HIDE, fault: 'labelsAPerson' },
    ];
    expect(kiosk.publishing.publish(WHO)).toEqual(fail({ kind: 'faults', faults }));
    expect(expectOk(kiosk.publishing.show())).toMatchObject({ faults, hasNews: false });
    expect(readdirSync(kiosk.home.layout.content)).toHaveLength(1);
    expect(told(kiosk, 'textsPublished')).toEqual([]);
  });

  test('takes the recordings along that say published words, when it is told who speaks', async () => {
    const kiosk = await starts();
    const hash = clipHash('Göm', nodeHasher);
    const { folder, note } = records(kiosk, 'Göm');
    rmSync(join(folder, `${hash}.json`));
    publishes(kiosk, 'Göm');
    expect(kiosk.visit.content.recording('sv', hash)).toBeNull();
    writeFileSync(join(folder, `${hash}.json`), note);
    expect(expectOk(kiosk.publishing.show())).toMatchObject({ recordings: 1, instruments: 0, hasNews: true });
    expectOk(kiosk.publishing.publish(WHO));
    expect(Buffer.from(kiosk.visit.content.recording('sv', hash) ?? []).toString()).toBe('sound');
  });

  test('costs no room again for what has not changed', async () => {
    const kiosk = await starts();
    publishes(kiosk, 'Göm');
    const links = (path: string): number => statSync(join(versionFolder(kiosk), path)).nlink;
    expect(links(`assets/pictograms/${PICTOGRAM}.svg`)).toBe(2);
    expect(links('locales/sv/kiosk.json')).toBe(1);
    expect(statSync(join(versionFolder(kiosk), 'locales/sv/kiosk.json')).mode & 0o777).toBe(0o600);
  });

  test('copies where the file system has no hard links', async () => {
    const kiosk = await starts();
    const fs = failingFileSystem({ call: 'link', code: 'EPERM', isLasting: true });
    approves('Göm');
    expectOk(keeperOf(kiosk, fs).publish(WHO));
    expect(statSync(join(versionFolder(kiosk), `assets/pictograms/${PICTOGRAM}.svg`)).nlink).toBe(1);
    expect(shownIn(await startsAgain(kiosk))).toBe('Göm');
  });

  test.each([
    ['ENOSPC', 'full'],
    ['EIO', 'notWritten'],
  ] as const)('on a disk that says %s changes nothing', async (code, kind) => {
    const kiosk = await starts();
    approves('Göm');
    const failing = keeperOf(kiosk, failingFileSystem({ call: 'write', code, isLasting: true }));
    expect(failing.publish(WHO)).toEqual(fail({ kind }));
    expect([shownIn(kiosk), readdirSync(kiosk.home.layout.content).length]).toEqual(['Dölj', 1]);
  });

  test('says so when the texts in work cannot be read', async () => {
    const kiosk = await starts();
    approves('Göm');
    writeFileSync(join(home, 'translations', 'sv.jsonl'), 'nothing');
    expect(kiosk.publishing.publish(WHO)).toEqual(fail({ kind: 'damaged' }));
    expect(kiosk.publishing.show()).toEqual(fail({ kind: 'damaged' }));
  });
});

/** The keeper of a kiosk on another disk. */
function keeperOf({ home: opened, contents }: Kiosk, fs: ReturnType<typeof failingFileSystem>): PublishingKeeper {
  return new PublishingKeeper({ home: opened, contents, clock: { nowMs: () => NOW_MS }, appVersion: '0.1.0', fs });
}

describe('A visit', () => {
  test('that has begun keeps its texts to the end, and the next one has the new ones', async () => {
    const kiosk = await starts();
    const before = kiosk.visit.content.id;
    goesTo(kiosk.visit, 'helper');
    publishes(kiosk, 'Göm');
    expect(kiosk.visit.content.id).toBe(before);
    goesTo(kiosk.visit, 'readBack');
    expectOk(await kiosk.visit.send({ ringToday: false }));
    kiosk.visit.finish();
    expect(shownIn(kiosk)).toBe('Göm');
  });

  test('that lies under a code goes on in what it began with, through publications and rolling back', async () => {
    const kiosk = await starts();
    publishes(kiosk, 'Göm');
    const began = kiosk.visit.content.id;
    goesTo(kiosk.visit, 'helper');
    const { digits } = expectOk(await kiosk.visit.takeCode());
    expectOk(kiosk.visit.keep());
    publishes(kiosk, 'Göm det');
    expectOk(kiosk.publishing.rollBack(WHO));
    expectOk(kiosk.publishing.rollBack(WHO));
    const again = await startsAgain(kiosk);
    expect(shownIn(again)).toBe('Dölj');
    expectOk(await again.visit.resume(digits));
    expect([again.visit.content.id, shownIn(again), placeOf(again.visit)]).toEqual([began, 'Göm', 'helper']);
  });

  test('gets a window with the new texts only where nobody has begun', async () => {
    const kiosk = await starts();
    let windows = 0;
    const attended = new AttendedVisit(kiosk.visit, {
      uptime: new HandUptime(),
      timings: () => USUAL_TIMINGS,
      tellChanged: () => undefined,
      renewWindow: () => Promise.resolve(void (windows += 1)),
    });
    kiosk.contents.listen(() => void attended.contentChanged());
    publishes(kiosk, 'Göm');
    expect(windows).toBe(1);
    expectOk(attended.act({ kind: 'proceed' }));
    expectOk(kiosk.publishing.rollBack(WHO));
    expect([windows, shownIn(kiosk)]).toEqual([1, 'Göm']);
  });

  test('keeps the language that was chosen at the greeting', async () => {
    const kiosk = await starts();
    const { language } = kiosk.visit.show();
    const other = language === 'sv' ? 'da' : 'sv';
    expectOk(kiosk.visit.act({ kind: 'chooseLanguage', language: other }));
    publishes(kiosk, 'Göm');
    expect([placeOf(kiosk.visit), kiosk.visit.show().language]).toEqual(['greeting', other]);
  });
});

describe('Going back', () => {
  test('takes the publication before, then the program’s own, and each can be taken up again', async () => {
    const kiosk = await starts();
    publishes(kiosk, 'Göm');
    publishes(kiosk, 'Göm det');
    const { publishing } = kiosk;
    expectOk(publishing.rollBack(WHO));
    expect(shownIn(kiosk)).toBe('Göm');
    expectOk(publishing.rollBack(WHO));
    expect(shownIn(kiosk)).toBe('Dölj');
    expect(publishing.rollBack(WHO)).toEqual(fail({ kind: 'unknown' }));
    expectOk(publishing.takeUp(2, WHO));
    expect(shownIn(kiosk)).toBe('Göm det');
    expect(publishing.takeUp(2, WHO)).toEqual(fail({ kind: 'nothingNew' }));
    expect(publishing.takeUp(7, WHO)).toEqual(fail({ kind: 'unknown' }));
    expectOk(publishing.takeUp(null, WHO));
    expect(shownIn(kiosk)).toBe('Dölj');
    expect(told(kiosk, 'textsRolledBack', 'textsTakenUp')).toEqual([
      ...['textsRolledBack', 'textsRolledBack', 'textsTakenUp', 'textsTakenUp'],
    ]);
    expectOk(publishing.takeUp(1, WHO));
    expect(shownIn(await startsAgain(kiosk))).toBe('Göm');
  });

  test('is seen in the list, the newest publication first', async () => {
    const kiosk = await starts();
    expectOk(await kiosk.accounts.setUp({ name: 'Aviâja', pin: '739182' }));
    publishes(kiosk, 'Göm');
    publishes(kiosk, 'Göm det');
    expectOk(kiosk.publishing.rollBack(WHO));
    const { publications, inUse, isDamaged } = expectOk(kiosk.publishing.show());
    const shared = { by: 'Aviâja', atMs: NOW_MS, changed: { sv: 1 }, isOfOtherProgram: false };
    expect(publications).toMatchObject([
      { number: 2, ...shared },
      { number: 1, ...shared },
    ]);
    expect([inUse, isDamaged]).toEqual([1, false]);
  });

  test('leaves one prepared file, that of the version in use', async () => {
    const kiosk = await starts();
    publishes(kiosk, 'Göm');
    publishes(kiosk, 'Göm det');
    const prepared = () => readdirSync(kiosk.home.layout.content).filter((name) => name.endsWith('.json'));
    expect(prepared()).toEqual([`${kiosk.contents.present.id.slice(0, 16)}.json`]);
    expectOk(kiosk.publishing.rollBack(WHO));
    expect(prepared()).toEqual([`${kiosk.contents.present.id.slice(0, 16)}.json`]);
  });
});

describe('A start', () => {
  test('begins with what is published, from what was prepared', async () => {
    const kiosk = await starts();
    publishes(kiosk, 'Göm');
    const { id } = kiosk.visit.content;
    const again = await startsAgain(kiosk);
    expect([again.visit.content.id, shownIn(again)]).toEqual([id, 'Göm']);
    expect(again.visit.content.reviewStatus('sv', HIDE)).toBe('approved');
  });

  test.each([
    ['is missing', (path: string) => rmSync(path)],
    ['was changed', (path: string) => writeFileSync(path, '{}')],
  ])('makes anew what was prepared where it %s', async (_, damage) => {
    const kiosk = await starts();
    publishes(kiosk, 'Göm');
    await kiosk.home.close();
    const path = `${versionFolder(kiosk)}.json`;
    damage(path);
    const again = await starts();
    expect(shownIn(again)).toBe('Göm');
    expect(nodeHasher.sha256(readFileSync(path))).toBe(again.home.state.content.publications.list[0]?.preparedSha256);
    expect(told(again, 'publicationDamaged', 'textsCarriedOver')).toEqual([]);
  });

  test.each([
    ['is gone', (folder: string) => rmSync(folder, { recursive: true })],
    ['was changed', (folder: string) => writeFileSync(join(folder, 'locales', 'sv', 'kiosk.json'), '{}')],
  ])('shows the program’s own texts where the version %s, and says so', async (_, damage) => {
    const kiosk = await starts();
    publishes(kiosk, 'Göm');
    damage(versionFolder(kiosk));
    const again = await startsAgain(kiosk);
    expect(shownIn(again)).toBe('Dölj');
    expect(told(again, 'publicationDamaged', 'kioskReady')).toEqual(['kioskReady', 'publicationDamaged', 'kioskReady']);
    expect(expectOk(again.publishing.show())).toMatchObject({ inUse: 1, isDamaged: true, hasNews: true });
    expect(again.publishing.takeUp(1, WHO)).toEqual(fail({ kind: 'damaged' }));
    expectOk(again.publishing.publish(WHO));
    expect(shownIn(await startsAgain(again))).toBe('Göm');
  });

  test('with another program puts over it what was published, and nothing that was approved later', async () => {
    const kiosk = await starts();
    publishes(kiosk, 'Göm');
    happened('sv', ...approvedWords(FINISH, 'Slut nu', kiosk.visit.content.catalogue.da[FINISH] ?? ''));
    programChanges('locales/sv/kiosk.json', (texts) => (texts['kiosk.bar.back'] = 'Bakåt nu'));
    const again = await startsAgain(kiosk);
    expect(shownIn(again)).toBe('Göm');
    expect(again.visit.content.catalogue.sv).toMatchObject({
      'kiosk.bar.back': 'Bakåt nu',
      [FINISH]: kiosk.visit.content.catalogue.sv[FINISH],
    });
    expect(told(again, 'textsCarriedOver', 'textsNotCarriedOver')).toEqual(['textsCarriedOver']);
    const { list } = again.home.state.content.publications;
    expect(list).toMatchObject([{ number: 1, program: again.contents.program.id, id: again.visit.content.id }]);
    expect(shownIn(await startsAgain(again))).toBe('Göm');
  });

  test('with another program keeps the recordings that were published', async () => {
    const kiosk = await starts();
    const hash = clipHash('Göm', nodeHasher);
    const { folder } = records(kiosk, 'Göm');
    publishes(kiosk, 'Göm');
    rmSync(folder, { recursive: true });
    programChanges('locales/sv/kiosk.json', (texts) => (texts['kiosk.bar.back'] = 'Bakåt nu'));
    const again = await startsAgain(kiosk);
    expect(again.visit.content.recording('sv', hash)).not.toBeNull();
  });

  test('with a program that the texts do not fit shows that program’s own', async () => {
    const kiosk = await starts();
    publishes(kiosk, 'Göm');
    programChanges('locales/kl/kiosk.json', (texts) => (texts[FINISH] = 'Klient'));
    const again = await startsAgain(kiosk);
    expect(shownIn(again)).toBe('Dölj');
    expect(told(again, 'textsNotCarriedOver')).toEqual(['textsNotCarriedOver']);
    expect(again.home.state.content.publications.inUse).toBeNull();
    expect(again.publishing.takeUp(1, WHO)).toMatchObject({ error: { kind: 'faults' } });
  });

  test('with another program lets older publications be taken up over it', async () => {
    const kiosk = await starts();
    publishes(kiosk, 'Göm');
    publishes(kiosk, 'Göm det');
    programChanges('locales/sv/kiosk.json', (texts) => (texts['kiosk.bar.back'] = 'Bakåt nu'));
    const again = await startsAgain(kiosk);
    expect(expectOk(again.publishing.show()).publications).toMatchObject([
      { number: 2, isOfOtherProgram: false },
      { number: 1, isOfOtherProgram: true },
    ]);
    expectOk(again.publishing.rollBack(WHO));
    expect(again.visit.content.catalogue.sv).toMatchObject({ [HIDE]: 'Göm', 'kiosk.bar.back': 'Bakåt nu' });
  });
});

test('twenty publications are kept, and the newest keep their numbers', async () => {
  const kiosk = await starts();
  publishes(kiosk, 'Göm');
  const [first] = kiosk.home.state.content.publications.list;
  if (first === undefined) throw new Error('It was published');
  const list = Array.from({ length: 20 }, (_, place) => ({ ...first, number: place + 1 }));
  expectOk(kiosk.home.state.change((content) => ({ ...content, publications: { list, inUse: 20 } })));
  publishes(kiosk, 'Göm det');
  const { publications } = kiosk.home.state.content;
  expect([publications.list.length, publications.list[0]?.number, publications.inUse]).toEqual([20, 2, 21]);
});
