import { onTestFinished } from 'vitest';
import { fail, ok, type Result } from '../../../core/basics/result.ts';
import type { StaffRole } from '../../../core/staff/person.ts';
import type { Kiosk } from '../../../electron/intake/open-kiosk.ts';
import { deskHandlers } from '../../../electron/ipc/handlers/desk.ts';
import { translationHandlers } from '../../../electron/ipc/handlers/translation.ts';
import { serve } from '../../../electron/ipc/serve.ts';
import { openDesk } from '../../../electron/staff/open-desk.ts';
import { StaffAccounts } from '../../../electron/staff/staff-accounts.ts';
import { openTranslationDesk } from '../../../electron/translation/open-translation-desk.ts';
import type { Request, Replies } from '../../../ipc/contract.ts';
import type { DeskChannel } from '../../../ipc/desk-channels.ts';
import type { TranslationChannel } from '../../../ipc/translation-channels.ts';
import { systemRandom } from '../../../node/random.ts';
import type { MadeCentre } from '../../centre/made-centre.ts';
import { expectOk } from '../../expect-ok.ts';
import { programContent } from '../content/shipped-content.ts';
import { HandUptime } from '../hand-uptime.ts';
import { makeKioskHome, NOW_MS, startKiosk, type KioskHome } from '../intake/kiosk-home.ts';
import { cheapKeeping } from './made-accounts.ts';

export const PINS = { administrator: '739182', staff: '918273' } as const;
const IDS = { administrator: 1, staff: 2 } as const;

/** What the windows of the house ask. */
type HouseChannel = DeskChannel | TranslationChannel;

/** The desk of a real kiosk, asked as its window asks it. Only PINs are stretched less, so that tests stay quick. */
export interface OpenedDesk {
  readonly kiosk: Kiosk;
  readonly uptime: HandUptime;
  readonly windows: string[];
  /** The pages that were printed. */
  readonly papers: string[];
  readonly opens: () => void;
  readonly signsIn: (role: StaffRole) => Promise<void>;
  /** What the desk answers; an error is the refusal. */
  readonly asks: <C extends HouseChannel>(channel: C, request: Request<C>) => Promise<Result<Replies[C], string>>;
  /** The same where nothing may be refused. */
  readonly gets: <C extends HouseChannel>(channel: C, request: Request<C>) => Promise<Replies[C]>;
}

/** Opens a kiosk of two people, an administrator and one of the staff. */
export async function openedDesk(
  centre: MadeCentre,
  departure: KioskHome = {},
  isPrinting: () => boolean = () => true,
): Promise<OpenedDesk> {
  const uptime = new HandUptime();
  const opened = await startKiosk(makeKioskHome(centre, departure), programContent(), uptime);
  const tries = new Map<number, number>();
  const accounts = new StaffAccounts({
    state: opened.home.state,
    triesOf: (person) => ({
      read: () => tries.get(person) ?? 0,
      write: (wrong) => {
        tries.set(person, wrong);
        return ok(null);
      },
    }),
    uptime,
    record: opened.home.audit.record,
    keeping: cheapKeeping(),
  });
  expectOk(await accounts.setUp({ name: 'Aviâja', pin: PINS.administrator }));
  expectOk(await accounts.add({ name: 'Malik', role: 'staff', pin: PINS.staff }));
  const kiosk = { ...opened, accounts };
  const windows: string[] = [];
  const papers: string[] = [];
  const desk = openDesk(kiosk, {
    printer: {
      canPrint: () => Promise.resolve(true),
      print: (html) => {
        papers.push(html);
        return Promise.resolve(isPrinting() ? ok(null) : fail({ kind: 'noPrinter' }));
      },
    },
    clock: { nowMs: () => NOW_MS },
    random: systemRandom,
    uptime,
    window: {
      open: () => windows.push('open'),
      close: () => windows.push('close'),
      openTexts: () => windows.push('openTexts'),
      closeTexts: () => windows.push('closeTexts'),
    },
  });
  onTestFinished(() => desk.door.close());
  const contentFolder = programContent();
  const texts = openTranslationDesk(kiosk, {
    ...{ desk, contentFolder, clock: { nowMs: () => NOW_MS } },
    speech: { offer: () => ({ token: 'a token', voice: 'recorded' }) },
    setMicrophone: (isOpen) => {
      windows.push(isOpen ? 'hears' : 'hearsNothing');
      return Promise.resolve();
    },
  });
  const served = { ...deskHandlers(desk), ...translationHandlers(texts) };
  const answer = serve(() => Promise.resolve(served));
  const asks: OpenedDesk['asks'] = async (channel, request) => {
    try {
      // What serves this very channel.
      return ok((await answer(channel, request)) as never);
    } catch (refusal) {
      return fail(refusal instanceof Error ? refusal.message : 'thrown');
    }
  };
  const gets: OpenedDesk['gets'] = async (channel, request) => expectOk(await asks(channel, request));
  return {
    ...{ kiosk, uptime, windows, papers, asks, gets },
    opens: () => desk.door.open(),
    signsIn: async (role) => {
      expectOk(await gets('desk.signIn', { person: IDS[role], pin: PINS[role] }));
    },
  };
}
