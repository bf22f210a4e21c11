import { fail, ok } from '../core/basics/result.ts';
import type { Uptime } from '../core/basics/uptime.ts';
import { systemRandom } from '../node/random.ts';
import { systemClock } from '../node/system-clock.ts';
import { systemUptime } from '../node/system-uptime.ts';
import type { ContentVersion } from './content/content-version.ts';
import { contentInPlace, readProgramContent, type ProgramContent } from './content/program-content.ts';
import { AttendedVisit } from './intake/attended-visit.ts';
import { closedDescription } from './intake/kiosk-description.ts';
import { openKiosk, type Kiosk, type KioskProblem } from './intake/open-kiosk.ts';
import { citizenHandlers, closedHandlers } from './ipc/handlers/citizen.ts';
import { demoHandlers } from './ipc/handlers/demo.ts';
import { deskHandlers } from './ipc/handlers/desk.ts';
import { paperHandlers } from './ipc/handlers/paper.ts';
import { translationHandlers } from './ipc/handlers/translation.ts';
import { speechHandlers } from './ipc/handlers/speech.ts';
import { Reception, type Received } from './ipc/reception.ts';
import { serve, type Served } from './ipc/serve.ts';
import type { Printer } from './paper/printer.ts';
import { openSpeech } from './speech/open-speech.ts';
import type { SpeechDesk, SpeechSources } from './speech/speech-desk.ts';
import { dutyVoice } from './staff/duty-voice.ts';
import { openDesk } from './staff/open-desk.ts';
import type { State } from './store/state.ts';
import { openTranslationDesk } from './translation/open-translation-desk.ts';
import type { Ask } from './thread/calls.ts';
import { keyStoreOver } from './thread/key-store-over.ts';
import type { KioskService, KioskStart, Said, WindowKind, WindowService } from './thread/services.ts';

/** What both a kiosk and one that is closed are put together from. */
interface Front {
  readonly ask: Ask<WindowService>;
  readonly program: ProgramContent;
  readonly oldRuntime: boolean;
  readonly speech: SpeechDesk;
  readonly uptime: Uptime;
  readonly onPainted: () => void;
}

/** A home that was opened, and the window that it wants. */
interface Opened extends Received {
  readonly kind: WindowKind;
  readonly content: () => ContentVersion;
  /** What somebody of the house recorded. */
  readonly voice: SpeechSources['recording'];
  readonly picture: (person: number) => Uint8Array | null;
  /** Somebody closed the staff's window. */
  readonly deskClosed: () => void;
  /** Somebody closed the window of the texts. */
  readonly textsClosed: () => void;
  readonly close: () => Promise<void>;
}

const CLOSED: WindowKind = { fillsScreen: true, isDemo: false };

/**
 * Opens the home behind a window that loads already, and serves it. Nothing is decided here.
 *
 * @param ask asks the thread of the windows
 */
export function runKiosk(start: KioskStart, ask: Ask<WindowService>): KioskService {
  const { home, appVersion, oldRuntime } = start;
  const program = readProgramContent(start.contentFolder);
  let content = (): ContentVersion => contentInPlace(program);
  let house: Pick<Opened, 'voice' | 'picture'> = { voice: () => null, picture: () => null };
  const speech = openSpeech(
    start.clipFolder,
    (language, hash) => house.voice(language, hash) ?? content().recording(language, hash),
  );
  const uptime = systemUptime(start.timeFactor);
  const giveUp = (): void => void ask('giveUp');
  const onPainted = (): void => {
    // Whoever starts the program measures and waits for this: a person can begin.
    void ask('say', { event: 'firstScreen' });
    reception.check().catch(giveUp);
  };
  const front = { ask, program, oldRuntime, speech, uptime, onPainted };
  const keyStore = keyStoreOver(ask);
  const surroundings = { clock: systemClock, random: systemRandom, uptime, appVersion, keyStore };
  const opening = openKiosk({ home, programContent: program, oldRuntime, ...surroundings }).then((kiosk) =>
    kiosk.ok ? openToPeople(kiosk.value, front) : openClosed(kiosk.error, front),
  );
  const reception = new Reception(opening);
  const answer = serve((channel) => reception.handlers(channel));
  opening
    .then((opened) => {
      content = opened.content;
      house = opened;
      return ask('show', opened.kind);
    })
    .catch(giveUp);
  return {
    answer: (channel, payload) => answer(channel, payload).then(ok, (refusal: unknown) => fail(wordsOf(refusal))),
    pictogramSheet: () => content().pictogramSheet(),
    sound: (token) => speech.sound(token),
    // Whoever asks early waits: the first screen already shows who is there.
    picture: async (person) => (await opening).picture(person),
    deskClosed: () => void opening.then((opened) => opened.deskClosed()),
    translationsClosed: () => void opening.then((opened) => opened.textsClosed()),
    usedHeap: () => {
      globalThis.gc?.();
      return process.memoryUsage().heapUsed;
    },
    close: async () => {
      speech.hush();
      await (await opening).close();
    },
  };
}

/** `serve` throws nothing but its own words. */
function wordsOf(refusal: unknown): string {
  return refusal instanceof Error ? refusal.message : 'Refused';
}

/** The printer that the house chose, or the system's own. */
function printerOver(ask: Ask<WindowService>, { content }: Pick<State, 'content'>): Printer {
  const name = (): string | null => content.settings.printerName;
  return { canPrint: () => ask('canPrint', name()), print: (html) => ask('print', html, name()) };
}

function openToPeople(kiosk: Kiosk, front: Front): Opened {
  const { visit, alerts, describe, custody, home } = kiosk;
  const { state } = home;
  const { ask, program, speech, uptime, onPainted } = front;
  const say = (line: Said): void => void ask('say', line);
  const tellChanged = (): void => void ask('tellChanged');
  const { missing, changed } = custody.findings;
  if (missing.length + changed.length > 0) say({ event: 'custodyGap' });
  if (state.fellBack) say({ event: 'stateFellBack' });
  if (!alerts.isWritten) say({ event: 'alertsNotWritten' });
  home.audit.onUnwritten(() => say({ event: 'auditNotWritten' }));
  const attended = new AttendedVisit(visit, {
    uptime,
    timings: () => state.content.settings.timings,
    tellChanged,
    renewWindow: () => renewWindow(front),
  });
  kiosk.contents.listen(() => void attended.contentChanged());
  const printer = printerOver(ask, state);
  const closeDesk = (): void => {
    void ask('closeDesk');
    // Somebody may be on duty now.
    tellChanged();
  };
  const window = {
    open: () => void ask('openDesk'),
    close: closeDesk,
    openTexts: () => void ask('openTranslations'),
    closeTexts: () => void ask('closeTranslations'),
  };
  const desk = openDesk(kiosk, { printer, clock: systemClock, random: systemRandom, uptime, window });
  const texts = openTranslationDesk(kiosk, {
    ...{ desk, contentFolder: program.folder, clock: systemClock, speech },
    setMicrophone: (isOpen) => ask('setMicrophone', isOpen),
  });
  const callChanged = (): void => {
    // A call stands on the kiosk's own screen, where whoever comes answers it.
    if (desk.door.isOpen) void ask('setDeskShown', alerts.desk.show() === null);
    tellChanged();
  };
  alerts.desk.listen({ changed: callChanged, held: (isHeld) => attended.setHeld(isHeld) });
  const { demo } = describe();
  const served = {
    ...citizenHandlers({ describe, visit: attended, alerts, onPainted, openDesk: () => desk.door.open() }),
    ...paperHandlers({ visit: attended, printer }),
    ...deskHandlers(desk),
    ...translationHandlers(texts),
    ...speechHandlers(speech),
    ...(demo ? demoHandlers({ outbox: custody.outbox, state, clock: systemClock, alerts, audit: home.audit }) : {}),
  };
  const kind = { fillsScreen: !demo, isDemo: demo };
  const close = (): Promise<void> => home.close();
  const deskClosed = (): void => desk.door.close();
  const textsClosed = (): void => desk.door.closeTexts();
  const content = (): ContentVersion => visit.content;
  const { accounts, portraits } = kiosk;
  return {
    ...{ kind, content, served, deskClosed, textsClosed, close },
    voice: dutyVoice({ portraits, accounts, state, content }),
    picture: (person) => portraits.picture(person),
    check: () => checkOpened(kiosk, front),
  };
}

/** @returns what is served from now on by a kiosk that must not be open; null when it may */
async function checkOpened(kiosk: Kiosk, front: Front): Promise<Served | null> {
  const checked = await kiosk.check();
  if (checked.ok) return null;
  const { served } = openClosed(checked.error, front);
  // In a moment, when that is what is served.
  setImmediate(() => void renewWindow(front, CLOSED));
  return served;
}

function openClosed(problem: KioskProblem, { program, oldRuntime, speech, onPainted, ask }: Front): Opened {
  void ask('say', { event: 'closed', reason: problem.kind });
  const content = contentInPlace(program);
  const description = closedDescription(oldRuntime);
  const served = { ...closedHandlers(() => description, content, onPainted), ...speechHandlers(speech) };
  const close = (): Promise<void> => Promise.resolve();
  const nothingCloses = (): void => undefined;
  return {
    ...{ kind: CLOSED, content: () => content, served, deskClosed: nothingCloses, textsClosed: nothingCloses, close },
    voice: () => null,
    picture: () => null,
    check: () => Promise.resolve(null),
  };
}

/** What was said to one person is not said on to the next. */
function renewWindow({ speech, ask }: Front, kind: WindowKind | null = null): Promise<void> {
  speech.hush();
  return ask('renew', kind);
}
