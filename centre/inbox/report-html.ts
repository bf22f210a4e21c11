import { escapeHtml } from '../../core/basics/escape-html.ts';
import { text, type Texts } from '../../core/translation/catalogue.ts';
import { dayInWords, calendarDay } from '../../core/translation/dates.ts';
import type { Language } from '../../core/basics/language.ts';
import type { PageOne } from '../../core/intake/page-one.ts';
import type { ListedIntake } from './waiting.ts';

/** Who reads the page, where, and when. */
export interface ReportReading {
  readonly language: Language;
  readonly timeZone: string;
  readonly texts: Texts;
  readonly nowMs: number;
}

/** One of those who wait; with what was answered where that was asked for. */
export interface ReportedIntake {
  readonly listed: ListedIntake;
  readonly page: PageOne | null;
}

const STYLE = `
@page { size: A4; margin: 14mm }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 8mm; max-width: 210mm; background: #fff; color: #16262e; line-height: 1.4;
  font: 15px/1.4 Arial, Helvetica, "Liberation Sans", sans-serif }
h1 { font-size: 1.5em; margin: 0 }
h2 { font-size: 1.2em; color: #0e4a5c; margin: 1.6em 0 .4em; break-after: avoid }
h3 { font-size: 1em; margin: .9em 0 .2em; break-after: avoid }
table { width: 100%; margin-top: 1em; border-collapse: collapse }
th, td { padding: .45em .5em; border-bottom: 1px solid #d5dcde; text-align: left; vertical-align: top }
th { color: #45575f; font-weight: 400 }
th:nth-child(3) { width: 30% }
th:nth-child(4) { width: 18% }
th:nth-child(5) { width: 20% }
tr { break-inside: avoid }
.level { display: inline-block; min-width: 4.5em; padding: 0 .4em; border: 1px solid; border-radius: .25em;
  text-align: center; font-weight: 700; font-size: .86em }
.red { background: #9c2f3f; border-color: #9c2f3f; color: #fff }
.amber { background: #fdf1e4; border-color: #b4531a; color: #8c3f12 }
.note { color: #45575f }
article { break-before: page }
dl { margin: 0 }
dl > div { display: grid; grid-template-columns: 31% 1fr; gap: 0 .7em; padding: .16em 0; border-top: 1px solid #d5dcde }
dt { color: #45575f }
dd { margin: 0; overflow-wrap: anywhere; unicode-bidi: isolate }
@media print { body { padding: 0 } }
@media screen and (max-width: 52em) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  tr { display: block; padding: .5em 0; border-bottom: 1px solid #d5dcde }
  td { display: block; padding: .1em 0; border: 0 }
  td:empty { display: none }
  dl > div { display: block }
  h1, h2, h3, p, td, dt { overflow-wrap: anywhere }
}
`;

/**
 * Renders those who wait as one page that holds all of itself: no script, no address, nothing fetched. Everything that a
 * person said, and everything that a kiosk named, is escaped.
 */
export function* reportPieces(
  waiting: Iterable<ReportedIntake>,
  { count, reading }: { readonly count: number; readonly reading: ReportReading },
): Generator<string> {
  const { language, texts } = reading;
  const title = text(texts, 'pageOne.list.title');
  const details: string[] = [];
  yield `<!doctype html>\n<html lang="${language}">\n<head><meta charset="utf-8"><title>${escapeHtml(title)}</title>\n`;
  yield `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`;
  yield `<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head>\n<body><main>\n`;
  yield `<h1>${escapeHtml(title)}</h1><p class="note">${escapeHtml(whenAndHowMany(count, reading))}</p>\n`;
  if (count > 0) yield tableStart(texts);
  for (const { listed, page } of waiting) {
    yield rowHtml(listed, reading);
    if (page !== null) details.push(pageHtml(page));
  }
  if (count > 0) yield `</tbody></table>\n`;
  yield* details;
  yield `</main></body></html>\n`;
}

function whenAndHowMany(count: number, reading: ReportReading): string {
  const day = dayOf(reading.nowMs, reading);
  return text(reading.texts, count === 0 ? 'pageOne.list.nobody' : 'pageOne.list.count', { count, day });
}

function tableStart(texts: Texts): string {
  const columns = ['flag', 'number', 'since', 'language', 'done'];
  const cells = columns.map((name) => `<th scope="col">${escapeHtml(text(texts, `pageOne.list.column.${name}`))}</th>`);
  return `<table><thead><tr>${cells.join('')}</tr></thead><tbody>\n`;
}

function rowHtml(listed: ListedIntake, reading: ReportReading): string {
  const { texts } = reading;
  const { flag, number, addsTo, mark } = listed;
  const level =
    flag === null ? '' : `<span class="level ${flag}">${escapeHtml(text(texts, `pageOne.level.${flag}`))}</span>`;
  const ties = addsTo === null ? [] : [text(texts, 'pageOne.list.addsTo', { number: addsTo.number })];
  const forked = listed.isForked ? [text(texts, 'pageOne.list.forked')] : [];
  const done =
    mark === null
      ? ''
      : `${text(texts, `pageOne.list.state.${mark.state}`)}, ${dayOf(Date.parse(mark.at), reading)}, ${mark.who}`;
  const culture = text(texts, `pageOne.culture.${listed.culture}`);
  const cells = [
    listed.isUnreadable ? `<b>${escapeHtml(text(texts, 'pageOne.list.unreadable'))}</b>` : level,
    [`<b>${escapeHtml(number)}</b>`, ...[...ties, ...forked].map(escapeHtml)].join('<br>'),
    sinceLines(listed, reading).map(escapeHtml).join('<br>'),
    escapeHtml(`${text(texts, `kiosk.languageName.${listed.language}`)}, ${culture}`),
    escapeHtml(done),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`;
}

/** How long somebody waits: the day of fourteen where it counts, and by whose clock it was sent. */
function sinceLines(
  { dayOf14, sentAt, isClockSure, receivedAt }: ListedIntake,
  reading: ReportReading,
): readonly string[] {
  const { texts } = reading;
  const sent = `${text(texts, 'pageOne.sentOn')} ${dayOf(Date.parse(sentAt), reading)}`;
  const received = `${text(texts, 'pageOne.receivedOn')} ${dayOf(Date.parse(receivedAt), reading)}`;
  return [
    ...(dayOf14 === null ? [] : [text(texts, 'pageOne.dayOf14', { day: dayOf14 })]),
    sent,
    ...(isClockSure ? [] : [text(texts, 'pageOne.lowClock'), received]),
  ];
}

/** What page 1 says, below each other: this page is read from top to bottom, and has no sheet to fit. */
function pageHtml({ number, dayOf14, flags, noFlags, blocks, notes }: PageOne): string {
  const flagLines = flags.map(
    ({ level, levelName, label, answers }) =>
      `<p><span class="level ${level}">${escapeHtml(levelName)}</span> ${escapeHtml(label ?? '')} ${answers
        .map(({ question, answer }) => `${escapeHtml(question)} <b>${escapeHtml(answer)}</b>`)
        .join(' ')}</p>`,
  );
  const sections = blocks.map(({ title, entries }) => {
    const lines = entries.map(
      ({ label, parts }) =>
        `<div><dt>${escapeHtml(label)}</dt><dd>${parts.map((part) => escapeHtml(part.text)).join('<br>')}</dd></div>`,
    );
    return `<h3>${escapeHtml(title)}</h3><dl>${lines.join('')}</dl>`;
  });
  const head = `<h2>${escapeHtml(number)}${dayOf14 === null ? '' : ` · ${escapeHtml(dayOf14.value)}`}</h2>`;
  const note = notes.length === 0 ? '' : `<p><b>${notes.map(escapeHtml).join(' ')}</b></p>`;
  const flagged = flags.length === 0 ? `<p>${escapeHtml(noFlags)}</p>` : flagLines.join('');
  return `<article>${head}${note}${flagged}${sections.join('')}</article>\n`;
}

function dayOf(momentMs: number, { timeZone, texts }: ReportReading): string {
  return dayInWords(calendarDay(momentMs, timeZone), texts);
}
