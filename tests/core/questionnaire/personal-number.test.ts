import { expect, test } from 'vitest';
import { doubtAbout, readPersonalNumber } from '../../../core/questionnaire/personal-number.ts';

/** Ten digits whose last one makes the weighted sum divisible by 11. Nobody's number: only its form is meant. */
const WITH_MODULUS_11 = '010170-0038';
const WITHOUT_MODULUS_11 = '010170-0002';
/** From the Swedish tax agency's published test numbers. */
const PERSONNUMMER = '189912299816';
/** The same digits with another day have another last digit. */
const SAMORDNINGSNUMMER = '701063-2391';

test.each([
  { typed: '', digits: '', danish: null, swedish: null },
  { typed: ' - ', digits: '', danish: null, swedish: null },
  { typed: WITHOUT_MODULUS_11, digits: '0101700002', danish: 'cpr', swedish: null },
  { typed: '310199 0000', digits: '3101990000', danish: 'cpr', swedish: null },
  { typed: '290200-1111', digits: '2902001111', danish: 'cpr', swedish: null },
  { typed: '300299-0000', digits: '3002990000', danish: null, swedish: null },
  { typed: '311199-0000', digits: '3111990000', danish: null, swedish: null },
  { typed: '610199-0000', digits: '6101990000', danish: 'administrative', swedish: null },
  { typed: '000199-0000', digits: '0001990000', danish: null, swedish: null },
  { typed: '011399-0000', digits: '0113990000', danish: null, swedish: null },
  { typed: PERSONNUMMER, digits: PERSONNUMMER, danish: null, swedish: 'personnummer' },
  { typed: '991229+9816', digits: '9912299816', danish: null, swedish: 'personnummer' },
  { typed: '991229-9817', digits: '9912299817', danish: null, swedish: null },
  { typed: '211299122998', digits: '211299122998', danish: null, swedish: null },
  { typed: SAMORDNINGSNUMMER, digits: '7010632391', danish: 'administrative', swedish: 'samordningsnummer' },
  { typed: 'AB-12', digits: 'AB12', danish: null, swedish: null },
])('"$typed" is read as Danish: $danish, Swedish: $swedish', ({ typed, ...read }) => {
  expect(readPersonalNumber(typed)).toMatchObject(read);
});

test.each([
  { country: 'DK', typed: '', doubt: null },
  { country: 'DK', typed: '  ', doubt: null },
  { country: 'DK', typed: WITH_MODULUS_11, doubt: null },
  { country: 'GL', typed: WITH_MODULUS_11, doubt: null },
  { country: 'DK', typed: WITHOUT_MODULUS_11, doubt: 'check' },
  { country: 'GL', typed: '610199-0000', doubt: 'check' },
  { country: 'DK', typed: '300299-0000', doubt: 'day' },
  { country: 'DK', typed: '01017', doubt: 'form' },
  { country: 'DK', typed: '01017000011', doubt: 'form' },
  { country: 'DK', typed: 'nummer 123', doubt: 'form' },
  { country: 'DK', typed: 'abcdefghij', doubt: 'form' },
  { country: 'DK', typed: PERSONNUMMER, doubt: null },
  { country: 'SE', typed: PERSONNUMMER, doubt: null },
  { country: 'SE', typed: SAMORDNINGSNUMMER, doubt: null },
  { country: 'SE', typed: '991229-9817', doubt: 'check' },
  { country: 'SE', typed: '991361-9817', doubt: 'day' },
  { country: 'SE', typed: '9912', doubt: 'form' },
  { country: 'SE', typed: WITH_MODULUS_11, doubt: null },
  { country: 'SE', typed: WITHOUT_MODULUS_11, doubt: 'check' },
  { country: 'SE', typed: '311299-0000', doubt: 'day' },
] as const)('at a site in $country "$typed" gives the doubt $doubt', ({ country, typed, doubt }) => {
  expect(doubtAbout(typed, country)).toBe(doubt);
});
