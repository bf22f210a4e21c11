import { placeOfText, type PlaceKind, type QuestionPart } from '../../../core/translation/text-place.ts';

/** What each kind of place is, in words for a translator. */
const PLACES: Readonly<Record<PlaceKind, string>> = {
  section: 'The name of a section',
  whoCanSee: 'Who can see the answers',
  nonAnswer: 'An answer instead of an answer, on every question',
  question: 'Question',
  safety: 'The page for somebody in danger',
  presence: 'Asks whether the person is still there',
  speech: 'How the kiosk speaks',
  keyboard: 'The keyboard on the screen',
  letter: 'The letter that a person takes home',
  pictures: 'The name of a picture of the code',
  staff: 'What staff read on the kiosk',
  pageOne: 'What the centre reads first',
  desk: 'The window of the staff',
  screens: 'The screens around the questions',
  elsewhere: 'Elsewhere',
};

const PARTS: Readonly<Record<Exclude<QuestionPart, 'other'>, string>> = {
  title: 'the question itself',
  hint: 'the help below the question',
  notice: 'the notice with the question',
  option: 'an answer to choose',
};

/** Where a text is shown, in words for a translator. */
export function wordsForPlace(key: string): string {
  const place = placeOfText(key);
  if (place.kind !== 'question') return PLACES[place.kind];
  const { linkId, culture, part, partName } = place;
  const version = culture === null ? '' : `, in the ${culture} version`;
  return `Question "${linkId}"${version}: ${part === 'other' ? partName : PARTS[part]}`;
}
