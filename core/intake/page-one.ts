import { text, type Texts } from '../translation/catalogue.ts';
import type { Intake } from './intake.ts';
import { callsOf } from './page-one/calls.ts';
import { contactEntries } from './page-one/contact.ts';
import { entriesOf } from './page-one/entries.ts';
import { flagsOf } from './page-one/flags.ts';
import { instrumentsOf, isOfInstrument } from './page-one/instruments.ts';
import { languageEntries } from './page-one/language.ts';
import { BLOCK_NAMES, type BlockName, type PageOne, type PageOneEntry, type PageOneFacts } from './page-one/model.ts';
import { permissionsOf } from './page-one/permissions.ts';
import { hasPlace, itemsOf, type PlacedBlock } from './page-one/places.ts';
import { dayOf14Of, notesOf, numberOf, stripOf } from './page-one/strip.ts';
import type { Reading } from './page-one/reading.ts';
import { openOf, unansweredOf } from './page-one/unanswered.ts';

export type { PageOne, PageOneFacts } from './page-one/model.ts';

/**
 * Makes page 1 of an intake: who waits, since when, what is dangerous, how to reach them, in which language, and what
 * they hope for. Every value that was given stands in one of its blocks, and everything else is told as not answered.
 *
 * @param texts the texts of the language in which the page is read
 * @throws never for an intake that `parseIntake` accepted and complete texts
 */
export function pageOne(intake: Intake, facts: PageOneFacts, texts: Texts): PageOne {
  const reading: Reading = { intake, facts, texts };
  const blocks = BLOCK_NAMES.map((name) => ({
    name,
    title: text(texts, `pageOne.block.${name}`),
    entries: entriesIn(name, reading),
  }));
  return {
    title: text(texts, 'pageOne.title'),
    number: numberOf(reading),
    dayOf14: dayOf14Of(reading),
    strip: stripOf(reading),
    notes: notesOf(reading),
    flags: flagsOf(reading),
    calls: callsOf(reading),
    noFlags: text(texts, 'pageOne.noFlags'),
    blocks: blocks.filter(({ entries }) => entries.length > 0),
    footer: text(texts, 'pageOne.footer'),
  };
}

function entriesIn(name: BlockName, reading: Reading): readonly PageOneEntry[] {
  switch (name) {
    case 'language':
      return languageEntries(reading);
    case 'substances':
    case 'body':
      return pressingEntries(name, reading);
    case 'instruments':
      return instrumentsOf(reading);
    case 'other':
      return entriesOf(otherItems(reading), reading);
    case 'unanswered':
      return unansweredOf(reading);
    case 'permissions':
      return permissionsOf(reading);
    case 'contact':
      return contactEntries(reading);
    case 'hopes':
    case 'strengths':
    case 'barriers':
    case 'next':
      return entriesOf(itemsOf(name), reading);
  }
}

/** What was said about danger and use, and which of these questions were not answered. */
function pressingEntries(name: PlacedBlock, reading: Reading): readonly PageOneEntry[] {
  return [...entriesOf(itemsOf(name), reading), ...openOf(itemsOf(name), reading)];
}

/** Items that this program has no place for: questions that a centre added, or of another content version. */
function otherItems({ intake: { answers, instruments } }: Reading): readonly string[] {
  const others = answers.filter((answer) => !hasPlace(answer.linkId) && !isOfInstrument(answer, instruments));
  return [...new Set(others.map(({ linkId }) => linkId))];
}
