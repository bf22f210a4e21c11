import type { KioskWindow } from '../../tools/person/kiosk-window.ts';
import type { Person } from '../../tools/person/person.ts';
import { answerUntil, personAtFirstQuestion, type How } from './kiosk.ts';

export const DANISH = { language: 'da', culture: 'danish' } as const;
export const DANGER = { kind: 'cards', codes: ['body-now'] } as const;
export const NO = { kind: 'cards', codes: ['no'] } as const;

/** Brings a person to the page for danger. */
export async function inDanger(kiosk: KioskWindow, how: How = DANISH): Promise<Person> {
  const person = await personAtFirstQuestion(kiosk, how);
  await answerUntil(person, how, 'urgent');
  await person.gives('urgent', DANGER);
  await person.goesOn();
  await person.sees('danger');
  return person;
}
