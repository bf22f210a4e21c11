import { contextBridge, ipcRenderer } from 'electron';
import { CHANGED_SIGNAL, CITIZEN_CHANNELS, DEMO_ARGUMENT, DEMO_CHANNELS } from '../ipc/channels.ts';

// The citizen's window gets one frozen object: a function per channel of its own, and nothing of Electron itself.
const channels = process.argv.includes(DEMO_ARGUMENT) ? [...CITIZEN_CHANNELS, ...DEMO_CHANNELS] : CITIZEN_CHANNELS;
const bridge = Object.fromEntries(
  channels.map((channel) => [channel, (request: unknown) => ipcRenderer.invoke(channel, request)] as const),
);
contextBridge.exposeInMainWorld('kiosk', { ...bridge, onChange });

function onChange(listener: () => void): () => void {
  // The event itself stays here: it would hand the window a sender to speak through.
  const hear = (): void => listener();
  ipcRenderer.on(CHANGED_SIGNAL, hear);
  return () => {
    ipcRenderer.removeListener(CHANGED_SIGNAL, hear);
  };
}
