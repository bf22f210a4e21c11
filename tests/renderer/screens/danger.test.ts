import { expect, test } from 'vitest';
import type { VisitScene } from '../../../core/intake/scene.ts';
import { callsForAPerson } from '../../../renderer/screens/citizen/danger.ts';

type Safety = VisitScene['safety'];
const none: Safety = { level: 'none', rules: [] };
const amber = (...rules: string[]): Safety => ({ level: 'amber', rules });
const red = (...rules: string[]): Safety => ({ level: 'red', rules });

test.each<[string, Safety, Safety, boolean]>([
  ['the first rule for danger now', none, red('body-in-danger'), true],
  ['danger after a warning', amber('pregnant'), red('fits-now', 'pregnant'), true],
  ['a second danger', red('body-in-danger'), red('body-in-danger', 'plan-or-today'), true],
  ['the same danger once more', red('body-in-danger'), red('body-in-danger'), false],
  ['a danger that is taken back', red('body-in-danger', 'fits-now'), red('fits-now'), false],
  ['a warning alone', none, amber('pregnant'), false],
  ['nothing', none, none, false],
])('%s', (_, before, after, calls) => {
  expect(callsForAPerson(before, after)).toBe(calls);
});
