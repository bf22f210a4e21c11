import { text } from '../../translation/catalogue.ts';
import { entriesOf } from './entries.ts';
import { summary, type PageOneEntry } from './model.ts';
import { NAMING_ITEMS } from './places.ts';
import { answersTo, chosenCodes, hasValue, labelOf, type Reading } from './reading.ts';

/** The identities that page 1 has words for; an intake of another content version may name one more. */
const IDENTITIES = ['code-only', 'phone-only', 'name'] as const;

/** The answers to contact-way that let the centre reach out; coming along and no letters are wishes, not ways. */
const WAYS_OF_CONTACT = ['meet-here', 'house-day', 'sms', 'call', 'through-person', 'field-worker'];

/** Permissions that the person is asked for one by one, and only after having wished for what they permit. */
const ASKED_PERMISSIONS = ['named-after-shared', 'peer-permission', 'community-permission', 'allorfik-permission'];

/** What the person permitted and what not, how far they are anonymous, and which names and numbers came along. */
export function permissionsOf(reading: Reading): readonly PageOneEntry[] {
  const { texts } = reading;
  const { given, notGiven } = sortedPermissions(reading);
  return [
    summary(text(texts, 'pageOne.permitted'), given.join('; ')),
    ...(notGiven.length === 0 ? [] : [summary(text(texts, 'pageOne.notPermitted'), notGiven.join('; '))]),
    ...identityEntries(reading),
    ...entriesOf(['personal-number'], reading),
    summary(text(texts, 'pageOne.identityData'), identityData(reading)),
  ];
}

function sortedPermissions({ intake, texts }: Reading): {
  readonly given: readonly string[];
  readonly notGiven: readonly string[];
} {
  const mayContact = chosenCodes(intake, 'contact-way').some((code) => WAYS_OF_CONTACT.includes(code));
  const contact = { label: text(texts, 'pageOne.permission.contact'), isGiven: mayContact };
  // What was not answered is not permitted, whatever the reason.
  const asked = answersTo(ASKED_PERMISSIONS, intake.answers).map((answer) => ({
    label: labelOf(answer, texts),
    isGiven: answer.said.kind === 'options' && answer.said.options.some(({ code }) => code === 'yes'),
  }));
  const sorted = (isGiven: boolean): string[] =>
    [contact, ...asked].filter((each) => each.isGiven === isGiven).map(({ label }) => label);
  return { given: [text(texts, 'pageOne.permission.send'), ...sorted(true)], notGiven: sorted(false) };
}

/** What was chosen about anonymity, and what follows from it for the centre. */
function identityEntries(reading: Reading): readonly PageOneEntry[] {
  const { intake, texts } = reading;
  const codes = chosenCodes(intake, 'anonymity');
  const identity = text(texts, `pageOne.identity.${IDENTITIES.find((code) => codes.includes(code)) ?? 'unknown'}`);
  const chosen = entriesOf(['anonymity'], reading);
  if (chosen.length === 0) return [summary(text(texts, 'pageOne.item.anonymity'), identity)];
  return chosen.map((entry) => ({ ...entry, parts: [...entry.parts, { kind: 'said', text: identity }] }));
}

function identityData({ intake, texts }: Reading): string {
  const named = answersTo(NAMING_ITEMS, intake.answers.filter(hasValue)).map((answer) => labelOf(answer, texts));
  return named.length === 0 ? text(texts, 'pageOne.noIdentityData') : named.join('; ');
}
