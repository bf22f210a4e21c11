import { contextBridge } from 'electron';
import { SPEECH_CHANNELS } from '../ipc/channels.ts';
import { DESK_CHANNELS } from '../ipc/desk-channels.ts';
import { bridgeOf } from './ipc/bridge.ts';

// The staff's window gets one frozen object: a function per channel of its own, and nothing of Electron itself.
contextBridge.exposeInMainWorld('desk', bridgeOf([...DESK_CHANNELS, ...SPEECH_CHANNELS]));
