import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { LANGUAGES } from '../i18n/language.ts';
import type { Words } from '../i18n/words.ts';
import { AudioVoice } from './audio-voice.ts';
import { listenByEar } from './by-ear.ts';
import { deviceSensor } from './headset.ts';
import type { Piece } from './piece.ts';
import { Reader } from './reader.ts';
import type { Speech } from './speech-context.ts';

interface SpeechSettings {
  readonly words: Words;
  /** False until a language was chosen: the first sentence is then said in every one. */
  readonly isLanguageChosen: boolean;
  readonly onFetchPerson: () => void;
}

/** Lets this window speak, in the words of the screen, for as long as the component stands. */
export function useSpeech(settings: SpeechSettings): Speech {
  const { words } = settings;
  const [reader] = useState(() => new Reader(new AudioVoice(), words));
  const state = useSyncExternalStore(reader.subscribe, reader.state);
  const present = useRef(settings);
  useEffect(() => {
    present.current = settings;
    reader.speakIn(words);
  });
  useEffect(
    () =>
      listenByEar({
        reader,
        greeting: () => greetingPieces(present.current),
        onFetchPerson: () => present.current.onFetchPerson(),
      }),
    [reader],
  );
  useEffect(() => deviceSensor.onChange(() => reader.forgetHeadset()), [reader]);
  useEffect(() => () => reader.silence(), [reader]);
  return { reader, state, say: words.say };
}

const GREETING = ['speech.byEar.reads', 'speech.byEar.keys', 'speech.byEar.help'] as const;

/** How to go on by ear. */
function greetingPieces({ words, isLanguageChosen }: SpeechSettings): readonly Piece[] {
  const languages = isLanguageChosen ? [words.language] : LANGUAGES;
  return languages.flatMap((language) =>
    GREETING.map((key) => ({
      text: words.sayIn(language, key),
      language,
      isOwn: false,
      sensitivity: 0,
      element: null,
    })),
  );
}
