import { beforeEach, describe, expect, test } from 'vitest';
import { fail } from '../../../core/basics/result.ts';
import { expectOk } from '../../expect-ok.ts';
import { madeVisit, visitWithFakes } from './made-visit.ts';
import { goesTo } from './person.ts';

const WRONG = '1111 2222 3333 4444';
const NO_SUCH_CODE = fail({ kind: 'noSuchCode' });

let kiosk: ReturnType<typeof visitWithFakes>;
beforeEach(() => {
  kiosk = visitWithFakes();
});

async function triesWrongCodes(times: number): Promise<void> {
  for (let tries = 0; tries < times; tries += 1) expect(await kiosk.visit.resume(WRONG)).toEqual(NO_SUCH_CODE);
}

async function keepsUnderACode(): Promise<string> {
  goesTo(kiosk.visit, 'helper');
  const { digits } = expectOk(await kiosk.visit.takeCode());
  expectOk(kiosk.visit.keep());
  return digits;
}

describe('A wrong code', () => {
  test('may be tried five times; then everybody waits, and longer each time', async () => {
    await triesWrongCodes(5);
    for (const seconds of [15, 30, 60, 120, 240, 480, 900, 900]) {
      expect(await kiosk.visit.resume(WRONG)).toEqual(fail({ kind: 'wait', seconds }));
      kiosk.uptime.pass(seconds - 1);
      expect(await kiosk.visit.resume(WRONG)).toEqual(fail({ kind: 'wait', seconds: 1 }));
      kiosk.uptime.pass(1);
      await triesWrongCodes(1);
    }
  });

  test('is counted on the disk before it is compared: a kill gives no free try', async () => {
    let countedBefore = 0;
    kiosk.drafts.gate = {
      passed: () => {
        countedBefore = kiosk.tries.wrong;
        return Promise.resolve();
      },
      open: () => undefined,
    };
    await kiosk.visit.resume(WRONG);
    expect(countedBefore).toBe(1);
  });

  test('is not compared at all when it cannot be counted', async () => {
    const code = await keepsUnderACode();
    kiosk.tries.isFull = true;
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await kiosk.visit.resume(code)).toEqual(fail({ kind: 'notCounted' }));
    }
    expect(await kiosk.visit.resume(code)).toEqual(fail({ kind: 'wait', seconds: 15 }));
  });

  test('counts on after a restart, which waits anew', async () => {
    await triesWrongCodes(5);
    kiosk.uptime.pass(15);
    await triesWrongCodes(1);
    kiosk.uptime.pass(29);
    const again = madeVisit(kiosk.drafts, kiosk);
    expect(await again.visit.resume(WRONG)).toEqual(fail({ kind: 'wait', seconds: 30 }));
  });

  test('that is no code at all is no try', async () => {
    for (let tries = 0; tries < 20; tries += 1) {
      expect(await kiosk.visit.resume('1234')).toEqual(fail({ kind: 'wrongForm' }));
    }
    expect(kiosk.tries.wrong).toBe(0);
  });
});

describe('A right code', () => {
  test('waits like any other, and ends the waiting', async () => {
    const code = await keepsUnderACode();
    await triesWrongCodes(5);
    expect(await kiosk.visit.resume(code)).toEqual(fail({ kind: 'wait', seconds: 15 }));
    kiosk.uptime.pass(15);
    expectOk(await kiosk.visit.resume(code));
    expect(kiosk.tries.wrong).toBe(0);
    expectOk(kiosk.visit.keep());
    await triesWrongCodes(5);
  });

  test('whose draft cannot be read was right all the same', async () => {
    const code = await keepsUnderACode();
    await triesWrongCodes(4);
    kiosk.drafts.failing.set('open', 'damaged');
    expect(await kiosk.visit.resume(code)).toEqual(fail({ kind: 'notReadable' }));
    expect(kiosk.tries.wrong).toBe(0);
  });
});
