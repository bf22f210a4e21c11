import { expect, test } from 'vitest';
import { readinessOf, type Readiness } from '../../../core/site/duty.ts';

const TODAY = '2026-03-04';
const YESTERDAY = '2026-03-03';

test.each<[string, string | null, string | null, boolean, Readiness, boolean?, (string | null)?]>([
  ['nobody is on duty', null, TODAY, false, 'noDuty'],
  ['nobody is on duty in a demo home', null, TODAY, true, 'noDuty'],
  ['somebody is on duty, and the call was answered today', 'Naja', TODAY, false, 'ready'],
  ['no test call was ever answered', 'Naja', null, false, 'noTestCall'],
  ['no test call was ever answered in a demo home', 'Naja', null, true, 'noTestCall'],
  ['the last test call was yesterday', 'Naja', YESTERDAY, false, 'noTestCall'],
  ['the last test call in a demo home was yesterday', 'Naja', YESTERDAY, true, 'ready'],
  ['the disk is full', 'Naja', TODAY, false, 'noRoom', false],
  ['the disk is full in a demo home', 'Naja', YESTERDAY, true, 'noRoom', false],
  ['the disk is full and nobody is on duty', null, TODAY, false, 'noDuty', false],
  ['the disk is full and no test call was answered', 'Naja', null, false, 'noTestCall', false],
  ['the day was never opened', 'Naja', TODAY, false, 'notOpened', true, null],
  ['the day was opened yesterday', 'Naja', TODAY, false, 'notOpened', true, YESTERDAY],
  ['the day was opened yesterday, and the disk is full', 'Naja', TODAY, false, 'notOpened', false, YESTERDAY],
  ['the day was opened, and the call was not tried', 'Naja', YESTERDAY, false, 'noTestCall', true, TODAY],
  ['nobody opens the day of a demo home', 'Naja', TODAY, true, 'ready', true, null],
])('When %s', (_, dutyPersonName, testCallOn, isDemo, readiness, hasRoom = true, selfTestOn = TODAY) => {
  expect(readinessOf({ dutyPersonName, testCallOn, selfTestOn, isDemo }, { today: TODAY, hasRoom })).toBe(readiness);
});
