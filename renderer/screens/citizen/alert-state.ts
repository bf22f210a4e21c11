import type { AlertView, KioskDescription } from '../../../ipc/contract.ts';
import type { Lines, Words } from '../../i18n/words.ts';

type House = Pick<KioskDescription, 'dutyName' | 'onDuty' | 'secondDutyName'>;

/** What is true of a call now, in one sentence. */
export function callState(alert: AlertView, house: House, words: Words): Lines {
  const say = (key: string, name?: string): Lines =>
    words.lines(`safety.call.${key}`, 'privacy', name === undefined ? {} : { name });
  if (alert.stage === 'numbers') return say('nobody');
  if (alert.isUnheard) return say('unheard');
  if (!house.onDuty) return say('noDuty');
  if (alert.stage === 'coming') return say('coming');
  if (alert.stage === 'second')
    return house.secondDutyName === null ? say('again') : say('second', house.secondDutyName);
  return say(alert.isSounding ? 'sound' : 'silent', house.dutyName);
}

/** What is answered to "I am safe": somebody is still called, or nobody could be called at all. */
export function safeSaid({ isUnheard }: Pick<AlertView, 'isUnheard'>, words: Words): Lines {
  return words.lines(isUnheard ? 'safety.danger.safeUnheard' : 'safety.danger.safeSaid', 'privacy');
}

/** Nobody answers, or nobody can be called: then the person is shown how to call. */
export function needsNumbers(alert: AlertView, { onDuty }: Pick<House, 'onDuty'>): boolean {
  return alert.stage === 'numbers' || alert.isUnheard || !onDuty;
}
