import type { Clock } from '../../core/basics/clock.ts';
import type { DeskLanguage, Language } from '../../core/basics/language.ts';
import { fail, ok } from '../../core/basics/result.ts';
import type { CentreSite } from '../../core/bundle/centre-card.ts';
import { LOST_KIOSK_STEPS } from '../../core/site/lost-kiosk.ts';
import { isDrillDue } from '../../core/site/reminders.ts';
import type { StaffPerson } from '../../core/staff/person.ts';
import { text } from '../../core/translation/catalogue.ts';
import { calendarDay, isoDay } from '../../core/translation/dates.ts';
import type { DeskPapers, DeskReplies } from '../../ipc/desk-contract.ts';
import type { ContentVersion } from '../content/content-version.ts';
import { lostKioskHtml } from '../paper/lost-kiosk-html.ts';
import type { Printer } from '../paper/printer.ts';
import { startCardHtml, type StartCardLine } from '../paper/start-card-html.ts';
import type { Custody, Home } from '../store/home.ts';

/** What the papers of a house are made from. */
export interface DeskPapersOptions {
  readonly home: Pick<Home, 'state' | 'audit'>;
  readonly custody: Pick<Custody, 'enrolment' | 'outbox'>;
  readonly content: () => ContentVersion;
  readonly printer: Pick<Printer, 'print'>;
  readonly site: Pick<CentreSite, 'name' | 'language' | 'timeZone'>;
  readonly centreName: string;
  readonly clock: Clock;
}

type Who = Pick<StaffPerson, 'id'>;

/** Where whoever gives a card away writes a name. */
const BLANK = '…………………';
/** What stands on a start card: words of the kiosk's first screens, so that they are known again there. */
const CARD_LINES = [
  ['coffee-chair', 'kiosk.greeting.calm'],
  ['duty-person', 'kiosk.greeting.duty'],
  ['track-short', 'kiosk.track.short'],
  ['stop', 'kiosk.track.wholeLine'],
] as const;

/** What a house puts on paper, and the drill for the day on which its kiosk is gone. */
export class DeskPapersKeeper {
  readonly #options: DeskPapersOptions;

  constructor(options: DeskPapersOptions) {
    this.#options = options;
  }

  show(): DeskPapers {
    const { home, custody, site, clock } = this.#options;
    const { drilledOn } = home.state.content.settings;
    return {
      kiosk: this.#kiosk,
      lastSeq: custody.outbox.sealedCount,
      drilled: drilledOn === null ? null : calendarDay(Date.parse(drilledOn), 'UTC'),
      isDrillDue: isDrillDue(drilledOn, calendarDay(clock.nowMs(), site.timeZone)),
    };
  }

  printCards(person: Who, language: Language): Promise<DeskReplies['desk.printCards']> {
    const { content, site } = this.#options;
    const { catalogue, pictogramSheet, reviewStatus } = content();
    const secondLanguage = site.language === 'kl' ? 'da' : site.language;
    const lineOf = ([pictogram, key]: (typeof CARD_LINES)[number]): StartCardLine => {
      const say = (of: Language): string => text(catalogue[of], key, { name: BLANK });
      // As on the screens: what nobody has approved does not stand alone.
      const isAlone = language !== 'kl' || reviewStatus('kl', key) === 'approved';
      return { pictogram, said: say(language), second: isAlone ? null : say(secondLanguage) };
    };
    return this.#print(
      person,
      startCardHtml({
        ...{ language, secondLanguage, siteName: site.name, lines: CARD_LINES.map(lineOf) },
        title: text(catalogue[language], 'kiosk.greeting.title'),
        pictogramSheet: pictogramSheet(),
      }),
    );
  }

  printLostKiosk(person: Who, language: DeskLanguage): Promise<DeskReplies['desk.printLostKiosk']> {
    const { content, site, centreName } = this.#options;
    const texts = content().deskTexts(language);
    const say = (key: string): string => text(texts, `desk.papers.lost.${key}`);
    return this.#print(
      person,
      lostKioskHtml({
        language,
        title: say('title'),
        facts: [
          [say('house'), site.name],
          [say('kiosk'), this.#kiosk],
          [say('centre'), centreName],
          // The telephone numbers of the card are those of the screens; the centre's own is written in by hand.
          [say('centreNumber'), BLANK],
        ],
        steps: LOST_KIOSK_STEPS.map((step) => say(`step.${step}`)),
      }),
    );
  }

  /** The house has tried out today what it does when its kiosk is gone. */
  drilled({ id }: Who): DeskReplies['desk.drilled'] {
    const { home, site, clock } = this.#options;
    const drilledOn = isoDay(calendarDay(clock.nowMs(), site.timeZone));
    const changed = home.state.change((content) => ({ ...content, settings: { ...content.settings, drilledOn } }));
    if (!changed.ok) return fail({ kind: 'notSaved' });
    home.audit.record({ event: 'lostKioskDrilled', person: id });
    return ok(this.show());
  }

  get #kiosk(): string {
    return this.#options.custody.enrolment.kioskId.slice(0, 8);
  }

  async #print({ id }: Who, html: string): Promise<DeskReplies['desk.printCards']> {
    const { printer, home } = this.#options;
    const printed = await printer.print(html);
    if (printed.ok) home.audit.record({ event: 'paperPrinted', person: id });
    return printed;
  }
}
