import { contextBridge, ipcRenderer } from 'electron';
import { CHANGED_SIGNAL, CITIZEN_CHANNELS, DEMO_ARGUMENT, DEMO_CHANNELS, PAPER_CHANNELS } from '../ipc/channels.ts';

// The citizen's window gets one frozen object: a function per channel of its own, and nothing of Electron itself.
const own = [...CITIZEN_CHANNELS, ...PAPER_CHANNELS];
const channels = process.argv.includes(DEMO_ARGUMENT) ? [...own, ...DEMO_CHANNELS] : own;
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
