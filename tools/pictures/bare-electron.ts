import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { programFromEnvironment } from '../person/kiosk-window.ts';

const BARE = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1800, height: 1200 }).loadURL('about:blank'));
`;

/** Works with an Electron without the kiosk in it, whose windows would show nothing but its own pages. */
export async function withBareElectron<T>(work: (app: ElectronApplication) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'matu-bare-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'bare', version: '0.0.0', main: 'main.cjs' }));
  writeFileSync(join(folder, 'main.cjs'), BARE);
  const app = await _electron.launch({
    executablePath: programFromEnvironment().electron,
    args: [folder],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    return await work(app);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
