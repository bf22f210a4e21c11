import { CULTURES, type Culture } from '../../../core/basics/language.ts';
import type { Answer } from '../../../core/questionnaire/answer.ts';

/** What a person says, by linkId; "not now" to everything else. */
export type Said = Readonly<Record<string, readonly string[] | Answer>>;

/** Answers that reach a rule, in the culture versions that ask for them. */
export interface Row {
  readonly rule: string;
  readonly level: 'red' | 'amber';
  readonly said: Said;
  readonly cultures: readonly Culture[];
}

const tell: Answer = { kind: 'tellAPerson' };
const dontKnow: Answer = { kind: 'dontKnow' };
const notNow: Answer = { kind: 'notNow' };

const drinking: Said = { 'takes-room': ['alcohol'], 'last-drink': ['today'] };
const everyDay: Said = { ...drinking, 'drink-when': ['every-day'] };
const shaking = (when: string): Said => ({ 'takes-room': ['alcohol'], shaking: [when] });
const taking = (...codes: string[]): Said => ({ 'takes-room': ['other-drugs'], 'other-substances': codes });

/** As many of one vessel each time. Exported for what is just not enough. */
export function drank(container: string, count: number, share: string | null = null): Answer {
  return { kind: 'episodes', episodes: [{ drinks: [{ container, count }], share, company: null }] };
}

/** Days without alcohol, marked from today on. */
export function daysWithout(count: number): Answer {
  return { kind: 'days', daysAgo: Array.from({ length: count }, (_, day) => day) };
}

function row(level: Row['level'], rule: string, said: Said, cultures: readonly Culture[] = CULTURES): Row {
  return { rule, level, said, cultures };
}

/** Every rule of assets/content/intake/safety.json, with every answer that reaches it. */
export const REACHING: readonly Row[] = [
  row('red', 'body-in-danger', { urgent: ['body-now'] }),
  row('red', 'threatened-now', { urgent: ['threatened-now'] }),
  row('red', 'other-in-danger', { urgent: ['other-in-danger'] }),
  row('red', 'fits-now', { ...shaking('now'), fits: ['now'] }),
  row('red', 'fits-now', { ...shaking('earlier'), fits: ['now'] }),
  row('red', 'shaking-now-after-fits', { ...shaking('now'), fits: ['earlier'] }),
  row('red', 'too-much-today', { 'too-much': ['today'] }),
  row('red', 'danger-at-home-now', { afraid: ['in-danger-now'] }),
  row('red', 'plan-or-today', { 'not-live': ['plan-or-today'] }),
  row('amber', 'cannot-wait', { urgent: ['something-else'] }),
  row('amber', 'urgent-to-a-person', { urgent: tell }),
  row('amber', 'urgent-unsure', { urgent: dontKnow }),
  row('amber', 'shaking-now', shaking('now')),
  row('amber', 'shaking-now', { 'takes-room': ['pills'], shaking: ['now'] }),
  row('amber', 'shaking-now', { 'takes-room': tell, shaking: ['now'] }),
  row('amber', 'much-every-day', shaking('never-stopped')),
  row('amber', 'withdrawal-before', shaking('earlier')),
  row('amber', 'withdrawal-before', { ...shaking('never-stopped'), fits: ['earlier'] }),
  row('amber', 'fits-to-a-person', { ...shaking('now'), fits: tell }),
  row('amber', 'fits-unsure', { ...shaking('now'), fits: dontKnow }),
  // 72.6 g, 72.6 g and 61.5 g, on all days but four.
  row(
    'amber',
    'heavy-every-day',
    { ...drinking, 'last-times': drank('can-50', 4, 'all'), 'days-without': daysWithout(4) },
    ['greenlandic'],
  ),
  row('amber', 'heavy-every-day', { ...drinking, 'last-times': drank('beer-50', 4), 'days-without': daysWithout(0) }, [
    'danish',
  ]),
  row(
    'amber',
    'heavy-every-day',
    { ...drinking, 'last-times': drank('starkol-50', 3), 'days-without': { kind: 'number', value: 4 } },
    ['swedish'],
  ),
  // 36.3 g, 36.3 g and 41 g.
  row('amber', 'drinks-every-day', { ...everyDay, 'last-times': drank('can-50', 2, 'all') }, ['greenlandic']),
  row('amber', 'drinks-every-day', { ...everyDay, 'last-times': drank('beer-50', 2) }, ['danish']),
  row('amber', 'drinks-every-day', { ...everyDay, 'last-times': drank('starkol-50', 2) }, ['swedish']),
  row('amber', 'every-day-amount-unknown', { ...everyDay, 'last-times': notNow }),
  row('amber', 'calming-pills-or-ghb-daily', { ...taking('benzo'), 'daily-use': ['benzo'] }),
  row('amber', 'calming-pills-or-ghb-daily', { ...taking('ghb'), 'daily-use': ['ghb'] }),
  row('amber', 'calming-pills-or-ghb-daily', { ...taking('pregabalin'), 'daily-use': ['pregabalin'] }),
  row('amber', 'overdose-lately', { 'too-much': ['last-year'] }),
  row('amber', 'overdose-lately', { 'too-much': ['this-week'] }),
  row('amber', 'too-much-to-a-person', { 'too-much': tell }),
  row('amber', 'too-much-unsure', { 'too-much': dontKnow }),
  row('amber', 'break-then-opioids', { ...taking('opioids'), mixing: ['after-break'] }),
  row('amber', 'opioids-alone', { ...taking('opioids'), mixing: ['alone'] }),
  row('amber', 'break-then-painkillers', { ...taking('painkillers'), mixing: ['after-break'] }, [
    'greenlandic',
    'danish',
  ]),
  row('amber', 'painkillers-alone', { ...taking('painkillers'), mixing: ['alone'] }, ['greenlandic', 'danish']),
  row('amber', 'break-then-tramadol', { ...taking('tramadol'), mixing: ['after-break'] }, ['swedish']),
  row('amber', 'tramadol-alone', { ...taking('tramadol'), mixing: ['alone'] }, ['swedish']),
  row('amber', 'injects-now', { ...taking('opioids'), injecting: ['now'] }),
  row('amber', 'pregnant', { pregnant: ['yes'] }),
  row('amber', 'pregnant', { pregnant: ['maybe'] }),
  row('amber', 'pregnant', { pregnant: dontKnow }),
  row('amber', 'nowhere-safe-tonight', { 'sleep-tonight': ['outside'] }),
  row('amber', 'nowhere-safe-tonight', { 'sleep-tonight': ['home-unsafe'] }),
  row('amber', 'nowhere-safe-tonight', { 'sleep-tonight': ['not-sure'] }),
  row('amber', 'nowhere-safe-tonight', { 'sleep-tonight': dontKnow }),
  row('amber', 'hurt-lately', { 'hurt-by-someone': ['lately'] }, ['swedish']),
  row('amber', 'afraid-of-someone', { afraid: ['yes'] }),
  row('amber', 'afraid-not-here', { afraid: ['not-here'] }),
  row('amber', 'afraid-not-here', { afraid: tell }),
  row('amber', 'afraid-unsure', { afraid: dontKnow }),
  row('amber', 'thoughts-of-not-living', { 'not-live': ['thoughts'] }),
  row('amber', 'thoughts-of-not-living', { 'not-live': ['thoughts-of-doing'] }),
  row('amber', 'not-live-to-a-person', { 'not-live': tell }),
  row('amber', 'not-live-unsure', { 'not-live': dontKnow }),
];

/** Answers that are not enough for the rule that they come close to. */
export const NOT_REACHING: readonly (readonly [why: string, rule: string, said: Said, Culture])[] = [
  ['nothing that cannot wait', 'cannot-wait', { urgent: ['no'] }, 'danish'],
  ['no shaking', 'shaking-now', shaking('no'), 'danish'],
  ['shaking earlier, not now', 'shaking-now', shaking('earlier'), 'danish'],
  ['no fits', 'fits-now', { ...shaking('now'), fits: ['no'] }, 'greenlandic'],
  ['fits earlier, not now', 'fits-now', { ...shaking('now'), fits: ['earlier'] }, 'swedish'],
  ['fits not told now', 'fits-to-a-person', { ...shaking('now'), fits: notNow }, 'danish'],
  [
    'much alcohol on few days',
    'heavy-every-day',
    { ...drinking, 'last-times': drank('beer-50', 4), 'days-without': daysWithout(5) },
    'danish',
  ],
  [
    'little alcohol every day',
    'heavy-every-day',
    { ...drinking, 'last-times': drank('beer-33', 5), 'days-without': daysWithout(0) },
    'danish',
  ],
  [
    'much on the table of which a quarter was their own',
    'heavy-every-day',
    { ...drinking, 'last-times': drank('can-50', 10, 'less'), 'days-without': daysWithout(0) },
    'greenlandic',
  ],
  [
    'days without that are not told',
    'heavy-every-day',
    { ...drinking, 'last-times': drank('beer-50', 9), 'days-without': tell },
    'danish',
  ],
  ['calming pills now and then', 'calming-pills-or-ghb-daily', { ...taking('benzo'), 'daily-use': ['none'] }, 'danish'],
  ['too much long ago', 'overdose-lately', { 'too-much': ['earlier'] }, 'danish'],
  ['opioids in company', 'opioids-alone', { ...taking('opioids'), mixing: ['with-someone'] }, 'danish'],
  ['other drugs alone', 'opioids-alone', { ...taking('sniffing'), mixing: ['alone'] }, 'greenlandic'],
  ['injecting earlier', 'injects-now', { ...taking('opioids'), injecting: ['earlier'] }, 'danish'],
  ['not pregnant', 'pregnant', { pregnant: ['no'] }, 'danish'],
  ['no pregnancy to ask about', 'pregnant', { pregnant: ['not-relevant'] }, 'danish'],
  ['a friend’s place tonight', 'nowhere-safe-tonight', { 'sleep-tonight': ['friend'] }, 'swedish'],
  ['fear of nobody', 'afraid-of-someone', { afraid: ['no'] }, 'danish'],
  ['fear not told now', 'afraid-not-here', { afraid: notNow }, 'danish'],
  ['being hurt long ago', 'hurt-lately', { 'hurt-by-someone': ['earlier'] }, 'swedish'],
  ['a night not told now', 'nowhere-safe-tonight', { 'sleep-tonight': notNow }, 'danish'],
  ['no such thoughts', 'thoughts-of-not-living', { 'not-live': ['no'] }, 'greenlandic'],
  ['thoughts without a plan', 'plan-or-today', { 'not-live': ['thoughts-of-doing'] }, 'danish'],
];
