import { join } from 'node:path';
import type { Clock } from '../../core/basics/clock.ts';
import { CULTURES, type DeskLanguage } from '../../core/basics/language.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { toUtf8 } from '../../core/basics/utf8.ts';
import { numbersCsv } from '../../core/numbers/csv.ts';
import type { CentreSite } from '../../core/bundle/centre-card.ts';
import { textKey } from '../../core/questionnaire/culture-version.ts';
import { text } from '../../core/translation/catalogue.ts';
import { calendarDay, isoDay } from '../../core/translation/dates.ts';
import type { DeskNumbers, DeskReplies } from '../../ipc/desk-contract.ts';
import { replaceDurably } from '../../node/durable-file.ts';
import type { ContentVersion } from '../content/content-version.ts';
import type { Numbers } from '../numbers/numbers.ts';
import type { Home } from '../store/home.ts';

/** What the numbers are shown from. */
export interface DeskNumbersOptions {
  readonly home: Pick<Home, 'state' | 'audit'>;
  readonly numbers: Pick<Numbers, 'report'>;
  readonly content: () => ContentVersion;
  readonly site: Pick<CentreSite, 'timeZone'>;
  readonly clock: Clock;
}

/** Numbers without people, in words. */
export class DeskNumbersKeeper {
  readonly #options: DeskNumbersOptions;

  constructor(options: DeskNumbersOptions) {
    this.#options = options;
  }

  show(language: DeskLanguage): DeskNumbers {
    const periods = this.#options.numbers.report();
    const { pack, catalogue } = this.#options.content();
    const questions: Record<string, string> = {};
    for (const culture of CULTURES) {
      for (const [linkId] of pack[culture].byLinkId) {
        const words = catalogue[language][textKey(pack[culture], linkId, 'title')];
        if (words !== undefined) questions[linkId] ??= words;
      }
    }
    return { periods, questions };
  }

  /** Writes them into the folder for delivering by hand. */
  save(language: DeskLanguage): DeskReplies['desk.saveNumbers'] {
    const { home, clock, site, numbers, content } = this.#options;
    const folder = home.state.content.settings.destinationFolder;
    if (folder === null) return fail({ kind: 'noFolder' });
    const words = content().deskTexts(language);
    const say = (key: string): string => text(words, `desk.numbers.${key}`);
    const csv = numbersCsv(numbers.report(), {
      columns: [say('from'), say('to'), say('what'), say('name'), say('count')],
      table: (name) => say(`table.${name}`),
      total: say('total'),
    });
    const name = `matu-${isoDay(calendarDay(clock.nowMs(), site.timeZone))}.csv`;
    const written = replaceDurably(join(folder, name), toUtf8(csv));
    if (!written.ok) return fail({ kind: 'notWritten' });
    home.audit.record({ event: 'numbersSaved' });
    return ok(name);
  }
}
