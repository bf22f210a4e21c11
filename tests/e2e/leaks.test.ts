import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openKioskWindow, programFromEnvironment, type KioskWindow } from '../../tools/person/kiosk-window.ts';
import { Person } from '../../tools/person/person.ts';
import { repliesFor } from '../../tools/person/replies.ts';
import type { Reply } from '../../tools/person/reply.ts';
import { unexpectedFiles } from '../leaks/allowed-files.ts';
import { filesBelow, scanFolder } from '../leaks/scan-folder.ts';
import { findMarkers } from '../leaks/find-markers.ts';
import { deliveredBundles, openAtCentre } from './at-the-centre.ts';
import { deletesEverything, expect, leaves, personAtFirstQuestion, stops, test } from './kiosk.ts';

const DANISH = { language: 'da', culture: 'danish' } as const;
const WHOLE = { ...DANISH, track: 'whole' } as const;

/** A word of its own for each free text, which stands nowhere else in the world. */
const WORDS: Readonly<Record<string, string>> = {
  'call-name': 'Qvanbirkelo',
  'good-day-words': 'Zuntrelkavo',
  'own-word': 'Dyvpraskelo',
  'illness-what': 'Woxfimbrand',
  'phone-number': 'Jelquvistra',
  'contact-person': 'Hyxomtrevla',
  'most-important': 'Vexolimdrua',
};
const FORGOTTEN = 'Pluxorgantia';
const MARKERS = [...Object.values(WORDS), FORGOTTEN];

/** What is answered otherwise, so that every free text is asked for. */
const OPENING: Readonly<Record<string, Reply>> = {
  illness: { kind: 'cards', codes: ['yes'] },
  'contact-way': { kind: 'cards', codes: ['sms', 'through-person'] },
};

async function answersOne(person: Person): Promise<void> {
  if ((await person.scene()) === 'offerCode') {
    await person.goesOn();
    await person.page.locator('main:not([data-scene="offerCode"])').waitFor();
    return;
  }
  const linkId = (await person.question()) ?? '';
  const word = WORDS[linkId];
  const reply = word === undefined ? (OPENING[linkId] ?? repliesFor('da', 'danish')[linkId]) : words(word);
  if (reply === undefined) throw new Error(`The scripted person has no reply to ${linkId}`);
  await person.replies(linkId, reply);
}

async function answersWhile(person: Person, goesOn: (linkId: string | null) => boolean): Promise<void> {
  while (['question', 'offerCode'].includes((await person.scene()) ?? '') && goesOn(await person.question())) {
    await answersOne(person);
  }
}

function words(text: string): Reply {
  return { kind: 'words', text };
}

/** Words in what the system shows of the program's processes to everybody, and in the titles of its windows. */
async function wordsOutside(kiosk: KioskWindow): Promise<readonly string[]> {
  const facts = await kiosk.app.evaluate(({ app, BrowserWindow }) => ({
    pids: app.getAppMetrics().map(({ pid }) => pid),
    titles: BrowserWindow.getAllWindows().map((window) => window.getTitle()),
  }));
  const told = facts.pids.flatMap((pid) => ['cmdline', 'comm', 'environ'].map((file) => processFile(pid, file)));
  expect(facts.pids.length).toBeGreaterThan(1);
  const shown = Buffer.concat([...told, Buffer.from(facts.titles.join('\n')), Buffer.from(kiosk.printed())]);
  return findMarkers(shown, MARKERS).map(({ marker }) => marker);
}

function processFile(pid: number, file: string): Buffer {
  try {
    return readFileSync(`/proc/${pid}/${file}`);
  } catch {
    // A process that has just ended tells nothing, and other systems have no such files.
    return Buffer.alloc(0);
  }
}

test('no word of a person is found in any file, name, title or line that the program leaves', async ({ home }) => {
  test.setTimeout(240_000);
  const folder = dirname(home);
  const [temporary, user] = [join(folder, 'tmp'), join(folder, 'user')];
  for (const each of [temporary, user]) mkdirSync(each);
  const env = { TMPDIR: temporary, HOME: user, XDG_CONFIG_HOME: user, XDG_CACHE_HOME: user, XDG_DATA_HOME: user };
  const kiosk = await openKioskWindow({ ...programFromEnvironment(), env }, home);
  try {
    const person = await personAtFirstQuestion(kiosk, WHOLE);
    await answersWhile(person, (linkId) => linkId !== 'contact-person');
    await stops(person, 'keep');
    const code = await person.readsTheCode();
    expect(filesBelow(join(home, 'drafts'))).toHaveLength(1);
    expect([scanFolder(folder, MARKERS), await wordsOutside(kiosk)]).toEqual([[], []]);
    await person.goesOn();
    await person.sees('kept');

    const back = new Person(await leaves(kiosk, person));
    await back.comesBackWith(code);
    await answersWhile(back, () => true);
    await back.readsEverythingBack();
    await back.sends();
    await back.staffDelivers();
    await leaves(kiosk, back);

    const forgotten = await personAtFirstQuestion(kiosk, DANISH);
    await answersWhile(forgotten, (linkId) => linkId !== 'call-name');
    await forgotten.replies('call-name', words(FORGOTTEN));
    await deletesEverything(forgotten);
    await leaves(kiosk, forgotten);
    expect(await wordsOutside(kiosk)).toEqual([]);
  } finally {
    await kiosk.close();
  }
  expect(scanFolder(folder, MARKERS)).toEqual([]);
  expect(findMarkers(Buffer.from(kiosk.printed()), MARKERS)).toEqual([]);
  expect(unexpectedFiles(filesBelow(home))).toEqual([]);

  // Every word was told, or finding none of them would say nothing.
  const [bundle = ''] = deliveredBundles(home);
  const { intake } = await openAtCentre(home, bundle);
  const told = findMarkers(Buffer.from(JSON.stringify(intake)), MARKERS).map(({ marker }) => marker);
  expect(new Set(told)).toEqual(new Set(Object.values(WORDS)));
});
