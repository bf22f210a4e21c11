import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { CITIZEN_CHANNELS, DEMO_CHANNELS } from '../../ipc/channels.ts';
import { requestSchemas } from '../../ipc/contract.ts';
import type { KioskWindow } from '../../tools/person/kiosk-window.ts';
import { Person } from '../../tools/person/person.ts';
import { expect, test } from './kiosk.ts';

test('no way of navigating leads out of the kiosk', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const page = await kiosk.page();
  await new Person(page).sees('greeting');
  const ways = [
    () => location.assign('https://example.org/'),
    () => location.assign('file:///etc/passwd'),
    () => location.assign('app://other/index.html'),
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

test('no second window, no embedded page and no download can be opened', async ({ openKiosk }) => {
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
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'app://kiosk/index.html';
    link.download = 'answers.html';
    document.body.append(link);
    link.click();
  });
  expect(await kiosk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
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

test('nothing reaches the network, not even this machine', async ({ openKiosk }) => {
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

test('the window sees its channels and nothing of Node or Electron', async ({ openKiosk }) => {
  const page = await (await openKiosk()).page();
  await new Person(page).sees('greeting');
  const seen = await page.evaluate(() => ({
    channels: Object.keys(window.kiosk).sort(),
    others: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in window),
  }));
  expect(seen.channels).toEqual([...CITIZEN_CHANNELS, ...DEMO_CHANNELS].sort());
  expect(seen.others).toEqual([]);
});

const BAD_PAYLOADS: readonly unknown[] = [
  null,
  'text',
  7,
  [],
  { event: { kind: 'explode' } },
  { event: { kind: 'answer', linkId: '__proto__', answer: { kind: 'notNow' } } },
  { event: { kind: 'answer', linkId: 'helper', answer: { kind: 'codes', codes: ['../x'] } } },
  { event: { kind: 'proceed', more: true } },
  { language: 'en' },
  { code: 'x'.repeat(10_000) },
  { unknown: true },
];

for (const channel of Object.keys(requestSchemas) as (keyof typeof requestSchemas)[]) {
  test(`the channel ${channel} refuses what does not fit its schema`, async ({ openKiosk }) => {
    const page = await (await openKiosk()).page();
    await new Person(page).sees('greeting');
    const bad = BAD_PAYLOADS.filter((payload) => !requestSchemas[channel].safeParse(payload).success);
    expect(bad.length).toBeGreaterThan(5);
    const outcomes = await page.evaluate(
      async ([name, payloads]) => {
        const call = (window.kiosk as unknown as Record<string, (payload: unknown) => Promise<unknown>>)[name];
        return Promise.all(
          payloads.map(async (payload) => {
            try {
              await call?.(payload);
              return 'served';
            } catch (error) {
              return error instanceof Error ? error.message : 'failed';
            }
          }),
        );
      },
      [channel, bad] as const,
    );
    for (const outcome of outcomes) expect(outcome).toContain('Refused: the request does not fit the contract');
    await new Person(page).sees('greeting');
  });
}

test('a frame, or another window, is refused every channel', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  await new Person(await kiosk.page()).sees('greeting');
  const outcomes = await kiosk.app.evaluate(async ({ BrowserWindow, app }, channels) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { preload: `${app.getAppPath()}/main/preload.cjs`, sandbox: true },
    });
    await window.loadURL('data:text/html,foreign').catch(() => undefined);
    const script = `Promise.all(${JSON.stringify(channels)}.map((name) => window.kiosk === undefined ? 'no bridge'
      : window.kiosk[name]({}).then(() => 'served', (error) => error.message)))`;
    const answers = (await window.webContents.executeJavaScript(script)) as string[];
    window.destroy();
    return answers;
  }, CITIZEN_CHANNELS);
  expect(outcomes).toHaveLength(CITIZEN_CHANNELS.length);
  for (const outcome of outcomes) expect(outcome).toContain('Refused: this window has no such channel');
});

test('shortcuts of the browser and the system do nothing', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const page = await kiosk.page();
  const person = new Person(page);
  await person.sees('greeting');
  for (const chord of ['Control+r', 'F5', 'F11', 'F12', 'Control+Shift+i', 'Control+p', 'Control+w', 'Alt+ArrowLeft'])
    await page.keyboard.press(chord);
  expect(await kiosk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(
    await kiosk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isDevToolsOpened()),
  ).toBe(false);
  await person.sees('greeting');
  expect(page.url()).toBe('app://kiosk/index.html');
});
