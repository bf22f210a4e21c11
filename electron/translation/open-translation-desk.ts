import { join } from 'node:path';
import { CULTURES, DESK_LANGUAGES, LANGUAGES } from '../../core/basics/language.ts';
import { fail, type Result } from '../../core/basics/result.ts';
import type { Clock } from '../../core/basics/clock.ts';
import { guardedKeys } from '../../core/self-test/greenlandic.ts';
import { readContentFiles, type ContentFiles } from '../content/content-files.ts';
import { programInstruments } from '../content/content-instruments.ts';
import { deskWords } from '../content/desk-words.ts';
import type { Kiosk } from '../intake/open-kiosk.ts';
import { calendarDay, isoDay, type CalendarDay } from '../../core/translation/dates.ts';
import type { StaffDesk } from '../ipc/handlers/desk.ts';
import type { TextsTrouble } from '../../ipc/translation-contract.ts';
import type { TranslationDesk } from '../ipc/handlers/translation.ts';
import { ExchangeKeeper } from './exchange-keeper.ts';
import { openEditions } from './home-editions.ts';
import { previewContent } from './preview-content.ts';
import { shelfOf } from './recordings-shelf.ts';
import { Recordings } from './recordings.ts';
import { InstrumentsKeeper } from './instruments-keeper.ts';
import { PackagesKeeper } from './packages-keeper.ts';
import { TextsKeeper } from './texts-keeper.ts';
import { VoiceKeeper, type VoiceKeeperOptions } from './voice-keeper.ts';

/** What the desk of the texts needs beside the kiosk. */
export interface TranslationDeskOptions extends Pick<VoiceKeeperOptions, 'speech' | 'setMicrophone'> {
  readonly desk: Pick<StaffDesk, 'door' | 'house' | 'content'>;
  /** The folder of the program's own content. */
  readonly contentFolder: string;
  readonly clock: Clock;
}

/** Puts the desk of the texts of an open kiosk together. */
export function openTranslationDesk(
  { home, custody, centreId, site, describe, publishing }: Kiosk,
  { desk, contentFolder, clock, speech, setMicrophone }: TranslationDeskOptions,
): TranslationDesk {
  const { door, house, content } = desk;
  const day = (): CalendarDay => calendarDay(clock.nowMs(), site.timeZone);
  const today = (): string => isoDay(day());
  const guarded = (): ReadonlySet<string> => new Set(guardedKeys(content().pack, content().catalogue.kl));
  const recordings = new Recordings(join(home.layout.translations, 'audio'));
  const programFiles = (): Result<ContentFiles, TextsTrouble> => {
    const files = readContentFiles(contentFolder);
    return files.ok ? files : fail({ kind: 'notRead' });
  };
  const texts = new TextsKeeper({
    open: () => {
      const files = programFiles();
      return files.ok ? openEditions(home.layout.translations, files.value, recordings) : files;
    },
    catalogues: () =>
      LANGUAGES.map((language) => {
        const desk = DESK_LANGUAGES.find((each) => each === language);
        return { ...content().catalogue[language], ...(desk === undefined ? {} : content().deskTexts(desk)) };
      }),
    guarded,
    clock,
    today,
  });
  const folder = (): string | null => home.state.content.settings.destinationFolder;
  const exchange = new ExchangeKeeper({ texts, folder, clock, today, record: home.audit.record });
  const preview: TranslationDesk['preview'] = () => {
    const files = programFiles();
    if (!files.ok) return files;
    return previewContent({ files: files.value, texts, description: describe(), policy: site.policy });
  };
  const voice = new VoiceKeeper({
    ...{ texts, recordings, guarded, speech, setMicrophone, clock, today },
    deskTexts: (language) => content().deskTexts(language),
    record: home.audit.record,
  });
  const packages = new PackagesKeeper({
    ...{ home, custody, centreId, site, clock },
    editions: texts,
    recordings: shelfOf(recordings),
  });
  const instruments = new InstrumentsKeeper({
    home,
    slots: () => [
      ...new Set(CULTURES.flatMap((culture) => content().pack[culture].instrumentSlots.map(({ slot }) => slot))),
    ],
    program: () => programInstruments(contentFolder),
    published: () => content().instruments,
    today: day,
  });
  return {
    ...{ door, texts, exchange, voice, preview, publishing, packages, instruments },
    house: () => ({ ...house(), timeZone: site.timeZone, words: deskWords(content()) }),
  };
}
