import type { SpeechChannel } from '../../../ipc/channels.ts';
import type { SpeechDesk } from '../../speech/speech-desk.ts';
import type { Handlers } from '../serve.ts';

/** The handlers of what every window may do with sound, a closed kiosk's too. */
export function speechHandlers(speech: SpeechDesk): Handlers<SpeechChannel> {
  return {
    'speech.say': (words) => speech.say(words),
    'speech.hush': () => {
      speech.hush();
      return null;
    },
  };
}
