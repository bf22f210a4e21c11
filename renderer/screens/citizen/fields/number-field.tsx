import { NumberPad } from '../../../components/number-pad.tsx';
import { formatNumber } from '../../../i18n/format.ts';
import { useAsking } from '../use-asking.ts';
import { allowsDigit, typeDigit } from '../selections/number.ts';
import type { FieldProps } from './field-props.ts';

/** What stands where no number was typed yet. */
const NO_NUMBER = '–';

/** A number, typed on large keys. */
export function NumberField({ field, value, onValue, onEnter }: FieldProps<'number'>) {
  const { words } = useAsking();
  const digits = value.kind === 'number' ? value.digits : '';
  const number = (of: number): string => formatNumber(of, words.language);
  return (
    <NumberPad
      said={words.say('kiosk.number.said', { number: digits === '' ? NO_NUMBER : number(Number(digits)) })}
      limit={words.say('kiosk.number.limit', { number: number(field.maxValue) })}
      clearLabel={words.say('kiosk.number.clear')}
      digits={digits}
      allows={(digit) => allowsDigit(digits, digit, field)}
      onDigit={(digit) => onValue(typeDigit(digits, digit, field))}
      onClear={() => onValue({ kind: 'number', digits: '' })}
      onEnter={onEnter}
    />
  );
}
