import { text, type Texts } from '../translation/catalogue.ts';
import { calendarDay, dayInWords, daysBetween } from '../translation/dates.ts';
import type { Intake, IntakeAnswer } from './intake.ts';

/** Facts that travel beside intake.json, in the signed manifest. */
export interface PageOneFacts {
  readonly kioskId: string;
  readonly seq: number;
  readonly clockConfidence: 'high' | 'low';
  /** When the page is read, in milliseconds; null on the copy inside the bundle, where no day count can stand. */
  readonly nowMs: number | null;
}

/** One question and its answer in the site's language; `ownWords` are the person's own or the words on the screen. */
export interface PageOneRow {
  readonly question: string;
  readonly answer: string;
  readonly ownWords: string | null;
  readonly draftWording: boolean;
}

export interface PageOneSection {
  readonly title: string;
  readonly rows: readonly PageOneRow[];
}

/** Page 1 for the treatment centre: everything that stands on it, in the order in which it is read. */
export interface PageOne {
  readonly title: string;
  readonly strip: readonly { readonly label: string; readonly value: string }[];
  readonly notes: readonly string[];
  readonly sections: readonly PageOneSection[];
  readonly permissions: readonly string[];
  readonly footer: string;
}

/** Which questions stand under which heading. What is named nowhere stands under the last one. */
const HEADINGS: readonly { readonly section: string; readonly linkIds: readonly string[] }[] = [
  { section: 'contact', linkIds: ['call-name', 'age', 'anonymity', 'contact-way', 'phone-number', 'contact-person'] },
  { section: 'language', linkIds: ['interpreter', 'helper'] },
  { section: 'hopes', linkIds: ['help-first'] },
  { section: 'room', linkIds: ['takes-room', 'last-drink', 'cannabis-pattern'] },
  { section: 'strengths', linkIds: ['strengths'] },
];

/** The identities that page 1 has words for; an intake of another content version may name one more. */
const IDENTITIES = ['code-only', 'phone-only', 'name'] as const;

/** The answers to contact-way that let the centre reach out; coming along and no letters are wishes, not ways. */
const WAYS_OF_CONTACT = ['meet-here', 'sms', 'call', 'through-person'];

/** What a 14-day right applies to. */
const TREATED = ['alcohol', 'hash', 'other-drugs', 'pills'];

/**
 * Makes page 1 of an intake.
 *
 * @param texts the texts of the language in which the page is read
 * @throws never for an intake that `parseIntake` accepted and complete texts
 */
export function pageOne(intake: Intake, facts: PageOneFacts, texts: Texts): PageOne {
  const t = (key: string, values?: Record<string, string | number>): string => text(texts, `pageOne.${key}`, values);
  return {
    title: t('title'),
    strip: strip(intake, facts, texts),
    notes: notes(intake, facts, t),
    sections: [...answered(intake, t), ...unanswered(intake, t)],
    permissions: permissions(intake, t),
    footer: t('footer'),
  };
}

type Translate = (key: string, values?: Record<string, string | number>) => string;

function strip(intake: Intake, facts: PageOneFacts, texts: Texts): PageOne['strip'] {
  const t: Translate = (key, values) => text(texts, `pageOne.${key}`, values);
  const dayOf = (ms: number): string => dayInWords(calendarDay(ms, intake.site.timeZone), texts);
  const lines = [
    { label: t('sentOn'), value: dayOf(Date.parse(intake.createdAt)) },
    // A page that was printed or left open gets old: it says of which day its count is.
    ...(facts.nowMs === null ? [] : [{ label: t('openedOn'), value: dayOf(facts.nowMs) }]),
    { label: t('site'), value: intake.site.name },
    { label: t('number'), value: `${facts.kioskId.slice(0, 8)}-${facts.seq}` },
    { label: t('language'), value: text(texts, `kiosk.languageName.${intake.language}`) },
    { label: t('culture'), value: t(`culture.${intake.culture}`) },
  ];
  const day = dayOf14(intake, facts);
  return day === null ? lines : [{ label: t('dayOf14Rule'), value: t('dayOf14', { day }) }, ...lines];
}

/**
 * Day 1 is the calendar day of Send at the site. Null where the right does not apply, the page has no "now", or a
 * wrong clock puts "now" before Send.
 */
function dayOf14(intake: Intake, { nowMs }: PageOneFacts): number | null {
  const takesRoom = chosenCodes(intake, 'takes-room');
  if (nowMs === null || !intake.site.policy.fourteenDays || !takesRoom.some((code) => TREATED.includes(code)))
    return null;
  const { timeZone } = intake.site;
  const sent = calendarDay(Date.parse(intake.createdAt), timeZone);
  const daysSince = daysBetween(sent, calendarDay(nowMs, timeZone));
  return daysSince < 0 ? null : daysSince + 1;
}

function notes(intake: Intake, facts: PageOneFacts, t: Translate): string[] {
  const found: string[] = [];
  if (facts.clockConfidence === 'low') found.push(t('lowClock'));
  if (chosenCodes(intake, 'age').length === 0) found.push(t('ageNotGiven'));
  return found;
}

function answered(intake: Intake, t: Translate): PageOneSection[] {
  const said = intake.answers.filter(({ said: { kind } }) => kind === 'options' || kind === 'words');
  const named = new Set(HEADINGS.flatMap(({ linkIds }) => linkIds));
  const sections = HEADINGS.map(({ section, linkIds }) => ({
    title: t(`section.${section}`),
    rows: linkIds.flatMap((linkId) => said.filter((answer) => answer.linkId === linkId)).map(row),
  }));
  const others = { title: t('section.other'), rows: said.filter(({ linkId }) => !named.has(linkId)).map(row) };
  return [...sections, others].filter(({ rows }) => rows.length > 0);
}

function unanswered(intake: Intake, t: Translate): PageOneSection[] {
  const kinds = ['tellAPerson', 'notNow', 'dontKnow', 'notAsked'] as const;
  return kinds
    .map((kind) => ({
      title: t(`section.${kind}`),
      rows: intake.answers.filter((answer) => answer.said.kind === kind).map(row),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function row(answer: IntakeAnswer): PageOneRow {
  const { question, said, reviewStatus, language } = answer;
  const draftWording = language === 'kl' && reviewStatus !== 'approved';
  // A non-answer has no words of its own: the heading that it stands under says what it was.
  const base = { question: question.siteText, answer: '', ownWords: null, draftWording };
  if (said.kind === 'words') return { ...base, answer: said.text };
  if (said.kind !== 'options') return base;
  const shown = said.options.map((option) => option.text).join('; ');
  const site = said.options.map((option) => option.siteText).join('; ');
  return { ...base, answer: site, ownWords: shown === site ? null : shown };
}

function permissions(intake: Intake, t: Translate): string[] {
  const chosen = chosenCodes(intake, 'anonymity');
  const identity = IDENTITIES.find((code) => chosen.includes(code)) ?? 'unknown';
  const mayContact = chosenCodes(intake, 'contact-way').some((code) => WAYS_OF_CONTACT.includes(code));
  const contact = mayContact ? 'contact' : 'noContact';
  return [t('permission.send'), t(`permission.${contact}`), t(`identity.${identity}`)];
}

function chosenCodes(intake: Intake, linkId: string): readonly string[] {
  const said = intake.answers.find((answer) => answer.linkId === linkId)?.said;
  return said?.kind === 'options' ? said.options.map(({ code }) => code) : [];
}
