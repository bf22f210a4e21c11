import { expect, test } from 'vitest';
import { together } from '../../../renderer/i18n/together.ts';

const line = (text: string) => ({ text, language: 'da' as const });

test('no line ends between a number and its unit, in either language', () => {
  const lines = { first: line('En flaske øl, 33 cl'), second: line('24 dåser, 50 cl') };
  expect(together(lines)).toEqual({
    first: line('En flaske øl, 33\u00A0cl'),
    second: line('24\u00A0dåser, 50\u00A0cl'),
  });
  expect(together({ first: line('Et glas vin'), second: null })).toEqual({ first: line('Et glas vin'), second: null });
});
