import { contextBridge } from 'electron';
import { CITIZEN_CHANNELS, DEMO_ARGUMENT, DEMO_CHANNELS, PAPER_CHANNELS } from '../ipc/channels.ts';
import { bridgeOf } from './ipc/bridge.ts';

// The citizen's window gets one frozen object: a function per channel of its own, and nothing of Electron itself.
const own = [...CITIZEN_CHANNELS, ...PAPER_CHANNELS];
const channels = process.argv.includes(DEMO_ARGUMENT) ? [...own, ...DEMO_CHANNELS] : own;
contextBridge.exposeInMainWorld('kiosk', bridgeOf(channels));
