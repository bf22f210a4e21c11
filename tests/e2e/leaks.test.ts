import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openKioskWindow, programFromEnvironment, type KioskWindow } from '../../tools/person/kiosk-window.ts';
import { Person } from '../../tools/person/person.ts';
import { repliesFor } from '../../tools/person/replies.ts';
import type { Reply } from '../../tools/person/reply.ts';
import { realPack } from '../journeys/real-pack.ts';
import { unexpectedFiles } from '../leaks/allowed-files.ts';
import { filesBelow, scanFolder } from '../leaks/scan-folder.ts';
import { findMarkers } from '../leaks/find-markers.ts';
import { ProcessWatch } from '../leaks/process-watch.ts';
import { deliveredBundles, openAtCentre } from './at-the-centre.ts';
import { deletesEverything, expect, leaves, personAtFirstQuestion, stops, test, type How } from './kiosk.ts';

const VERSIONS = [
  { language: 'da', culture: 'danish' },
  { language: 'kl', culture: 'greenlandic' },
  { language: 'sv', culture: 'swedish' },
] as const satisfies readonly How[];
type Version = (typeof VERSIONS)[number];

/** A word of its own for each free text, which stands nowhere else in the world. */
const WORDS: Readonly<Record<string, string>> = {
  'call-name': 'Qvanbirkelo',
  'good-day-words': 'Zuntrelkavo',
  'own-word': 'Dyvpraskelo',
  'illness-what': 'Woxfimbrand',
  'phone-number': 'Jelquvistra',
  'contact-person': 'Hyxomtrevla',
  'most-important': 'Vexolimdrua',
  'must-not-see-who': 'Brixholnuva',
  'named-after': 'Tovquarnilp',
  'other-which': 'Gluzmantrek',
  'how-stopped': 'Kavjurbexil',
  'met-badly-better': 'Yntoskwilpa',
};
/**
 * Personal numbers that no register has given to a person: with 60 added to the day, and the one that the Swedish tax
 * office uses in its examples.
 */
const NUMBERS: Readonly<Record<Version['culture'], string>> = {
  danish: '610203-4919',
  greenlandic: '791256-3701',
  swedish: '19121212-1212',
};
const FORGOTTEN = 'Pluxorgantia';
/** Ten digits are the number without its century. */
const DIGITS = Object.values(NUMBERS).flatMap((number) => [number, number.replace('-', ''), number.slice(-11)]);
const MARKERS: readonly string[] = [...Object.values(WORDS), ...DIGITS, FORGOTTEN];

/** What is answered otherwise, so that every free text is asked for. */
const OPENING: Readonly<Record<string, Reply>> = {
  'must-not-see': { kind: 'cards', codes: ['yes'] },
  'takes-room': { kind: 'cards', codes: ['alcohol', 'pills'] },
  'other-substances': { kind: 'cards', codes: ['something-else'] },
  illness: { kind: 'cards', codes: ['yes'] },
  'earlier-help': { kind: 'cards', codes: ['by-myself'] },
  'met-badly': { kind: 'cards', codes: ['yes'] },
  'contact-way': { kind: 'cards', codes: ['sms', 'through-person'] },
};

/** What was typed in a version, by linkId. */
function typedIn({ culture }: Version): Readonly<Record<string, string>> {
  const asked = realPack[culture].items.filter(({ item }) => item.type === 'string').map(({ item }) => item.linkId);
  const typed = { ...WORDS, 'personal-number': NUMBERS[culture] };
  return Object.fromEntries(Object.entries(typed).filter(([linkId]) => asked.includes(linkId)));
}

async function answersOne(person: Person, version: Version): Promise<void> {
  if ((await person.scene()) === 'offerCode') {
    await person.goesOn();
    await person.page.locator('main:not([data-scene="offerCode"])').waitFor();
    return;
  }
  const linkId = (await person.question()) ?? '';
  const word = typedIn(version)[linkId];
  const usual = repliesFor(version.language, version.culture)[linkId];
  // What takes many taps and is no text waits, and so does what opens besides the free texts.
  const other = OPENING[linkId] ?? (usual?.kind === 'cards' ? usual : { kind: 'notNow' });
  await person.replies(linkId, word === undefined ? other : words(word));
}

function words(text: string): Reply {
  return { kind: 'words', text };
}

/** A kiosk that somebody watches from outside. */
class WatchedKiosk {
  readonly #kiosk: KioskWindow;
  readonly #version: Version;
  readonly #watch: ProcessWatch;

  constructor(kiosk: KioskWindow, version: Version) {
    this.#kiosk = kiosk;
    this.#version = version;
    this.#watch = new ProcessWatch(kiosk.app.process().pid ?? 0);
  }

  /** Answers as long as there is something to answer. */
  async answersWhile(person: Person, goesOn: (linkId: string | null) => boolean): Promise<void> {
    while (['question', 'offerCode'].includes((await person.scene()) ?? '') && goesOn(await person.question())) {
      await answersOne(person, this.#version);
      this.#watch.look();
    }
  }

  /** Words in what the system ever showed of the program's processes, in titles of windows, and in what was printed. */
  async wordsOutside(markers: readonly string[]): Promise<readonly string[]> {
    this.#watch.look();
    if (process.platform === 'linux') expect(this.#watch.processes).toBeGreaterThan(2);
    const titles = await this.#kiosk.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.getTitle()),
    );
    const shown = Buffer.from(`${titles.join('\n')}\n${this.#kiosk.printed()}`);
    return [...this.#watch.found(markers), ...findMarkers(shown, markers)].map(({ marker }) => marker);
  }
}

/** Opens a kiosk that writes nothing outside one folder, lets people use it, and looks for their words afterwards. */
async function leavesNoWord(
  home: string,
  version: Version,
  use: (kiosk: KioskWindow, watched: WatchedKiosk) => Promise<readonly string[]>,
): Promise<void> {
  const folder = dirname(home);
  const [temporary, user] = [join(folder, 'tmp'), join(folder, 'user')];
  for (const each of [temporary, user]) mkdirSync(each);
  const env = { TMPDIR: temporary, HOME: user, XDG_CONFIG_HOME: user, XDG_CACHE_HOME: user, XDG_DATA_HOME: user };
  const kiosk = await openKioskWindow({ ...programFromEnvironment(), env }, home);
  const watched = new WatchedKiosk(kiosk, version);
  let markers = MARKERS;
  try {
    markers = [...MARKERS, ...(await use(kiosk, watched))];
    expect(await watched.wordsOutside(markers)).toEqual([]);
  } finally {
    await kiosk.close();
  }
  expect(scanFolder(folder, markers)).toEqual([]);
  expect(findMarkers(Buffer.from(kiosk.printed()), markers)).toEqual([]);
  expect(unexpectedFiles(filesBelow(home))).toEqual([]);
}

/** Every word was told, or finding none of them would say nothing. */
async function toldEverything(home: string, version: Version): Promise<void> {
  const [bundle = ''] = deliveredBundles(home);
  const { intake } = await openAtCentre(home, bundle);
  const typed = Object.values(typedIn(version));
  const told = findMarkers(Buffer.from(JSON.stringify(intake)), typed).map(({ marker }) => marker);
  expect(new Set(told)).toEqual(new Set(typed));
}

async function sendsEverything(person: Person): Promise<void> {
  await person.readsEverythingBack();
  await person.sends();
  await person.staffDelivers();
}

const [DANISH, ...OTHERS] = VERSIONS;
/** A whole visit has about a hundred screens, each painted by a processor that may have other work. */
const LONGEST_MS = 600_000;

test('no word of a person who comes back is found in any file, name, title, process or line that the program leaves', async ({
  home,
}) => {
  test.setTimeout(LONGEST_MS);
  await leavesNoWord(home, DANISH, async (kiosk, watched) => {
    const person = await personAtFirstQuestion(kiosk, { ...DANISH, track: 'whole' });
    await watched.answersWhile(person, (linkId) => linkId !== 'contact-person');
    await stops(person, 'keep');
    const code = await person.readsTheCode();
    const digits = [code, code.replaceAll(' ', '')];
    const markers = [...MARKERS, ...digits];
    expect(filesBelow(join(home, 'drafts'))).toHaveLength(1);
    expect([scanFolder(dirname(home), markers), await watched.wordsOutside(markers)]).toEqual([[], []]);
    await person.goesOn();
    await person.sees('kept');

    const back = new Person(await leaves(kiosk, person));
    await back.comesBackWith(code);
    await watched.answersWhile(back, () => true);
    await sendsEverything(back);
    await leaves(kiosk, back);
    return digits;
  });
  await toldEverything(home, DANISH);
});

test('no word of a person who deletes everything is found in anything that the program leaves', async ({ home }) => {
  await leavesNoWord(home, DANISH, async (kiosk, watched) => {
    const forgotten = await personAtFirstQuestion(kiosk, DANISH);
    await watched.answersWhile(forgotten, (linkId) => linkId !== 'call-name');
    await forgotten.gives('call-name', words(FORGOTTEN));
    await expect(forgotten.page.locator('textarea').first()).toHaveValue(FORGOTTEN);
    await forgotten.goesOn();
    await forgotten.page.locator('main[data-link-id="call-name"]').waitFor({ state: 'detached' });
    await deletesEverything(forgotten);
    await leaves(kiosk, forgotten);
    return [];
  });
});

for (const version of OTHERS) {
  test(`no word that the ${version.culture} version asks for is found in anything that the program leaves`, async ({
    home,
  }) => {
    test.setTimeout(LONGEST_MS);
    await leavesNoWord(home, version, async (kiosk, watched) => {
      const person = await personAtFirstQuestion(kiosk, { ...version, track: 'whole' });
      await watched.answersWhile(person, () => true);
      await sendsEverything(person);
      await leaves(kiosk, person);
      return [];
    });
    await toldEverything(home, version);
  });
}
