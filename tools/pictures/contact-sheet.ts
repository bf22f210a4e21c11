import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron } from '@playwright/test';
import { programFromEnvironment } from '../person/kiosk-window.ts';
import type { Series } from './take-series.ts';

/** The kiosk's windows show nothing but its own pages; this Electron has no kiosk in it. */
const BARE = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1800, height: 1200 }).loadURL('about:blank'));
`;

/** Makes a page of small pictures for each language and size, `contact-LANGUAGE-SIZE.html`, and prints it as PNG. */
export async function makeContactSheets(out: string, all: readonly Series[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'matu-contact-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'contact', version: '0.0.0', main: 'main.cjs' }));
  writeFileSync(join(folder, 'main.cjs'), BARE);
  const app = await _electron.launch({
    executablePath: programFromEnvironment().electron,
    args: [folder],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const page = await app.firstWindow();
    for (const series of all) {
      const name = `contact-${series.setting.language}-${series.setting.panel.size}`;
      writeFileSync(join(out, `${name}.html`), sheetHtml(series));
      await page.goto(pathToFileURL(join(out, `${name}.html`)).href);
      await page.screenshot({ path: join(out, `${name}.png`), fullPage: true });
    }
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function sheetHtml({ setting, pictured }: Series): string {
  const { language, panel } = setting;
  const columns = panel.height > panel.width ? 10 : 7;
  const figures = pictured.map(
    ({ screen }) =>
      `<figure><img src="${language}/${panel.size}/${screen}.png" alt=""><figcaption>${screen}</figcaption></figure>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${language} ${panel.size}</title>
<style>
body { margin: 16px; width: 1760px; font: 12px sans-serif; display: grid; grid-template-columns: repeat(${columns}, 1fr); gap: 10px; }
figure { margin: 0; }
img { width: 100%; border: 1px solid #6c7f86; }
</style>
${figures.join('\n')}
</html>
`;
}
