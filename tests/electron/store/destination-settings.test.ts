import { expect, test } from 'vitest';
import {
  withDestinations,
  withoutStrayCredentials,
  type Credential,
  type DestinationSettings,
} from '../../../electron/store/destination-settings.ts';
import { makeTestHome, openTestHome } from '../test-home.ts';
import { expectOk } from '../../expect-ok.ts';

const place = (name: string, url = `https://${name}/`): DestinationSettings => ({
  kind: 'webdav',
  name,
  url,
  user: 'kiosk',
});
const credential = (destination: string): Credential => ({ destination, password: 'secret', privateKey: null });
const before = {
  settings: { destinations: [place('town'), place('county')] },
  credentials: [credential('town'), credential('county')],
};

test.each<[string, readonly DestinationSettings[], readonly string[]]>([
  ['all that go on unchanged, in another order', [place('county'), place('town')], ['town', 'county']],
  ['those that are still named', [place('county')], ['county']],
  ['none that leads to another place under the same name', [place('town', 'https://elsewhere/')], []],
  ['none where everything goes by hand', [], []],
])('what lets the kiosk in stays for %s', (_, destinations, kept) => {
  const after = withDestinations(before, destinations);
  expect(after.settings.destinations).toEqual(destinations);
  expect(after.credentials.map(({ destination }) => destination)).toEqual(kept);
});

test('what its settings do not name goes at the next start', async () => {
  expect(withoutStrayCredentials(before)).toEqual(before);
  const directory = makeTestHome();
  const home = await openTestHome(directory);
  expectOk(
    home.state.change((content) => ({
      ...content,
      settings: { ...content.settings, destinations: [place('town')] },
      credentials: before.credentials,
    })),
  );
  await home.close();
  const again = await openTestHome(directory);
  expect(again.state.content.credentials).toEqual([credential('town')]);
  await again.close();
});
