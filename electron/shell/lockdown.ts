import { app, Menu, type Session, type WebContents } from 'electron';
import { isKeyAllowed } from './allowed-keys.ts';
import { APP_ORIGIN, PREVIEW_PAGE, TEXTS_PAGE } from './app-protocol.ts';
import type { Microphone } from './microphone.ts';

/**
 * Closes every way out of the kiosk that Chromium knows: menus, new windows, navigation, embedded pages, permissions,
 * downloads, certificates and the network. The operating system has to be locked down beside it.
 */
export function lockDownProgram(): void {
  Menu.setApplicationMenu(null);
  app.on('web-contents-created', (_, contents) => lockDownContents(contents));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, decide) => {
    event.preventDefault();
    decide(false);
  });
  app.on('select-client-certificate', (event) => event.preventDefault());
  app.on('login', (event) => event.preventDefault());
}

/**
 * Denies a window's session everything that it does not need: it needs only app://.
 *
 * @param microphone what one window may hear while somebody records there; no other has any
 */
export function lockDownSession(session: Session, microphone?: Microphone): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const { requestingUrl, isMainFrame } = details;
    decide(microphone?.admits({ permission, media, url: requestingUrl, isMainFrame }) === true);
  });
  session.setPermissionCheckHandler((_contents, permission, origin, { mediaType, isMainFrame }) => {
    const media = mediaType === undefined ? [] : [mediaType];
    return microphone?.admits({ permission, media, url: origin, isMainFrame }) === true;
  });
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !details.url.startsWith(`${APP_ORIGIN}/`) });
  });
}

function lockDownContents(contents: WebContents): void {
  // WebRTC sends past every request filter; without a proxy, which there is none of, this leaves it no way.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    // Only one window's session has that page; in every other a frame with it stays empty.
    if (event.isMainFrame || event.url !== `${APP_ORIGIN}${PREVIEW_PAGE}`) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('context-menu', (event) => event.preventDefault());
  contents.on('before-input-event', (event, input) => {
    if (!isKeyAllowed(input, contents.getURL() === `${APP_ORIGIN}${TEXTS_PAGE}`)) event.preventDefault();
  });
  contents.on('zoom-changed', (event) => {
    event.preventDefault();
    contents.setZoomFactor(1);
  });
}
