import type { Credential, DestinationSettings } from '../store/destination-settings.ts';
import type { StateContent } from '../store/state-content.ts';
import type { Destination } from './destination.ts';
import { folderDestination } from './folder-destination.ts';
import { sftpDestination } from './sftp-destination.ts';
import { webDavDestination } from './webdav-destination.ts';

/** The destinations that a site has set, in their order, with what lets the kiosk in. */
export function destinationsOf({
  settings,
  credentials,
}: Pick<StateContent, 'settings' | 'credentials'>): readonly Destination[] {
  return settings.destinations.map((each) =>
    destinationFor(each, credentials.find(({ destination }) => destination === each.name) ?? null),
  );
}

/** Makes a destination of its settings. Nothing is reached before it is opened. */
export function destinationFor(
  settings: DestinationSettings,
  credential: Pick<Credential, 'password' | 'privateKey'> | null,
): Destination {
  const { password = null, privateKey = null } = credential ?? {};
  switch (settings.kind) {
    case 'folder':
      return folderDestination({ folder: settings.folder });
    case 'webdav':
      return webDavDestination({ url: settings.url, user: settings.user, password });
    case 'sftp':
      return sftpDestination({ ...settings, password, privateKey });
  }
}
