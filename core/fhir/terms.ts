import type { LanguageTag } from '../basics/language.ts';

/** Names under which Matu's own codes and extensions stand in FHIR; nothing looks them up. Source: docs/fhir.md */
export const QUESTIONNAIRE_URL = 'urn:matu:questionnaire:';
export const CODES = 'urn:matu:codes:';
export const OWN = 'urn:matu:extension:';

const HL7 = 'http://hl7.org/fhir/StructureDefinition/';
export const DATA_ABSENT = `${HL7}data-absent-reason`;
export const ORDINAL_VALUE = `${HL7}ordinalValue`;
export const TRANSLATION = `${HL7}translation`;
export const LANGUAGE = `${HL7}language`;
export const OPTION_EXCLUSIVE = `${HL7}questionnaire-optionExclusive`;
export const MAX_OCCURS = `${HL7}questionnaire-maxOccurs`;
export const DISPLAY_CATEGORY = `${HL7}questionnaire-displayCategory`;
export const MIN_VALUE = `${HL7}minValue`;
export const MAX_VALUE = `${HL7}maxValue`;

const SDC = 'http://hl7.org/fhir/uv/sdc/';
export const KEYBOARD = `${SDC}StructureDefinition/sdc-questionnaire-keyboard`;
export const KEYBOARD_TYPE = `${SDC}CodeSystem/keyboardType`;

/** A FHIR R4 extension with the kinds of value that Matu writes. */
export interface Extension {
  readonly url: string;
  readonly valueCode?: string;
  readonly valueString?: string;
  readonly valueInteger?: number;
  readonly valueDecimal?: number;
  readonly valueBoolean?: boolean;
  readonly valueDateTime?: string;
  readonly valueCoding?: Coding;
  readonly valueCodeableConcept?: CodeableConcept;
  readonly extension?: readonly Extension[];
}

export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
  readonly _display?: Extended;
  readonly extension?: readonly Extension[];
}

export interface CodeableConcept {
  readonly coding: readonly Coding[];
}

/** What stands beside a primitive: FHIR writes it under the name with an underscore. */
export interface Extended {
  readonly extension: readonly Extension[];
}

export interface Reference {
  readonly reference: string;
}

/** The person, where nothing was told that names anybody. */
export const AT_THE_KIOSK = { display: 'The person at the kiosk' } as const;

/** One of Matu's own extensions. */
export function own(name: string, value: Omit<Extension, 'url'>): Extension {
  return { url: `${OWN}${name}`, ...value };
}

/** A concept with one coding. */
export function concept(system: string, code: string): CodeableConcept {
  return { coding: [{ system, code }] };
}

/** The same words in another language. */
export function translation(lang: LanguageTag, content: string): Extension {
  return {
    url: TRANSLATION,
    extension: [
      { url: 'lang', valueCode: lang },
      { url: 'content', valueString: content },
    ],
  };
}

/** `{ [name]: extensions }`, or nothing where there are none: FHIR allows no empty list. */
export function unlessEmpty<K extends string, T>(name: K, list: readonly T[]): { readonly [key in K]?: readonly T[] } {
  return list.length === 0 ? {} : ({ [name]: list } as { readonly [key in K]: readonly T[] });
}
