import { contextBridge, ipcRenderer } from 'electron';
import { CITIZEN_CHANNELS, DEMO_CHANNELS } from '../ipc/channels.ts';

// The citizen's window gets one frozen object: a function per channel, and nothing of Electron itself.
const channels = [...CITIZEN_CHANNELS, ...DEMO_CHANNELS];
const bridge = Object.fromEntries(
  channels.map((channel) => [channel, (request: unknown) => ipcRenderer.invoke(channel, request)] as const),
);
contextBridge.exposeInMainWorld('kiosk', bridge);
