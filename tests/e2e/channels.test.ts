import type { Page } from '@playwright/test';
import { CITIZEN_CHANNELS, DEMO_CHANNELS, PAPER_CHANNELS, SPEECH_CHANNELS } from '../../ipc/channels.ts';
import { requestSchemas, type Channel } from '../../ipc/contract.ts';
import { DESK_CHANNELS } from '../../ipc/desk-channels.ts';
import { TRANSLATION_CHANNELS } from '../../ipc/translation-channels.ts';
import { Person } from '../../tools/person/person.ts';
import { AVIAJA, opensDesk, setsUp } from './at-the-desk.ts';
import { opensTexts } from './at-the-texts.ts';
import { expect, test } from './kiosk.ts';

const CITIZENS = [...CITIZEN_CHANNELS, ...PAPER_CHANNELS, ...DEMO_CHANNELS];
const DESKS = [...DESK_CHANNELS, ...SPEECH_CHANNELS];

test('the window sees its channels and nothing of Node or Electron', async ({ openKiosk }) => {
  const page = await (await openKiosk()).page();
  await new Person(page).sees('greeting');
  const seen = await page.evaluate(() => ({
    channels: Object.keys(window.kiosk).sort(),
    others: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in window),
  }));
  expect(seen.channels).toEqual([...CITIZENS, 'onChange'].sort());
  expect(seen.others).toEqual([]);
});

test('the staff’s window sees its own channels, and neither has the other’s', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const desk = await opensDesk(kiosk);
  const seen = await desk.evaluate(() => ({
    channels: Object.keys(window.desk).sort(),
    others: ['kiosk', 'require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
      (name) => name in window,
    ),
  }));
  expect(seen.channels).toEqual([...DESKS, 'onChange'].sort());
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

/** What the window's bridge says to payloads that do not fit a channel. */
async function outcomesOf(
  page: Page,
  bridge: 'kiosk' | 'desk' | 'translations',
  channel: Channel,
): Promise<readonly string[]> {
  const bad = BAD_PAYLOADS.filter((payload) => !requestSchemas[channel].safeParse(payload).success);
  expect(bad.length).toBeGreaterThan(5);
  return page.evaluate(
    async ([name, from, payloads]) => {
      const call = (window[from] as unknown as Record<string, (payload: unknown) => Promise<unknown>>)[name];
      if (call === undefined) return ['no such channel'];
      return Promise.all(
        payloads.map((payload) =>
          call(payload).then(
            () => 'served',
            (error: unknown) => (error instanceof Error ? error.message : 'failed'),
          ),
        ),
      );
    },
    [channel, bridge, bad] as const,
  );
}

test('every channel of the citizen’s window refuses what does not fit its schema', async ({ openKiosk }) => {
  const page = await (await openKiosk()).page();
  await new Person(page).sees('greeting');
  for (const channel of CITIZENS) {
    for (const outcome of await outcomesOf(page, 'kiosk', channel))
      expect(outcome, channel).toContain('Refused: the request does not fit the contract');
  }
  await new Person(page).sees('greeting');
});

test('every channel of the staff’s window refuses what does not fit its schema', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const desk = await opensDesk(kiosk);
  for (const channel of DESKS) {
    for (const outcome of await outcomesOf(desk, 'desk', channel))
      expect(outcome, channel).toContain('Refused: the request does not fit the contract');
  }
  await expect(desk.locator('.desk-main')).toBeVisible();
});

test('every channel of the window of the texts refuses what does not fit its schema', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const desk = await opensDesk(kiosk);
  await setsUp(desk, AVIAJA);
  const texts = await opensTexts(kiosk, desk);
  for (const channel of [...TRANSLATION_CHANNELS, ...SPEECH_CHANNELS]) {
    for (const outcome of await outcomesOf(texts, 'translations', channel))
      expect(outcome, channel).toContain('Refused: the request does not fit the contract');
  }
  await expect(texts.locator('.desk-main')).toBeVisible();
});

test('a window is refused every channel of the other, and every one when it was opened by nobody of ours', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  await opensDesk(kiosk);
  // The preloads are exchanged: what a page could do at worst is call what is not its own.
  const outcomes = await kiosk.app.evaluate(
    async ({ BrowserWindow, app }, { citizens, desks, translations }) => {
      const asked = async (preload: string, bridge: string, channels: readonly string[], url: string) => {
        const session = BrowserWindow.getAllWindows().find((each) => each.webContents.getURL().endsWith(url))
          ?.webContents.session;
        const window = new BrowserWindow({
          show: false,
          webPreferences: {
            preload: `${app.getAppPath()}/main/${preload}.cjs`,
            sandbox: true,
            ...(session === undefined ? {} : { session }),
          },
        });
        await window.loadURL(`app://kiosk${url}`).catch(() => undefined);
        const script = `Promise.all(${JSON.stringify(channels)}.map((name) => window.${bridge} === undefined ? 'no bridge'
          : window.${bridge}[name]({}).then(() => 'served', (error) => error.message)))`;
        const answers = (await window.webContents.executeJavaScript(script)) as string[];
        window.destroy();
        return answers;
      };
      return [
        ...(await asked('preload-translations', 'translations', translations, '/desk.html')),
        ...(await asked('preload-desk', 'desk', desks, '/index.html')),
        ...(await asked('preload', 'kiosk', citizens, '/desk.html')),
      ];
    },
    { citizens: [...CITIZEN_CHANNELS], desks: DESKS, translations: [...TRANSLATION_CHANNELS] },
  );
  expect(outcomes).toHaveLength(CITIZEN_CHANNELS.length + DESKS.length + TRANSLATION_CHANNELS.length);
  for (const outcome of outcomes) expect(outcome).toContain('Refused: this window has no such channel');
});

test('another window is refused every channel', async ({ openKiosk }) => {
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
