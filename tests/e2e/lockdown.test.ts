import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import type { KioskWindow } from '../../tools/person/kiosk-window.ts';
import { Person } from '../../tools/person/person.ts';
import { answerUntil, deletesEverything, expect, leaves, personAtFirstQuestion, test } from './kiosk.ts';

test('no way of navigating leads out of the kiosk', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const page = await kiosk.page();
  await new Person(page).sees('greeting');
  const ways = [
    () => location.assign('https://example.org/'),
    () => location.assign('file:///etc/passwd'),
    () => location.assign('app://other/index.html'),
    // Within the kiosk's own origin, too: this one only will-navigate stops.
    () => location.assign('app://kiosk/index.html?again'),
    () => location.replace('data:text/html,out'),
    () => history.back(),
    () => {
      const link = document.createElement('a');
      link.href = 'https://example.org/';
      link.target = '_blank';
      document.body.append(link);
      link.click();
    },
    () => {
      const form = document.createElement('form');
      form.action = 'https://example.org/';
      document.body.append(form);
      form.submit();
    },
  ];
  for (const way of ways) {
    await page.evaluate(way).catch(() => undefined);
    expect(await present(kiosk)).toEqual({ url: 'app://kiosk/index.html', scene: 'greeting' });
  }
});

/** What the window holds, asked of the program itself: the driver waits for navigations that were denied. */
function present(kiosk: KioskWindow): Promise<{ url: string; scene: string } | undefined> {
  return kiosk.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    await new Promise((resolve) => setTimeout(resolve, 150));
    const scene: unknown = await contents?.executeJavaScript('document.querySelector("main").dataset.scene');
    return { url: contents?.getURL() ?? '', scene: String(scene) };
  });
}

test('no second window and no embedded page can be opened', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const page = await kiosk.page();
  await new Person(page).sees('greeting');
  expect(await page.evaluate(() => window.open('https://example.org/'))).toBeNull();
  expect(await page.evaluate(() => window.open('app://kiosk/index.html'))).toBeNull();
  const framed = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.src = 'app://kiosk/index.html';
    document.body.append(frame);
    await new Promise((resolve) => setTimeout(resolve, 500));
    try {
      return frame.contentDocument?.body.childElementCount ?? 0;
    } catch {
      return 0;
    }
  });
  expect(framed).toBe(0);
});

test('a page in a page has no bridge to the kiosk', async ({ openKiosk }) => {
  const page = await (await openKiosk()).page();
  await new Person(page).sees('greeting');
  const hasBridge = await page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    return frame.contentWindow !== null && 'kiosk' in frame.contentWindow;
  });
  expect(hasBridge).toBe(false);
});

test('a download is stopped before it begins', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const page = await kiosk.page();
  await new Person(page).sees('greeting');
  const stopped = kiosk.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<boolean>((resolve) => {
        const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
        session?.once('will-download', (event) => resolve(event.defaultPrevented));
        setTimeout(() => BrowserWindow.getAllWindows()[0]?.webContents.downloadURL('app://kiosk/index.html'), 50);
      }),
  );
  expect(await stopped).toBe(true);
});

test('every permission is denied', async ({ openKiosk }) => {
  const page = await (await openKiosk()).page();
  await new Person(page).sees('greeting');
  const asked = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'] as const;
    const states = await Promise.all(
      names.map((name) => navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state)),
    );
    const microphone = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'given',
      () => 'denied',
    );
    return [...states, microphone];
  });
  expect(new Set(asked)).toEqual(new Set(['denied']));
});

test('no request reaches the network, not even this machine', async ({ openKiosk }) => {
  let hits = 0;
  const server = createServer((_, response) => {
    hits += 1;
    response.end('reached');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const kiosk = await openKiosk();
    const page = await kiosk.page();
    await new Person(page).sees('greeting');
    const address = `http://127.0.0.1:${port}/`;
    expect(await fetches(page, address)).toBe('refused');
    // Past the page's own policy: straight from its session.
    const fromSession = await kiosk.app.evaluate(async ({ BrowserWindow }, url) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
      return session?.fetch(url).then(
        () => 'reached',
        () => 'refused',
      );
    }, address);
    expect(fromSession).toBe('refused');
    expect(hits).toBe(0);
  } finally {
    server.close();
  }
});

test('not one packet leaves by WebRTC, which asks no request filter', async ({ openKiosk }) => {
  let packets = 0;
  const udp = createSocket('udp4', () => (packets += 1));
  const tcp = createTcpServer((socket) => {
    packets += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  try {
    const ports = { udp: udp.address().port, tcp: (tcp.address() as AddressInfo).port };
    const page = await (await openKiosk()).page();
    await new Person(page).sees('greeting');
    await page.evaluate(async (port) => {
      const connection = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:127.0.0.1:${port.udp}` },
          { urls: `turn:127.0.0.1:${port.tcp}?transport=tcp`, username: 'x', credential: 'x' },
        ],
      });
      connection.createDataChannel('out');
      await connection.setLocalDescription(await connection.createOffer());
      await new Promise((resolve) => setTimeout(resolve, 3000));
      connection.close();
    }, ports);
    expect(packets).toBe(0);
  } finally {
    udp.close();
    tcp.close();
  }
});

function fetches(page: Page, address: string): Promise<string> {
  return page.evaluate(
    (url) =>
      fetch(url).then(
        () => 'reached',
        () => 'refused',
      ),
    address,
  );
}

test('no script, no style and no markup can be put into the page', async ({ openKiosk }) => {
  const page = await (await openKiosk()).page();
  await new Person(page).sees('greeting');
  const outcome = await page.evaluate(async () => {
    // Later, so that the driver's own right to evaluate is over.
    await new Promise((resolve) => setTimeout(resolve, 50));
    const tried: string[] = [];
    const attempt = (name: string, act: () => unknown): void => {
      try {
        act();
        tried.push(`${name}: done`);
      } catch {
        tried.push(`${name}: refused`);
      }
    };
    attempt('innerHTML', () => (document.createElement('div').innerHTML = '<b>x</b>'));
    attempt('eval', () => (0, eval)('1'));
    attempt('policy', () => {
      const factory = (window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } })
        .trustedTypes;
      return factory.createPolicy('own', { createHTML: (html: string) => html });
    });
    return tried;
  });
  expect(outcome).toEqual(['innerHTML: refused', 'eval: refused', 'policy: refused']);
});

test('shortcuts never reach the page, and what writing needs does', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const page = await kiosk.page();
  await new Person(page).sees('greeting');
  await page.evaluate(() => {
    const seen: string[] = [];
    window.addEventListener('keydown', ({ key }) => seen.push(key));
    Object.assign(window, { seen });
  });
  await kiosk.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const press = (keyCode: string, modifiers: ('control' | 'alt' | 'meta')[] = []): void => {
      contents?.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
      contents?.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
    };
    for (const keyCode of ['F5', 'F6', 'F11', 'F12', 'PrintScreen']) press(keyCode);
    for (const keyCode of ['R', 'P', 'W', 'N', 'A', 'C', '+', 'Tab']) press(keyCode, ['control']);
    for (const keyCode of ['Left', 'F4', 'D']) press(keyCode, ['alt']);
    press('L', ['meta']);
    press('a');
    press('Tab');
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual(['a', 'Tab']);
  expect(page.url()).toBe('app://kiosk/index.html');
});

test('what one person marked is not there for the next', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const person = await personAtFirstQuestion(kiosk, { language: 'da', culture: 'danish' });
  await answerUntil(person, { language: 'da', culture: 'danish' }, 'call-name');
  const field = person.page.locator('.stage:not([inert]) textarea');
  await field.fill('Kanariefugl');
  await field.dblclick();
  await kiosk.app.evaluate(({ clipboard }) => clipboard.writeText('Kanariefugl'));
  await deletesEverything(person);
  await leaves(kiosk, person);
  const left = await kiosk.app.evaluate(async ({ clipboard }) => {
    // Old runtimes name the marked text by an argument.
    const old: { readText(kind?: string): Promise<string> | string } = clipboard;
    return [await old.readText(), await old.readText('selection')];
  });
  expect(left).toEqual(['', '']);
});
