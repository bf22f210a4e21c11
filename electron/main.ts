import './shell/runtime-crypto.ts';
import { join } from 'node:path';
import { app } from 'electron';
import type { KioskDescription } from '../ipc/contract.ts';
import { systemRandom } from '../node/random.ts';
import { systemClock } from '../node/system-clock.ts';
import { systemUptime } from '../node/system-uptime.ts';
import { loadProgramContent } from './content/content-store.ts';
import type { ContentVersion } from './content/content-version.ts';
import { AttendedVisit } from './intake/attended-visit.ts';
import { closedDescription, openKiosk, type Kiosk } from './intake/open-kiosk.ts';
import { citizenHandlers, closedHandlers } from './ipc/handlers/citizen.ts';
import { demoHandlers } from './ipc/handlers/demo.ts';
import { paperHandlers } from './ipc/handlers/paper.ts';
import { serve, type Sender } from './ipc/serve.ts';
import { registerAppScheme } from './shell/app-protocol.ts';
import { parseProgramArguments } from './shell/arguments.ts';
import { lockDownProgram } from './shell/lockdown.ts';
import { createPrinter } from './shell/printer.ts';
import { isOldRuntime, prepareRuntime } from './shell/runtime-switches.ts';
import { createSpeakingWindow } from './shell/speaking-window.ts';

// Puts the kiosk together. Nothing is decided here.
prepareRuntime();
registerAppScheme();
lockDownProgram();
const started = parseProgramArguments(process.argv);
const home = started.home ?? join(app.getPath('userData'), 'home');
const uptime = systemUptime(__TEST_BUILD__ ? started.timeFactor : 1);
app.setPath('userData', join(home, 'runtime'));
if (app.requestSingleInstanceLock()) app.whenReady().then(start).catch(giveUp);
else app.quit();

async function start(): Promise<void> {
  const programContent = join(app.getAppPath(), 'content');
  const oldRuntime = isOldRuntime();
  const surroundings = { clock: systemClock, random: systemRandom, uptime, appVersion: app.getVersion() };
  const kiosk = await openKiosk({ home, programContent, oldRuntime, ...surroundings });
  if (kiosk.ok) return openToPeople(kiosk.value);
  say({ event: 'closed', reason: kiosk.error.kind });
  await openClosed(closedDescription(oldRuntime), loadProgramContent(programContent));
}

async function openToPeople({ visit, alerts, describe, custody, home: { state } }: Kiosk): Promise<void> {
  if (custody.findings.missing.length > 0) say({ event: 'custodyGap' });
  if (state.fellBack) say({ event: 'stateFellBack' });
  const { demo } = describe();
  const window = createSpeakingWindow(() => visit.content, { fillsScreen: !demo, isDemo: demo });
  const attended = new AttendedVisit(visit, {
    uptime,
    timings: () => state.content.settings.timings,
    tellChanged: () => window.tellChanged(),
    renewWindow: () => window.renew(),
  });
  if (!alerts.isWritten) say({ event: 'alertsNotWritten' });
  alerts.desk.listen({ changed: () => window.tellChanged(), held: (isHeld) => attended.setHeld(isHeld) });
  const ownsWindow = (sender: Sender): boolean => window.owns(sender);
  serve(citizenHandlers({ describe, visit: attended, alerts, onPainted }), ownsWindow);
  serve(paperHandlers({ visit: attended, printer: createPrinter({ state }) }), ownsWindow);
  if (demo) serve(demoHandlers({ outbox: custody.outbox, state, clock: systemClock, alerts }), ownsWindow);
  await window.open();
}

async function openClosed(description: KioskDescription, content: ContentVersion): Promise<void> {
  const window = createSpeakingWindow(() => content, { fillsScreen: true, isDemo: false });
  const describe = (): KioskDescription => description;
  serve(closedHandlers(describe, content, onPainted), (sender) => window.owns(sender));
  await window.open();
}

/** Tells whoever started the program that a person can begin; measured and waited for by tests. */
function onPainted(): void {
  say({ event: 'firstScreen' });
}

/** The program itself is damaged. What was thrown is not printed: it may hold anything. */
function giveUp(): void {
  say({ event: 'programDamaged' });
  app.exit(1);
}

/** Event codes only: what the program prints must never hold anything of a person. */
function say(line: { readonly event: string; readonly reason?: string }): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
