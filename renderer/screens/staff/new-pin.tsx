import { useState } from 'react';
import { looksLikeBirthday } from '../../../core/staff/pin.ts';
import type { Translate } from '../../i18n/format.ts';
import { useDeskWords } from './desk-context.ts';
import { PinField } from './pin-field.tsx';

/** A new PIN, entered twice. */
export interface NewPinState {
  readonly pin: string;
  readonly again: string;
}

export const NO_PIN: NewPinState = { pin: '', again: '' };

interface NewPinProps {
  readonly value: NewPinState;
  readonly onChange: (value: NewPinState) => void;
  /** Which field of the form has the keys on the glass. */
  readonly active: string;
  readonly onActive: (field: string) => void;
}

/** Two fields for a new PIN: what nobody sees is easily mistyped. */
export function NewPin({ value, onChange, active, onActive }: NewPinProps) {
  const { say } = useDeskWords();
  return (
    <>
      <PinField
        label={say('desk.person.newPin')}
        hint={say('desk.person.pinHint')}
        value={value.pin}
        onChange={(pin) => onChange({ ...value, pin })}
        isActive={active === 'pin'}
        onActive={() => onActive('pin')}
      />
      {looksLikeBirthday(value.pin) && <p role="status">{say('desk.person.birthday')}</p>}
      <PinField
        label={say('desk.person.again')}
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
        isActive={active === 'again'}
        onActive={() => onActive('again')}
      />
    </>
  );
}

/** Which field of a form has the keys on the glass. */
export function useActiveField(first: string): readonly [string, (field: string) => void] {
  return useState(first);
}

/** What a form lacks before the kiosk need be asked; null when it lacks nothing. Without a name it has none. */
export function missingText(
  { name, pins }: { readonly name?: string; readonly pins: NewPinState },
  say: Translate,
): string | null {
  if (name?.trim() === '') return say('desk.person.nameMissing');
  return pins.pin === pins.again ? null : say('desk.person.differs');
}
