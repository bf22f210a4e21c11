import { fail, ok } from '../../core/basics/result.ts';
import { parseJson } from '../../core/basics/parse-json.ts';
import { fromUtf8, toUtf8 } from '../../core/basics/utf8.ts';
import { checkOpusFile } from '../../core/speech/opus-file.ts';
import { nodeHasher } from '../../node/sha256.ts';
import type { RecordingsShelf } from './packages-keeper.ts';
import { recordingSchema, type Recordings } from './recordings.ts';

/**
 * The recordings of a house as packages carry them: the card is what stands beside the sound, with the speaker and the
 * consent. What comes from another house is held to the same: the sound is looked at from its first byte to its last, and
 * the card has to speak of just these words and this sound.
 */
export function shelfOf(recordings: Recordings): RecordingsShelf {
  return {
    read: (tag, words) => {
      const [found] = recordings.recordingsFor(tag, [words]);
      if (found === undefined) return null;
      return { sound: found.opus, card: toUtf8(JSON.stringify(found.recording)) };
    },
    keep: (tag, { words, sound, card }) => {
      const { data } = recordingSchema.safeParse(parseJson(fromUtf8(card) ?? ''));
      const isOfIt = data?.tag === tag && data.hash === words && data.sha256 === nodeHasher.sha256(sound);
      if (!isOfIt || !checkOpusFile(sound).ok) return fail({ kind: 'refused' });
      // A voice of this house stays, whoever else has said the same.
      if (recordings.has(tag, words)) return ok(null);
      return recordings.keep(data, sound).ok ? ok(null) : fail({ kind: 'notSaved' });
    },
  };
}
