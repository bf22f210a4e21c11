/** What each kind of key is for, in words for a translator; the beginning of the key tells. */
const PLACES: readonly (readonly [start: string, place: string])[] = [
  ['intake.section.', 'The name of a section'],
  ['intake.whoCanSee.', 'Who can see the answers'],
  ['intake.nonAnswer', 'An answer instead of an answer, on every question'],
  ['intake.', 'Question'],
  ['safety.', 'The page for somebody in danger'],
  ['presence.', 'Asks whether the person is still there'],
  ['speech.', 'How the kiosk speaks'],
  ['keyboard.', 'The keyboard on the screen'],
  ['letter.', 'The letter that a person takes home'],
  ['pictures.', 'The name of a picture of the code'],
  ['staff.', 'What staff read on the kiosk'],
  ['pageOne.', 'What the centre reads first'],
  ['desk.', 'The window of the staff'],
  ['kiosk.', 'The screens around the questions'],
];

const PARTS: Readonly<Record<string, string>> = {
  title: 'the question itself',
  hint: 'the help below the question',
  notice: 'the notice with the question',
  option: 'an answer to choose',
};

/** Where a text is shown, as far as its key tells. */
export function placeOfText(key: string): string {
  const place = PLACES.find(([start]) => key.startsWith(start))?.[1] ?? 'Elsewhere';
  if (place !== 'Question') return place;
  const [, name = '', part = ''] = key.split('.');
  const [linkId = '', culture] = name.split('@');
  const version = culture === undefined ? '' : `, in the ${culture} version`;
  return `Question "${linkId}"${version}: ${PARTS[part] ?? part}`;
}
