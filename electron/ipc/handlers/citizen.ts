import type { LanguageTag } from '../../../core/basics/language.ts';
import type { Texts } from '../../../core/translation/catalogue.ts';
import type { CitizenChannel } from '../../../ipc/channels.ts';
import type { KioskDescription, LanguageTexts } from '../../../ipc/contract.ts';
import type { ContentVersion } from '../../content/content-version.ts';
import type { AttendedVisit } from '../../intake/attended-visit.ts';
import type { Handlers } from '../serve.ts';

/** What the citizen's channels work on. */
export interface CitizenDesk {
  readonly describe: () => KioskDescription;
  readonly visit: AttendedVisit;
  readonly onPainted: () => void;
}

/** The handlers of an enrolled kiosk. */
export function citizenHandlers({ describe, visit, onPainted }: CitizenDesk): Handlers<CitizenChannel> {
  return {
    'kiosk.describe': describe,
    'kiosk.texts': ({ language }) => languageTexts(visit.content, language),
    'kiosk.painted': () => {
      onPainted();
      return null;
    },
    'visit.show': () => visit.show(),
    'visit.act': ({ event }) => visit.act(event),
    'visit.takeCode': () => visit.takeCode(),
    'visit.resume': ({ code }) => visit.resume(code),
    'visit.keep': () => visit.keep(),
    'visit.forget': () => visit.forget(),
    'visit.send': () => visit.send(),
    'visit.takeBack': () => visit.takeBack(),
    'visit.finish': () => visit.finish(),
    'visit.seen': () => {
      visit.seen();
      return null;
    },
    'visit.hide': () => visit.hide(),
    'visit.lift': () => visit.lift(),
    'visit.goOn': () => visit.goOn(),
    'visit.stay': () => visit.stay(),
    'visit.leave': () => visit.leave(),
  };
}

/** The channels of a kiosk that offers nothing: it can say so, in every language, and no more. */
export type ClosedChannel = 'kiosk.describe' | 'kiosk.texts' | 'kiosk.painted';

/** The handlers of a kiosk that is not enrolled or cannot open its home. */
export function closedHandlers(
  describe: () => KioskDescription,
  content: ContentVersion,
  onPainted: () => void,
): Handlers<ClosedChannel> {
  return {
    'kiosk.describe': describe,
    'kiosk.texts': ({ language }) => languageTexts(content, language),
    'kiosk.painted': () => {
      onPainted();
      return null;
    },
  };
}

function languageTexts(content: ContentVersion, language: LanguageTag): LanguageTexts {
  const texts: Texts = content.catalogue[language];
  const unapproved = Object.keys(texts).filter((key) => content.reviewStatus(language, key) !== 'approved');
  return { texts, unapproved };
}
