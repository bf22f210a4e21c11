import { beforeEach, describe, expect, test } from 'vitest';
import { fail, ok } from '../../../core/basics/result.ts';
import { StaffAccounts } from '../../../electron/staff/staff-accounts.ts';
import { expectOk } from '../../expect-ok.ts';
import { cheapKeeping, madeAccounts } from './made-accounts.ts';

const FIRST = { name: 'Naja', pin: '135790' };
const OTHER = { name: 'Aqqaluk', role: 'staff', pin: '274951' } as const;
const WRONG = '864200';

let house: ReturnType<typeof madeAccounts>;
beforeEach(async () => {
  house = madeAccounts();
  expectOk(await house.accounts.setUp(FIRST));
  expectOk(await house.accounts.add(OTHER));
});

async function triesWrongPins(times: number, person = 1): Promise<void> {
  for (let tries = 0; tries < times; tries += 1) {
    expect(await house.accounts.signIn(person, WRONG)).toEqual(fail({ kind: 'wrongPin' }));
  }
}

describe('Setting up', () => {
  test('makes an administrator while there is none, and nobody after', async () => {
    const empty = madeAccounts();
    expect(empty.accounts.hasNoAdministrator).toBe(true);
    expect(await empty.accounts.setUp(FIRST)).toEqual(
      ok({ id: 1, name: 'Naja', role: 'administrator', reviewer: null }),
    );
    expect(empty.accounts.hasNoAdministrator).toBe(false);
    expect(await empty.accounts.setUp({ name: 'Somebody', pin: '274951' })).toEqual(fail({ kind: 'notFirst' }));
    expect(empty.accounts.people).toHaveLength(1);
  });

  test('lets one of two win that come at once', async () => {
    const empty = madeAccounts();
    const both = [FIRST, { name: 'Somebody', pin: '274951' }].map((person) => empty.accounts.setUp(person));
    expect((await Promise.all(both)).map(({ ok: isOk }) => isOk)).toEqual([true, false]);
  });

  test('says what is wrong, and then nobody is there', async () => {
    const empty = madeAccounts();
    expect(await empty.accounts.setUp({ name: 'Naja', pin: '123456' })).toEqual(fail({ kind: 'straightRun' }));
    empty.disk.isFull = true;
    expect(await empty.accounts.setUp(FIRST)).toEqual(fail({ kind: 'notSaved' }));
    expect(empty.accounts.hasNoAdministrator).toBe(true);
    expect(empty.recorded).toEqual([]);
  });

  test('refuses a second person of the same name', async () => {
    expect(await house.accounts.add({ ...OTHER, name: 'naja' })).toEqual(fail({ kind: 'nameTaken' }));
  });
});

describe('Signing in', () => {
  test('takes each person’s own PIN, and nobody else’s', async () => {
    expect(await house.accounts.signIn(1, FIRST.pin)).toEqual(
      ok({ id: 1, name: 'Naja', role: 'administrator', reviewer: null }),
    );
    expect(await house.accounts.signIn(2, OTHER.pin)).toEqual(
      ok({ id: 2, name: 'Aqqaluk', role: 'staff', reviewer: null }),
    );
    expect(await house.accounts.signIn(2, FIRST.pin)).toEqual(fail({ kind: 'wrongPin' }));
    expect(await house.accounts.signIn(3, FIRST.pin)).toEqual(fail({ kind: 'noSuchPerson' }));
  });

  test('has five free tries; then this person waits, and longer each time, and nobody else', async () => {
    await triesWrongPins(5);
    for (const seconds of [15, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600]) {
      expect(await house.accounts.signIn(1, FIRST.pin)).toEqual(fail({ kind: 'wait', seconds }));
      house.uptime.pass(seconds - 1);
      expect(await house.accounts.signIn(1, FIRST.pin)).toEqual(fail({ kind: 'wait', seconds: 1 }));
      house.uptime.pass(1);
      await triesWrongPins(1);
    }
    expectOk(await house.accounts.signIn(2, OTHER.pin));
  });

  test('forgets wrong ones at a right one, and not by waiting', async () => {
    await triesWrongPins(5);
    house.uptime.pass(7 * 24 * 3600);
    await triesWrongPins(1);
    expect(await house.accounts.signIn(1, FIRST.pin)).toEqual(fail({ kind: 'wait', seconds: 30 }));
    house.uptime.pass(30);
    expectOk(await house.accounts.signIn(1, FIRST.pin));
    await triesWrongPins(5);
  });

  test('waits anew after a restart', async () => {
    await triesWrongPins(5);
    house.uptime.pass(14);
    const { accounts } = house.start();
    expect(await accounts.signIn(1, FIRST.pin)).toEqual(fail({ kind: 'wait', seconds: 15 }));
  });

  test('counts each try on the disk before it compares, also those that come at once', async () => {
    const together = Array.from({ length: 8 }, () => house.accounts.signIn(1, WRONG));
    const kinds = (await Promise.all(together)).map((result) => (result.ok ? 'in' : result.error.kind));
    expect(kinds).toEqual([...Array<string>(5).fill('wrongPin'), 'wait', 'wait', 'wait']);
    expect(house.disk.tries.get(1)).toBe(5);
  });

  test('compares nothing that it cannot count', async () => {
    house.disk.isFull = true;
    expect(await house.accounts.signIn(1, FIRST.pin)).toEqual(fail({ kind: 'notCounted' }));
  });

  test('opens with this machine’s secret only', async () => {
    const options = { state: house.state, triesOf: () => ({ read: () => 0, write: () => ok(null) }) };
    const around = { uptime: house.uptime, record: () => undefined };
    const elsewhere = new StaffAccounts({ ...options, ...around, keeping: cheapKeeping(8) });
    expect(await elsewhere.signIn(1, FIRST.pin)).toEqual(fail({ kind: 'wrongPin' }));
  });
});

describe('A new PIN', () => {
  const NEXT = '998877';

  test('takes the place of the old one, for whoever knows that', async () => {
    expect(await house.accounts.changePin(2, OTHER.pin, NEXT)).toEqual(ok(null));
    expect(await house.accounts.signIn(2, OTHER.pin)).toEqual(fail({ kind: 'wrongPin' }));
    expectOk(await house.accounts.signIn(2, NEXT));
  });

  test('is refused with a wrong old one, and that is a try', async () => {
    expect(await house.accounts.changePin(2, WRONG, NEXT)).toEqual(fail({ kind: 'wrongPin' }));
    expect(house.disk.tries.get(2)).toBe(1);
    expectOk(await house.accounts.signIn(2, OTHER.pin));
  });

  test('has to be a good one', async () => {
    expect(await house.accounts.changePin(2, OTHER.pin, '111111')).toEqual(fail({ kind: 'sameDigit' }));
    expect(await house.accounts.setPin(2, '12345')).toEqual(fail({ kind: 'tooShort' }));
    expect(await house.accounts.setPin(9, NEXT)).toEqual(fail({ kind: 'noSuchPerson' }));
  });

  test('set by an administrator ends the wait of somebody who forgot theirs', async () => {
    await triesWrongPins(5, 2);
    expect(await house.accounts.setPin(2, NEXT)).toEqual(ok(null));
    expectOk(await house.accounts.signIn(2, NEXT));
  });
});

test('what happens is told by numbers', async () => {
  await triesWrongPins(6 - 1);
  house.uptime.pass(15);
  await triesWrongPins(1);
  await house.accounts.setPin(2, '998877');
  await house.accounts.changePin(2, '998877', '887766');
  expect(house.recorded).toEqual([
    { event: 'administratorSetUp', person: 1 },
    { event: 'personAdded', person: 2 },
    ...[1, 2, 3, 4, 5].map((count) => ({ event: 'pinWrong', person: 1, count })),
    { event: 'pinThrottled', person: 1, waitMs: 15_000 },
    { event: 'pinWrong', person: 1, count: 6 },
    { event: 'pinThrottled', person: 1, waitMs: 30_000 },
    { event: 'pinSetAnew', person: 2 },
    { event: 'pinChanged', person: 2 },
  ]);
});

test('what is kept holds no PIN', () => {
  expect(JSON.stringify(house.disk.content)).not.toMatch(/135790|274951/);
});
