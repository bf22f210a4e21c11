import { text } from '../../translation/catalogue.ts';
import { entriesOf } from './entries.ts';
import { summary, type PageOneEntry } from './model.ts';
import { itemsOf } from './places.ts';
import { answersTo, chosenCodes, hasValue, type Reading } from './reading.ts';

/** Ways on which others may see or hear who calls or writes. */
const OVERHEARD = ['sms', 'call', 'through-person', 'field-worker'];

/**
 * How to reach the person. Whether the centre may say who it is was perhaps not asked, as on the short track: then the
 * page says that it must not, wherever others could hear it.
 */
export function contactEntries(reading: Reading): readonly PageOneEntry[] {
  const { intake, texts } = reading;
  const entries = entriesOf(itemsOf('contact'), reading);
  const isSaid = answersTo(['discreet'], intake.answers).some(hasValue);
  const mayBeHeard = chosenCodes(intake, 'contact-way').some((code) => OVERHEARD.includes(code));
  if (isSaid || !mayBeHeard) return entries;
  return [...entries, summary(text(texts, 'pageOne.item.discreet'), text(texts, 'pageOne.discreetByDefault'))];
}
