import type { EntryView, Tile } from '../../components/picture-entry.tsx';
import { formatNumber } from '../../i18n/format.ts';
import type { Words } from '../../i18n/words.ts';
import { chosenPictures, entryStep, type ChosenPicture } from './picture-entry.ts';

/** A picture of the code as a drawing and a word. */
export function pictureTile({ kind, picture }: ChosenPicture, words: Words): Tile {
  return { pictogram: `code-${kind}-${picture}`, label: words.say(`pictures.${kind}.${picture}`) };
}

/** What the entry of a code shows after these digits. */
export function entryView(digits: string, words: Words): EntryView {
  const chosen = chosenPictures(digits).map((each) => pictureTile(each, words));
  const around = {
    id: String(digits.length),
    chosen,
    chosenLabel: words.say('presence.code.chosen'),
    takeBack: takeBackLabel(digits, words),
  };
  const next = entryStep(digits);
  const number = formatNumber(chosen.length + 1, words.language);
  switch (next.step) {
    case 'kind': {
      const cards = next.kinds.map((kind) => ({
        pictogram: `code-kind-${kind}`,
        label: words.say(`pictures.kind.${kind}`),
      }));
      return { ...around, title: words.lines('presence.code.kind', 'question', { number }), cards };
    }
    case 'picture': {
      const { kind } = next;
      const cards = next.pictures.map((picture) => pictureTile({ kind, picture }, words));
      const title = words.lines('presence.code.picture', 'question', {
        number,
        kind: (_, translate) => translate(`pictures.kind.${kind}`),
      });
      return { ...around, title, cards };
    }
    case 'whole':
      return { ...around, title: words.lines('presence.code.whole', 'question'), cards: null };
  }
}

function takeBackLabel(digits: string, words: Words): string | null {
  if (digits === '') return null;
  return words.say(digits.length % 2 === 1 ? 'presence.code.otherKind' : 'presence.code.takeBack');
}
