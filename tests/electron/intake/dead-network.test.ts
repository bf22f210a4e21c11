import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { startDeadServers } from '../../../tools/bench/network/dead-servers.ts';
import { makeCentre, type MadeCentre } from '../../centre/made-centre.ts';
import { programContent } from '../content/shipped-content.ts';
import { makeKioskHome, startKiosk } from './kiosk-home.ts';
import { goesTo, placeOf, sends } from './person.ts';

let centre: MadeCentre;
beforeAll(async () => {
  centre = await makeCentre();
});
afterAll(() => centre.remove());

test('A visit goes its whole way while a server is silent, and on while the network disappears', async () => {
  const servers = await startDeadServers();
  onTestFinished(servers.close);
  const home = makeKioskHome(centre, { destinations: servers.destinations });
  const { visit, delivery } = await startKiosk(home, programContent());
  await vi.waitFor(() => expect(servers.tries()).toBe(1), { timeout: 10_000 });

  await sends(visit);
  expect(placeOf(visit)).toBe('sent');
  visit.finish();
  // The kiosk waits for the same server still: nothing of the visit waited for it.
  expect(servers.tries()).toBe(1);
  expect(delivery.progress).toMatchObject({ isUnderWay: true, problem: null, counts: { sealed: 1 } });

  goesTo(visit, 'call-name');
  servers.hangUp();
  goesTo(visit, 'readBack');
  // It has gone on to the next one meanwhile.
  await vi.waitFor(() => expect(servers.tries()).toBeGreaterThan(1), { timeout: 10_000 });
  await sends(visit);
  expect(placeOf(visit)).toBe('sent');
  expect(delivery.progress).toMatchObject({ isUnderWay: true, counts: { sealed: 2 } });
});
