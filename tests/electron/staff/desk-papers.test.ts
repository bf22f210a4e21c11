import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCentre, type MadeCentre } from '../../centre/made-centre.ts';
import { expectOk } from '../../expect-ok.ts';
import { KIOSK_ID } from '../test-home.ts';
import { openedDesk, type OpenedDesk } from './opened-desk.ts';

let centre: MadeCentre;
beforeAll(async () => {
  centre = await makeCentre();
});
afterAll(() => centre.remove());

async function desk(isPrinting?: () => boolean): Promise<OpenedDesk> {
  const opened = await openedDesk(centre, {}, isPrinting);
  opened.opens();
  await opened.signsIn('staff');
  return opened;
}

test('A sheet has four start cards, in words of the first screens', async () => {
  const { gets, papers } = await desk();
  expectOk(await gets('desk.printCards', { language: 'sv' }));
  const [sheet = ''] = papers;
  expect(sheet.match(/<article>/g)).toHaveLength(4);
  expect(sheet).toContain('<html lang="sv">');
  expect(sheet).toContain('Välkommen');
  expect(sheet).not.toContain('<small');
  const said = sheet.slice(sheet.indexOf('<article>')).toLowerCase();
  for (const word of ['alkohol', 'behandling', 'drog', 'center']) expect(said).not.toContain(word);
});

test('Greenlandic that nobody has approved does not stand alone on a start card', async () => {
  const { gets, papers } = await desk();
  expectOk(await gets('desk.printCards', { language: 'kl' }));
  expect(papers[0]?.match(/<small lang="da">/g)).toHaveLength(4 * 4);
});

test('A sheet says what to do when the kiosk is gone, and which kiosk it is', async () => {
  const { gets, papers } = await desk();
  expectOk(await gets('desk.printLostKiosk', { language: 'da' }));
  expect(papers[0]).toContain(KIOSK_ID.slice(0, 8));
  expect(papers[0]?.match(/<li>/g)).toHaveLength(5);
});

test('Without a printer it is said, and nothing is written down', async () => {
  const { gets, kiosk } = await desk(() => false);
  expect(await gets('desk.printCards', { language: 'da' })).toEqual({ ok: false, error: { kind: 'noPrinter' } });
  expect(await gets('desk.printLostKiosk', { language: 'da' })).toEqual({ ok: false, error: { kind: 'noPrinter' } });
  expect(kiosk.home.state.content.settings.drilledOn).toBeNull();
});

test('The drill is due until the house has made it, with the last number at hand', async () => {
  const { gets } = await desk();
  expect(await gets('desk.papers', {})).toEqual({
    ...{ kiosk: KIOSK_ID.slice(0, 8), lastSeq: 0, drilled: null, isDrillDue: true },
  });
  expect(await gets('desk.day', {})).toMatchObject({ isDrillDue: true });
  expect(expectOk(await gets('desk.drilled', {}))).toMatchObject({
    drilled: { year: 2026, month: 3, day: 4 },
    isDrillDue: false,
  });
  expect(await gets('desk.day', {})).toMatchObject({ isDrillDue: false });
});

test('The calls of today stand on the day, without why', async () => {
  const { gets, kiosk } = await desk();
  expect((await gets('desk.day', {})).calls).toEqual([]);
  kiosk.alerts.desk.raise('danger');
  kiosk.alerts.desk.acknowledge();
  const { calls } = await gets('desk.day', {});
  expect(calls).toMatchObject([{ number: 1, isTest: false, hereAfterSeconds: 0, isOver: false }]);
  expect(calls[0]?.time).toMatch(/^\d\d:\d\d$/);
  expect(JSON.stringify(calls)).not.toContain('danger');
});
