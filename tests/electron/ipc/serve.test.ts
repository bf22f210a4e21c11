import { expect, test } from 'vitest';
import { serve } from '../../../electron/ipc/serve.ts';

const answer = serve(() =>
  Promise.resolve({
    'demo.setDuty': ({ onDuty }) => {
      if (onDuty) throw new Error('The name of a person');
      return null;
    },
  }),
);

test('a message that fits is answered', async () => {
  expect(await answer('demo.setDuty', { onDuty: false })).toBeNull();
});

test('a message that does not fit is refused without repeating it', async () => {
  const refused = 'Refused: the request does not fit the contract';
  await expect(answer('demo.setDuty', { onDuty: 'Aqqalu' })).rejects.toThrow(new Error(refused));
});

test('a channel that this kiosk lacks is refused', async () => {
  await expect(answer('demo.export', {})).rejects.toThrow('Refused: this kiosk has no such channel');
});

test('what goes wrong inside is not quoted', async () => {
  await expect(answer('demo.setDuty', { onDuty: true })).rejects.toThrow(
    new Error('Failed: the kiosk could not do demo.setDuty'),
  );
});
