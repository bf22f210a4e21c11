import { LANGUAGE_TAGS, languageOf, type LanguageTag } from '../basics/language.ts';
import type { AnswerOption, Item } from '../pack/questionnaire.ts';
import { textKey, type AdaptedItem, type CultureVersion, type TextPart } from '../questionnaire/culture-version.ts';
import type { Catalogue } from '../translation/catalogue.ts';
import { exactCondition, toCondition, type FhirCondition } from './conditions.ts';
import {
  CODES,
  concept,
  DISPLAY_CATEGORY,
  KEYBOARD,
  KEYBOARD_TYPE,
  LANGUAGE,
  MAX_OCCURS,
  MAX_VALUE,
  MIN_VALUE,
  OPTION_EXCLUSIVE,
  ORDINAL_VALUE,
  own,
  QUESTIONNAIRE_URL,
  translation,
  unlessEmpty,
  type Coding,
  type Extended,
  type Extension,
} from './terms.ts';

interface Option {
  readonly valueCoding: Coding;
  readonly extension?: readonly Extension[];
}

export interface QuestionnaireItem {
  readonly linkId: string;
  readonly text?: string;
  readonly _text?: Extended;
  readonly type: 'group' | 'display' | 'choice' | 'string' | 'text' | 'integer' | 'quantity';
  readonly enableWhen?: readonly FhirCondition[];
  readonly enableBehavior?: 'all' | 'any';
  readonly required?: boolean;
  readonly repeats?: boolean;
  readonly readOnly?: boolean;
  readonly maxLength?: number;
  readonly answerOption?: readonly Option[];
  readonly extension?: readonly Extension[];
  readonly item?: readonly QuestionnaireItem[];
}

/** FHIR R4 Questionnaire with the parts that Matu writes. */
export interface Questionnaire {
  readonly resourceType: 'Questionnaire';
  readonly id: string;
  readonly url: string;
  readonly version: string;
  readonly name: string;
  readonly title: string;
  readonly _title?: Extended;
  readonly status: 'draft';
  readonly language: string;
  readonly item: readonly QuestionnaireItem[];
}

/** What a questionnaire is exported with. */
export interface QuestionnaireSource {
  readonly version: CultureVersion;
  readonly catalogue: Catalogue;
  /** 64 hexadecimal characters. */
  readonly contentVersion: string;
}

/**
 * Maps one culture version to a FHIR R4 Questionnaire: every item under the linkId that it has in every version, Danish
 * words with the other languages as translations. Nothing is required: the three non-answers are always there.
 *
 * Source: docs/fhir.md
 */
export function toQuestionnaire(source: QuestionnaireSource): Questionnaire {
  const { version, contentVersion } = source;
  const title = words(source, `kiosk.culture.${version.culture}`);
  return {
    resourceType: 'Questionnaire',
    id: `matu-${version.culture}`,
    url: `${QUESTIONNAIRE_URL}${version.culture}`,
    version: contentVersion.slice(0, 16),
    name: `Matu_${version.culture}`,
    title: title.text,
    ...besideAs('_title', title),
    // Nobody has approved its words yet; a centre that approves them publishes its own.
    status: 'draft',
    language: 'da',
    item: version.items.map((adapted) => questionItem(adapted, source)),
  };
}

interface Words {
  readonly text: string;
  readonly _text?: Extended;
}

/**
 * A text in Danish with its translations. The wording of an instrument may lack Danish; then its first language leads.
 * A dialect stands beside its language only where it says something else.
 */
function words({ catalogue }: QuestionnaireSource, key: string): Words {
  const said = (tag: LanguageTag): string | undefined => catalogue[tag][key];
  const [leading] = (['da', 'sv', 'kl'] as const).flatMap((tag) => {
    const text = said(tag);
    return text === undefined ? [] : [{ tag, text }];
  });
  if (leading === undefined) throw new Error(`The content version lacks the text ${key}`);
  const others = LANGUAGE_TAGS.flatMap((tag) => {
    const content = said(tag);
    const isNew = content !== undefined && tag !== leading.tag && (tag === languageOf(tag) || content !== said('kl'));
    return isNew ? [translation(tag, content)] : [];
  });
  const extension = [...(leading.tag === 'da' ? [] : [{ url: LANGUAGE, valueCode: leading.tag }]), ...others];
  const { text } = leading;
  return extension.length === 0 ? { text } : { text, _text: { extension } };
}

/** Everything that stands around one item while it is mapped. */
interface Around {
  readonly source: QuestionnaireSource;
  readonly item: Item;
  readonly key: (part: TextPart) => string;
}

function questionItem({ item, instrument }: AdaptedItem, source: QuestionnaireSource): QuestionnaireItem {
  const around: Around = { source, item, key: (part) => textKey(source.version, item.linkId, part) };
  const extension = [
    own('section', { valueCode: item.section }),
    own('sensitivity', { valueInteger: item.sensitivity }),
    ...(item.short === true ? [own('short-track', { valueBoolean: true })] : []),
    ...(instrument === null ? [] : [own('instrument-slot', { valueCode: instrument.slot })]),
    ...(item.sendWhen ?? []).map((condition) => own('send-when', { extension: [exactCondition(condition)] })),
    ...(item.sendBehavior === undefined ? [] : [own('send-behavior', { valueCode: item.sendBehavior })]),
    ...kindExtensions(item),
  ];
  const conditions = (item.enableWhen ?? []).map((condition) =>
    toCondition(condition, source.version.byLinkId.get(condition.question)?.item),
  );
  return {
    linkId: item.linkId,
    ...words(source, around.key('title')),
    ...kind(around),
    ...unlessEmpty('enableWhen', conditions),
    ...(conditions.length > 1 ? { enableBehavior: item.enableBehavior ?? 'all' } : {}),
    required: false,
    extension,
    ...unlessEmpty('item', [...displays(around), ...parts(around)]),
  };
}

function kind({
  item,
  source,
  key,
}: Around): Pick<QuestionnaireItem, 'type' | 'repeats' | 'maxLength' | 'answerOption'> {
  switch (item.type) {
    case 'choice':
      return {
        type: 'choice',
        repeats: item.repeats === true,
        answerOption: item.answerOption.map((option) =>
          answerOption(option, item.linkId, words(source, key(`option.${option.code}`))),
        ),
      };
    case 'string':
      return { type: item.maxLength > 255 ? 'text' : 'string', maxLength: item.maxLength };
    case 'integer':
    case 'days':
      return { type: 'integer' };
    case 'episodes':
      return { type: 'group', repeats: true };
    case 'circle':
      return { type: 'choice', repeats: true, answerOption: coded('who', item.who, { item, source, key }) };
  }
}

function kindExtensions(item: Item): Extension[] {
  switch (item.type) {
    case 'choice':
      return [
        ...(item.presentation === undefined ? [] : [own('presentation', { valueCode: item.presentation })]),
        ...(item.maxAnswers === undefined ? [] : [{ url: MAX_OCCURS, valueInteger: item.maxAnswers }]),
      ];
    case 'integer':
      return [
        { url: MIN_VALUE, valueInteger: item.minValue },
        { url: MAX_VALUE, valueInteger: item.maxValue },
      ];
    case 'days':
      return [
        { url: MIN_VALUE, valueInteger: 0 },
        { url: MAX_VALUE, valueInteger: item.lastDays },
        own('last-days', { valueInteger: item.lastDays }),
      ];
    case 'episodes':
      return [{ url: MAX_OCCURS, valueInteger: item.maxEpisodes }];
    case 'circle':
      return [{ url: MAX_OCCURS, valueInteger: item.maxPeople }];
    case 'string':
      return item.keyboard === undefined
        ? []
        : [{ url: KEYBOARD, valueCoding: { system: KEYBOARD_TYPE, code: item.keyboard } }];
  }
}

function answerOption(option: AnswerOption, linkId: string, shown: Words): Option {
  const { code, weight, exclusive, enableWhen = [], enableBehavior = 'all' } = option;
  const extension = [
    ...(exclusive === true ? [{ url: OPTION_EXCLUSIVE, valueBoolean: true }] : []),
    ...enableWhen.map(exactCondition),
    ...(enableWhen.length > 1 ? [own('enable-behavior', { valueCode: enableBehavior })] : []),
  ];
  return { valueCoding: coding(linkId, code, shown, weight), ...unlessEmpty('extension', extension) };
}

function coding(linkId: string, code: string, shown: Words, weight?: number): Coding {
  const counts = weight === undefined ? [] : [{ url: ORDINAL_VALUE, valueDecimal: weight }];
  const display = { display: shown.text, ...besideAs('_display', shown) };
  return { system: `${CODES}${linkId}`, code, ...display, ...unlessEmpty('extension', counts) };
}

/** What stands beside a text, under the name that FHIR has for it there. */
function besideAs<K extends '_title' | '_display'>(name: K, { _text }: Words): { readonly [key in K]?: Extended } {
  return _text === undefined ? {} : ({ [name]: _text } as { readonly [key in K]: Extended });
}

/** What stands beside the question: the line under it, and the honest notice before it. */
function displays({ item, source, key }: Around): QuestionnaireItem[] {
  const shown = (['notice', 'hint'] as const).filter((part) => item[part] === true);
  return shown.map((part) => ({
    linkId: `${item.linkId}.${part}`,
    ...words(source, key(part)),
    type: 'display',
    extension: [
      {
        url: DISPLAY_CATEGORY,
        valueCodeableConcept: concept('http://hl7.org/fhir/questionnaire-display-category', 'instructions'),
      },
    ],
  }));
}

/** The questions inside a question: what was drunk at one time, and where a person stands in the circle. */
function parts(around: Around): QuestionnaireItem[] {
  const { item } = around;
  if (item.type === 'circle') {
    return [{ linkId: `${item.linkId}.ring`, type: 'choice', answerOption: coded('ring', item.ring, around) }];
  }
  if (item.type !== 'episodes') return [];
  const optional = (part: 'share' | 'company'): QuestionnaireItem[] => {
    const list = item[part] ?? [];
    return list.length === 0
      ? []
      : [{ linkId: `${item.linkId}.${part}`, type: 'choice', answerOption: coded(part, list, around) }];
  };
  return [
    {
      linkId: `${item.linkId}.drink`,
      type: 'group',
      repeats: true,
      item: [
        {
          linkId: `${item.linkId}.container`,
          type: 'choice',
          answerOption: coded('container', item.container, around),
        },
        { linkId: `${item.linkId}.count`, type: 'integer' },
      ],
    },
    ...optional('share'),
    ...optional('company'),
    // Worked out from the pictures; nobody is asked for grams.
    { linkId: `${item.linkId}.grams`, type: 'quantity', readOnly: true },
  ];
}

interface CodedThing {
  readonly code: string;
  readonly weight?: number;
  readonly centilitres?: number;
  readonly percent?: number;
}

function coded(
  part: 'container' | 'share' | 'company' | 'who' | 'ring',
  things: readonly CodedThing[],
  { item, source, key }: Around,
): Option[] {
  // Who matters is the answer to the item itself; the other parts are questions of their own inside it.
  const linkId = part === 'who' ? item.linkId : `${item.linkId}.${part}`;
  return things.map(({ code, weight, centilitres, percent }) => {
    const shown = words(source, key(`${part}.${code}`));
    const extension = [
      ...(centilitres === undefined ? [] : [own('centilitres', { valueDecimal: centilitres })]),
      ...(percent === undefined ? [] : [own('percent-by-volume', { valueDecimal: percent })]),
    ];
    return { valueCoding: coding(linkId, code, shown, weight), ...unlessEmpty('extension', extension) };
  });
}
