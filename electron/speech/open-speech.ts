import { systemRandom } from '../../node/random.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { openClipFolder } from './clip-folder.ts';
import { createSpeechDesk, type SpeechDesk, type SpeechSources } from './speech-desk.ts';
import { espeakSynthesizer, findProgram } from './synthesizer.ts';

/**
 * Opens the kiosk's speech on this machine.
 *
 * @param clipFolder the folder of clips that the build made
 * @param recording what a person recorded, from the content of the present visit
 */
export function openSpeech(clipFolder: string, recording: SpeechSources['recording']): SpeechDesk {
  const espeak = findProgram('espeak-ng', process.env['PATH']);
  return createSpeechDesk({
    recording,
    clips: openClipFolder(clipFolder),
    synthesizer: espeak === null ? null : espeakSynthesizer(espeak),
    hasher: nodeHasher,
    random: systemRandom,
  });
}
