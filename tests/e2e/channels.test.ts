import { CITIZEN_CHANNELS, DEMO_CHANNELS, PAPER_CHANNELS } from '../../ipc/channels.ts';
import { requestSchemas } from '../../ipc/contract.ts';
import { Person } from '../../tools/person/person.ts';
import { expect, test } from './kiosk.ts';

test('the window sees its channels and nothing of Node or Electron', async ({ openKiosk }) => {
  const page = await (await openKiosk()).page();
  await new Person(page).sees('greeting');
  const seen = await page.evaluate(() => ({
    channels: Object.keys(window.kiosk).sort(),
    others: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in window),
  }));
  expect(seen.channels).toEqual([...CITIZEN_CHANNELS, ...PAPER_CHANNELS, ...DEMO_CHANNELS, 'onChange'].sort());
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
