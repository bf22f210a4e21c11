import { describe, expect, test } from 'vitest';
import { Reception } from '../../../electron/ipc/reception.ts';
import type { Served } from '../../../electron/ipc/serve.ts';

const OPEN: Served = { 'speech.hush': () => null };
const CLOSED: Served = { 'kiosk.painted': () => null };

/** A kiosk that opens, and is checked, when a test says so. */
function receptionOf(instead: Served | null) {
  let opens = (): void => undefined;
  let checks = (): void => undefined;
  let asked = 0;
  const opened = new Promise<void>((resolve) => (opens = resolve));
  const checked = new Promise<void>((resolve) => (checks = resolve));
  const check = async (): Promise<Served | null> => {
    asked += 1;
    await checked;
    return instead;
  };
  const reception = new Reception(opened.then(() => ({ served: OPEN, check })));
  return { reception, opens: () => opens(), checks: () => checks(), timesChecked: () => asked };
}

/** What a promise holds after everything that can happen has happened. */
async function now<T>(promise: Promise<T>): Promise<T | 'waiting'> {
  const later = new Promise<'waiting'>((resolve) => setImmediate(() => resolve('waiting')));
  return Promise.race([promise, later]);
}

describe('A channel waits', () => {
  test('until the home is open', async () => {
    const { reception, opens } = receptionOf(null);
    const shown = reception.handlers('kiosk.describe');
    expect(await now(shown)).toBe('waiting');
    opens();
    expect(await shown).toBe(OPEN);
  });

  test('until the home was checked, when it takes something of a person', async () => {
    const { reception, opens, checks } = receptionOf(null);
    opens();
    const answered = reception.handlers('visit.act');
    expect(await now(answered)).toBe('waiting');
    expect(await reception.handlers('visit.show')).toBe(OPEN);
    checks();
    expect(await answered).toBe(OPEN);
  });
});

test('the home is checked once, whoever asks first', async () => {
  const { reception, opens, checks, timesChecked } = receptionOf(null);
  opens();
  checks();
  await Promise.all([reception.check(), reception.handlers('visit.act'), reception.check()]);
  expect(timesChecked()).toBe(1);
});

test('a home that fails the check serves as closed from then on, to whoever waited too', async () => {
  const { reception, opens, checks } = receptionOf(CLOSED);
  opens();
  const answered = reception.handlers('visit.act');
  checks();
  expect(await answered).toBe(CLOSED);
  expect(await reception.handlers('kiosk.describe')).toBe(CLOSED);
});
