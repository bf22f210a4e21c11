import type { Uptime } from '../core/basics/uptime.ts';
import { systemRandom } from '../node/random.ts';
import { systemClock } from '../node/system-clock.ts';
import { systemUptime } from '../node/system-uptime.ts';
import type { ContentVersion } from './content/content-version.ts';
import { contentInPlace, type ProgramContent } from './content/program-content.ts';

export { readProgramContent } from './content/program-content.ts';
import { AttendedVisit } from './intake/attended-visit.ts';
import { closedDescription, openKiosk, type Kiosk, type KioskProblem } from './intake/open-kiosk.ts';
import { citizenHandlers, closedHandlers } from './ipc/handlers/citizen.ts';
import { demoHandlers } from './ipc/handlers/demo.ts';
import { paperHandlers } from './ipc/handlers/paper.ts';
import { speechHandlers } from './ipc/handlers/speech.ts';
import { Reception, type Received } from './ipc/reception.ts';
import { serve, type Answer, type Served } from './ipc/serve.ts';
import { electronKeyStore } from './shell/key-store.ts';
import type { CitizenWindow, WindowKind } from './shell/citizen-window.ts';
import { createPrinter } from './shell/printer.ts';
import { openSpeech } from './speech/open-speech.ts';
import type { SpeechDesk } from './speech/speech-desk.ts';

/** What the program knows when it starts, and where it stands. */
export interface Start {
  readonly window: CitizenWindow;
  readonly home: string;
  /** The content that the build copied. */
  readonly program: ProgramContent;
  /** The clips that the build made. */
  readonly clipFolder: string;
  readonly appVersion: string;
  readonly oldRuntime: boolean;
  readonly timeFactor: number;
  /** Gives the window's channels what they wait for. */
  readonly answerBy: (answer: Answer) => void;
  /** Tells whoever started the program; event codes only. */
  readonly say: (line: { readonly event: string; readonly reason?: string }) => void;
  /** Ends the program, which is itself damaged. */
  readonly giveUp: () => void;
  /** Does something when the program ends as it should. */
  readonly onQuit: (act: () => void) => void;
}

/** What both a kiosk and one that is closed are put together from. */
interface Front extends Start {
  readonly speech: SpeechDesk;
  readonly uptime: Uptime;
  readonly onPainted: () => void;
}

/** A home that was opened, and the window that it wants. */
interface Opened extends Received {
  readonly kind: WindowKind;
  readonly content: () => ContentVersion;
}

const CLOSED: WindowKind = { fillsScreen: true, isDemo: false };

/** Opens the home behind a window that loads already, and serves it. Nothing is decided here. */
export async function runKiosk(start: Start): Promise<void> {
  const { window, program, home, appVersion, oldRuntime, say, giveUp } = start;
  let content = (): ContentVersion => contentInPlace(program);
  const speech = openSpeech(start.clipFolder, (language, hash) => content().recording(language, hash));
  const uptime = systemUptime(start.timeFactor);
  const onPainted = (): void => {
    // Whoever starts the program measures and waits for this: a person can begin.
    say({ event: 'firstScreen' });
    reception.check().catch(giveUp);
  };
  const front = { ...start, speech, uptime, onPainted };
  const surroundings = { clock: systemClock, random: systemRandom, uptime, appVersion, keyStore: electronKeyStore };
  const opening = openKiosk({ home, programContent: program, oldRuntime, ...surroundings }).then((kiosk) =>
    kiosk.ok ? openToPeople(kiosk.value, front) : openClosed(kiosk.error, front),
  );
  const reception = new Reception(opening);
  start.answerBy(serve((channel) => reception.handlers(channel)));
  window.meet({ pictogramSheet: () => content().pictogramSheet(), sound: (token) => speech.sound(token) });
  const opened = await opening;
  content = opened.content;
  await window.show(opened.kind);
}

function openToPeople(kiosk: Kiosk, front: Front): Opened {
  const { visit, alerts, describe, custody, home } = kiosk;
  const { state } = home;
  const { window, speech, uptime, onPainted, say, onQuit } = front;
  const { missing, changed } = custody.findings;
  if (missing.length + changed.length > 0) say({ event: 'custodyGap' });
  if (state.fellBack) say({ event: 'stateFellBack' });
  if (!alerts.isWritten) say({ event: 'alertsNotWritten' });
  home.audit.onUnwritten(() => say({ event: 'auditNotWritten' }));
  // What it does at once is enough: the process, and with it the lock, is about to end.
  onQuit(() => void home.close());
  const attended = new AttendedVisit(visit, {
    uptime,
    timings: () => state.content.settings.timings,
    tellChanged: () => window.tellChanged(),
    renewWindow: () => renewWindow(front),
  });
  alerts.desk.listen({ changed: () => window.tellChanged(), held: (isHeld) => attended.setHeld(isHeld) });
  const { demo } = describe();
  const served = {
    ...citizenHandlers({ describe, visit: attended, alerts, onPainted }),
    ...paperHandlers({ visit: attended, printer: createPrinter({ state }) }),
    ...speechHandlers(speech),
    ...(demo ? demoHandlers({ outbox: custody.outbox, state, clock: systemClock, alerts, audit: home.audit }) : {}),
  };
  const kind = { fillsScreen: !demo, isDemo: demo };
  return { kind, content: () => visit.content, served, check: () => checkOpened(kiosk, front) };
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

function openClosed(problem: KioskProblem, { program, oldRuntime, speech, onPainted, say }: Front): Opened {
  say({ event: 'closed', reason: problem.kind });
  const content = contentInPlace(program);
  const description = closedDescription(oldRuntime);
  const served = { ...closedHandlers(() => description, content, onPainted), ...speechHandlers(speech) };
  return { kind: CLOSED, content: () => content, served, check: () => Promise.resolve(null) };
}

/** What was said to one person is not said on to the next. */
function renewWindow({ speech, window }: Front, kind?: WindowKind): Promise<void> {
  speech.hush();
  return window.renew(kind);
}
