import { z } from 'zod';
import { languageSchema, type Language } from '../core/basics/language.ts';
import type { Result } from '../core/basics/result.ts';
import { termsSchema, type CutOff, type InstrumentProblem, type InstrumentTerms } from '../core/pack/instrument.ts';
import type { LicenceStanding } from '../core/pack/licence.ts';
import type { LoadingProblem } from '../core/pack/loading-instrument.ts';
import { slotSchema } from '../core/pack/questionnaire.ts';
import type { CalendarDay } from '../core/translation/dates.ts';

/** The largest file of a questionnaire that is read, in characters. */
export const MAX_QUESTIONNAIRE_LENGTH = 1_000_000;

/** An official instrument that this house has loaded, in one language. */
export interface ShownInstrument extends Pick<
  InstrumentTerms,
  'slot' | 'language' | 'rightsHolder' | 'licence' | 'officialVersion' | 'validated' | 'loadedBy'
> {
  readonly title: string;
  readonly validUntil: CalendarDay;
  readonly standing: LicenceStanding;
  readonly questions: number;
  /** The highest score that can be reached. */
  readonly maxScore: number;
  readonly multiplyBy: number;
  readonly unitGrams: number | null;
  readonly cutOffs: readonly CutOff[];
  /** It is part of what the kiosk asks now, word for word and with these terms. */
  readonly isPublished: boolean;
}

export interface ShownInstruments {
  /** The slots that the questionnaire has room for. */
  readonly slots: readonly string[];
  readonly instruments: readonly ShownInstrument[];
  /** Files in their folder that are no instruments, or were changed: nothing is loaded beside them. */
  readonly damaged: readonly string[];
}

/** Why nothing was changed; `place` is where in the file or in the terms. */
export interface InstrumentTrouble {
  readonly kind: InstrumentProblem['kind'] | LoadingProblem['kind'] | 'notJson' | 'damaged' | 'gone' | 'notSaved';
  readonly place: string | null;
}

const { rightsHolder, licence, licenceValidUntil, officialVersion, validated, scoring } = termsSchema.shape;
const place = { slot: slotSchema, language: languageSchema } as const;

export const instrumentRequestSchemas = {
  'translation.instruments': z.strictObject({}),
  'translation.loadInstrument': z.strictObject({
    ...place,
    /** The text of the questionnaire's file. */
    questionnaire: z.string().max(MAX_QUESTIONNAIRE_LENGTH),
    ...{ rightsHolder, licence, licenceValidUntil, officialVersion, validated },
    multiplyBy: scoring.shape.multiplyBy,
    unitGrams: z.number().positive().nullable(),
  }),
  'translation.setCutOffs': z.strictObject({ ...place, cutOffs: termsSchema.shape.cutOffs }),
  'translation.removeInstrument': z.strictObject(place),
} as const;

export interface InstrumentPlace {
  readonly slot: string;
  readonly language: Language;
}

type Changed = Result<ShownInstruments, InstrumentTrouble>;

export interface InstrumentReplies {
  readonly 'translation.instruments': ShownInstruments;
  readonly 'translation.loadInstrument': Changed;
  readonly 'translation.setCutOffs': Changed;
  readonly 'translation.removeInstrument': Changed;
}
