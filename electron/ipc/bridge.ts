import { ipcRenderer } from 'electron';
import { CHANGED_SIGNAL } from '../../ipc/channels.ts';

/** Makes what a preload hands to its page: a function for each channel, and one that hears that something changed. */
export function bridgeOf(channels: readonly string[]): Readonly<Record<string, unknown>> {
  const calls = channels.map(
    (channel) => [channel, (request: unknown): Promise<unknown> => ipcRenderer.invoke(channel, request)] as const,
  );
  return { ...Object.fromEntries(calls), onChange };
}

function onChange(listener: () => void): () => void {
  // The event itself stays here: it would hand the window a sender to speak through.
  const hear = (): void => listener();
  ipcRenderer.on(CHANGED_SIGNAL, hear);
  return () => {
    ipcRenderer.removeListener(CHANGED_SIGNAL, hear);
  };
}
