/** What every window may do with sound. */
export const SPEECH_CHANNELS = ['speech.say', 'speech.hush'] as const;
export type SpeechChannel = (typeof SPEECH_CHANNELS)[number];

/**
 * The channels of the citizen's window, by name. Apart from the schemas in contract.ts, so that the preload can be
 * built from the names alone.
 */
export const CITIZEN_CHANNELS = [
  'kiosk.describe',
  'kiosk.texts',
  'kiosk.painted',
  'visit.show',
  'visit.act',
  'visit.write',
  'visit.ahead',
  'visit.takeCode',
  'visit.resume',
  'visit.keep',
  'visit.forget',
  'visit.send',
  'visit.takeBack',
  'visit.finish',
  'visit.seen',
  'visit.hide',
  'visit.lift',
  'visit.goOn',
  'visit.stay',
  'visit.leave',
  'alert.act',
  'desk.open',
  ...SPEECH_CHANNELS,
] as const;
export type CitizenChannel = (typeof CITIZEN_CHANNELS)[number];

/** The channels of the citizen's window that put something on paper. */
export const PAPER_CHANNELS = ['paper.canPrint', 'paper.print'] as const;
export type PaperChannel = (typeof PAPER_CHANNELS)[number];

/** The only message that the kiosk sends by itself. It has no content: the window asks what there is to know. */
export const CHANGED_SIGNAL = 'changed';

/** Channels that exist in a demo home only. */
export const DEMO_CHANNELS = ['demo.export', 'demo.setDuty', 'demo.testCall'] as const;
export type DemoChannel = (typeof DEMO_CHANNELS)[number];

/** Tells the preload of a window that its home is for demonstrations. */
export const DEMO_ARGUMENT = '--matu-demo';
