import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskLanguage } from '../../../core/basics/language.ts';
import type { StaffPerson } from '../../../core/staff/person.ts';
import type { CalendarDay } from '../../../core/translation/dates.ts';
import type { DeskView } from '../../../ipc/desk-contract.ts';
import { formatDay, type Translate } from '../../i18n/format.ts';

/** What every screen of the desk stands on. */
export interface Desk {
  readonly view: DeskView;
  readonly language: DeskLanguage;
  /** The kiosk has told anew who is there. */
  readonly show: (view: DeskView) => void;
}

export const DeskContext = createContext<Desk | null>(null);

/** The surroundings of this screen. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('This screen stands outside the desk');
  return desk;
}

/** Who is signed in; only for screens that stand behind the sign-in. */
export function useSignedIn(): StaffPerson {
  const { signedIn } = useDesk().view;
  if (signedIn === null) throw new Error('This screen stands behind the sign-in');
  return signedIn;
}

/** What a screen says things with. */
export interface DeskWords {
  readonly say: Translate;
  readonly day: (day: CalendarDay) => string;
}

/** The words of the desk in its language. */
export function useDeskWords(): DeskWords {
  const { t } = useTranslation();
  // The same as long as the language is: what is drawn with them need not be drawn anew.
  return useMemo(() => {
    const say: Translate = (key, values) => t(key, { ...values });
    return { say, day: (day) => formatDay(day, say) };
  }, [t]);
}
