import type { Sha256 } from '../../../core/basics/hasher.ts';
import type { Language, LanguageTag } from '../../../core/basics/language.ts';
import { toUtf8 } from '../../../core/basics/utf8.ts';
import { clipHash } from '../../../core/speech/spoken-text.ts';
import type { SpeechSources } from '../../../electron/speech/speech-desk.ts';
import type { Synthesizer } from '../../../electron/speech/synthesizer.ts';
import { systemRandom } from '../../../node/random.ts';
import { nodeHasher } from '../../../node/sha256.ts';

/** Words by the language that they are there in; the sound of words is the words. */
export type Words = Partial<Record<LanguageTag, string>>;

function lookUp(words: Words) {
  return (language: LanguageTag, hash: Sha256): Uint8Array | null => {
    const text = words[language];
    return text !== undefined && clipHash(text, nodeHasher) === hash ? toUtf8(text) : null;
  };
}

/** Speaks at once, or when it is let; remembers that it was hushed. */
export class FakeSynthesizer implements Synthesizer {
  readonly spoken: { readonly text: string; readonly language: Language }[] = [];
  wait: Promise<void> = Promise.resolve();
  isHushed = false;

  async speak(text: string, language: Language): Promise<Uint8Array | null> {
    this.spoken.push({ text, language });
    await this.wait;
    return text === 'unsayable' ? null : toUtf8(`spoken: ${text}`);
  }

  hush(): void {
    this.isHushed = true;
  }
}

/** Sources of sound in memory. */
export function fakeSources(
  words: { readonly recorded?: Words; readonly clips?: Words },
  synthesizer: Synthesizer | null = new FakeSynthesizer(),
): SpeechSources {
  const { recorded = {}, clips = {} } = words;
  return {
    recording: lookUp(recorded),
    clips: { find: lookUp(clips) },
    synthesizer,
    hasher: nodeHasher,
    random: systemRandom,
  };
}
