import { contextBridge } from 'electron';
import { SPEECH_CHANNELS } from '../ipc/channels.ts';
import { TRANSLATION_CHANNELS } from '../ipc/translation-channels.ts';
import { bridgeOf } from './ipc/bridge.ts';

// The window of the texts gets one frozen object: a function per channel of its own, and nothing of Electron itself.
contextBridge.exposeInMainWorld('translations', bridgeOf([...TRANSLATION_CHANNELS, ...SPEECH_CHANNELS]));
