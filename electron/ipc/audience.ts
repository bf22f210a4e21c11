import { CITIZEN_CHANNELS, DEMO_CHANNELS, PAPER_CHANNELS, SPEECH_CHANNELS } from '../../ipc/channels.ts';
import type { Channel } from '../../ipc/contract.ts';
import { DESK_CHANNELS } from '../../ipc/desk-channels.ts';
import { TRANSLATION_CHANNELS } from '../../ipc/translation-channels.ts';

/** The windows of the kiosk. */
export const WINDOWS = ['citizen', 'desk', 'translations'] as const;
export type WindowName = (typeof WINDOWS)[number];

const OWN: Readonly<Record<WindowName, ReadonlySet<Channel>>> = {
  citizen: new Set([...CITIZEN_CHANNELS, ...PAPER_CHANNELS, ...DEMO_CHANNELS]),
  desk: new Set([...DESK_CHANNELS, ...SPEECH_CHANNELS]),
  translations: new Set([...TRANSLATION_CHANNELS, ...SPEECH_CHANNELS]),
};

/** Every channel of every window. */
export const ALL_CHANNELS: readonly Channel[] = [...new Set(WINDOWS.flatMap((name) => [...OWN[name]]))];

/** Tells whether a window may use a channel; what is no window of ours (null) may use none. */
export function mayUse(name: WindowName | null, channel: Channel): boolean {
  return name !== null && OWN[name].has(channel);
}
