import { _electron, type ElectronApplication } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programFromEnvironment } from '../../tools/person/kiosk-window.ts';

/** A bare Electron that prints pages, as the centre's browser does. */
export interface PagePrinter {
  /** Prints a page on A4 and returns the PDF. */
  print(html: string): Promise<Buffer>;
  close(): Promise<void>;
}

const NOTHING_BUT_ELECTRON = `require('electron').app.on('window-all-closed', () => undefined);\n`;

/** Starts Electron without the kiosk: its windows are locked to the kiosk's own pages, and these come from the centre. */
export async function openPagePrinter(): Promise<PagePrinter> {
  const folder = mkdtempSync(join(tmpdir(), 'matu-printer-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'printer', version: '0.0.0', main: 'main.cjs' }));
  writeFileSync(join(folder, 'main.cjs'), NOTHING_BUT_ELECTRON);
  const app = await _electron.launch({
    executablePath: programFromEnvironment().electron,
    args: [folder],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  return {
    print: async (html) => Buffer.from(await printed(app, html), 'base64'),
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function printed(app: ElectronApplication, html: string): Promise<string> {
  return app.evaluate(async ({ BrowserWindow }, page) => {
    const window = new BrowserWindow({ show: false });
    await window.loadURL(`data:text/html;charset=utf-8;base64,${page}`);
    const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true });
    window.destroy();
    return pdf.toString('base64');
  }, Buffer.from(html, 'utf8').toString('base64'));
}

/** How many pages a PDF has. */
export function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
