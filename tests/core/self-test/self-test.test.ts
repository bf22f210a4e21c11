import { describe, expect, test } from 'vitest';
import { judgeClock } from '../../../core/self-test/clock.ts';
import { guardedKeys, judgeGreenlandic } from '../../../core/self-test/greenlandic.ts';
import { CHECKS, FINDINGS, judge, selfTestSchema, type Check, type Found } from '../../../core/self-test/self-test.ts';
import { shippedContent } from '../../electron/content/shipped-content.ts';

const WELL: Found = {
  sound: { finding: 'heard' },
  headset: { finding: 'heard' },
  testCall: { finding: 'answered' },
  printer: { finding: 'ready' },
  clock: { finding: 'agrees', count: 0 },
  disk: { finding: 'hasRoom' },
  mirror: { finding: 'caughtUp' },
  lastDelivery: { finding: 'inTime', count: 3 },
  destination: { finding: 'reached' },
  content: { finding: 'whole' },
};
const NEEDED: readonly Check[] = ['testCall', 'disk', 'content'];

describe('The self-test', () => {
  test('passes where everything is well, and crosses to a window as it is', () => {
    const tested = judge(WELL, { hasChannel: true });
    expect(tested.hasPassed).toBe(true);
    expect(tested.results.map(({ check }) => check)).toEqual(CHECKS);
    expect(tested.results.every(({ outcome }) => outcome === 'ok')).toBe(true);
    expect(selfTestSchema.parse(structuredClone(tested))).toEqual(tested);
  });

  const findings = CHECKS.flatMap((check) =>
    [...Object.keys(FINDINGS[check]), 'timedOut', 'broken'].map((finding) => ({ check, finding })),
  );
  test.each(findings)('judges $check: $finding, and passes unless it is needed', ({ check, finding }) => {
    const outcomes: Readonly<Record<string, string>> = FINDINGS[check];
    const outcome = outcomes[finding] ?? 'cannotTell';
    for (const hasChannel of [true, false]) {
      const tested = judge({ ...WELL, [check]: { finding } }, { hasChannel });
      const isNeeded = NEEDED.includes(check) || (check === 'sound' && !hasChannel);
      expect(tested.results.find((result) => result.check === check)).toMatchObject({ finding, outcome, isNeeded });
      expect(tested.hasPassed).toBe(!isNeeded || outcome === 'ok' || outcome === 'warning');
    }
  });
});

const HOUR_MS = 3_600_000;
const KNOWN_MS = Date.parse('2026-03-04T10:00:00Z');
test.each([
  ['agrees', 0, 'agrees', 0],
  ['is four minutes behind', -4 / 60, 'agrees', 0],
  ['is six minutes behind', -6 / 60, 'behind', 0],
  ['is a day behind', -24, 'behind', 24],
  ['says 1970', -KNOWN_MS / HOUR_MS, 'behind', Math.floor(KNOWN_MS / HOUR_MS)],
  ['is 60 days ahead, as after a long holiday', 60 * 24, 'agrees', 1440],
  ['is a year ahead', 365 * 24, 'ahead', 8760],
] as const)('A clock that %s', (_, hours, finding, count) => {
  expect(judgeClock(KNOWN_MS + hours * HOUR_MS, [KNOWN_MS - HOUR_MS, KNOWN_MS, Number.NaN])).toEqual({
    finding,
    count,
  });
});

describe('Greenlandic outside the demo', () => {
  const { pack, catalogue } = shippedContent();
  const keys = guardedKeys(pack, catalogue.kl);

  test('is guarded where it is sensitive, and where it is about consent and safety', () => {
    const sensitive = ['intake.suicidality.title', 'safety.closed.noTestCall', 'kiosk.whoCanSee.title'];
    expect(sensitive.filter((key) => Object.hasOwn(catalogue.kl, key) && !keys.includes(key))).toEqual([]);
    expect(keys).toContain('safety.closed.noTestCall');
    expect(keys).toContain('kiosk.whoCanSee.title');
    expect(keys).toContain('letter.takeBack.button');
    expect(keys).toContain('intake.personal-number.title');
    expect(keys).not.toContain('intake.peer-mentor.title');
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !Object.hasOwn(catalogue.kl, key))).toEqual([]);
  });

  const all = { isApproved: () => true, hasVoice: () => true };
  test.each([
    ['every text is approved and spoken by a person', all, { finding: 'whole' }],
    ['one is a draft', { ...all, isApproved: (key: string) => key !== keys[7] }, { finding: 'notApproved', count: 1 }],
    ['one has no voice', { ...all, hasVoice: (key: string) => key !== keys[7] }, { finding: 'noVoice', count: 1 }],
  ])('is judged where %s', (_, standing, judged) => expect(judgeGreenlandic(keys, standing)).toEqual(judged));
});
