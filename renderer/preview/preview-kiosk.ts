import { fail, ok } from '../../core/basics/result.ts';
import type { KioskBridge } from '../../ipc/contract.ts';
import type { PreviewHost } from './preview-host.ts';
import type { PreviewVisit } from './preview-visit.ts';

/** The kiosk that a preview stands before, and what tells its screens to look again. */
export interface PreviewKiosk {
  readonly bridge: KioskBridge;
  /** The person of the preview has left: the screens begin anew. */
  readonly onBegun: (listener: () => void) => void;
}

/**
 * Makes a kiosk of nobody for the citizen's screens: the rules are the kiosk's own, and nothing is saved, sent, printed or
 * called.
 */
export function previewKiosk({ content, say, hush, walked }: PreviewHost, visit: PreviewVisit): PreviewKiosk {
  let begun = (): void => undefined;
  const beginAnew = (): Promise<null> => {
    visit.begin();
    begun();
    walked();
    return Promise.resolve(null);
  };
  const shown = <T>(value: T): Promise<T> => {
    walked();
    return Promise.resolve(value);
  };
  const bridge: KioskBridge = {
    'kiosk.describe': () => Promise.resolve(content.description),
    'kiosk.texts': () => Promise.resolve(JSON.stringify(content.texts)),
    'kiosk.painted': () => Promise.resolve(null),
    'visit.show': () => Promise.resolve(visit.show()),
    'visit.act': ({ event }) => shown(visit.act(event)),
    'visit.write': () => Promise.resolve(null),
    'visit.ahead': () => Promise.resolve(null),
    'visit.takeCode': () => shown(ok(visit.takeCode())),
    'visit.resume': () => Promise.resolve(fail({ kind: 'noSuchCode' })),
    'visit.keep': () => shown(visit.ended('kept')),
    'visit.forget': () => {
      visit.ended('deleted');
      return shown(ok(null));
    },
    'visit.send': () => shown(ok(visit.surround('sent'))),
    'visit.takeBack': () => shown(ok(visit.surround('takenBack'))),
    'visit.finish': beginAnew,
    'visit.seen': () => Promise.resolve(null),
    'visit.hide': () => shown(visit.surround('covered')),
    'visit.lift': () => shown(visit.surround('lifting')),
    'visit.goOn': () => shown(visit.surround('nothing')),
    'visit.stay': () => shown(visit.surround('nothing')),
    'visit.leave': beginAnew,
    'alert.act': ({ act }) => {
      const next = act.kind === 'note' ? 'noted' : act.kind === 'fetch' || act.kind === 'here' ? act.kind : 'nothing';
      return shown(visit.surround(next));
    },
    'desk.open': () => Promise.resolve(false),
    'paper.canPrint': () => Promise.resolve(false),
    'paper.print': () => Promise.resolve(fail({ kind: 'noPrinter' })),
    'speech.say': say,
    'speech.hush': hush,
    'demo.export': () => Promise.resolve(fail({ kind: 'folderMissing' })),
    'demo.setDuty': () => Promise.resolve(null),
    'demo.testCall': () => Promise.resolve(null),
    // Nothing changes here that a screen has not done itself.
    onChange: () => () => undefined,
  };
  return {
    bridge,
    onBegun: (listener) => {
      begun = listener;
    },
  };
}
