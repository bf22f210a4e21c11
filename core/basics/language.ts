import { z } from 'zod';

/** The languages of Matu as BCP 47 tags: Greenlandic, Danish, Swedish. */
export const LANGUAGES = ['kl', 'da', 'sv'] as const;
export const languageSchema = z.enum(LANGUAGES);
export type Language = z.infer<typeof languageSchema>;

/**
 * The culture versions of the questionnaire. A service version that a person chooses, apart from the language:
 * it says nothing about who somebody is.
 */
export const CULTURES = ['greenlandic', 'danish', 'swedish'] as const;
export const cultureSchema = z.enum(CULTURES);
export type Culture = z.infer<typeof cultureSchema>;
