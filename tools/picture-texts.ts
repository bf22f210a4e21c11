// Run by `npm run pictures -- --texts`: pictures the window of the texts for docs/translation.md.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDemoHome } from './demo/make-demo-home.ts';
import { openKioskWindow, programFromEnvironment } from './person/kiosk-window.ts';
import { pictureTextsWindow } from './pictures/texts-window.ts';

const folder = mkdtempSync(join(tmpdir(), 'matu-pictures-'));
const home = join(folder, 'home');
await makeDemoHome(home);
const kiosk = await openKioskWindow(programFromEnvironment(), home);
try {
  await pictureTextsWindow(kiosk.app);
} finally {
  await kiosk.close();
  rmSync(folder, { recursive: true, force: true });
}
