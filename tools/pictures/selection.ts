import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import type { Language } from '../../core/basics/language.ts';
import { inRoot } from '../set-up/paths.mjs';
import { withBareElectron } from './bare-electron.ts';
import { PANELS } from './panels.ts';
import { exampleReport } from './report-example.ts';
import type { Setting } from './setting.ts';
import { theseScreens, type Wanted } from './wanted.ts';
import { TEXTS_PICTURES, textsPictureName } from './texts-window.ts';

/** A picture that docs/screens.md shows. */
interface Selected {
  readonly language: Language;
  readonly size: string;
  readonly screen: string;
}

const UPRIGHT = '1080x1920';

/** What docs/screens.md shows, in its order. */
export const SELECTION: readonly Selected[] = [
  { language: 'kl', size: UPRIGHT, screen: 'greeting' },
  { language: 'kl', size: UPRIGHT, screen: 'language' },
  { language: 'kl', size: UPRIGHT, screen: 'who-can-see' },
  { language: 'kl', size: UPRIGHT, screen: 'question-greenlandic-strengths' },
  { language: 'kl', size: UPRIGHT, screen: 'question-greenlandic-confidence' },
  { language: 'kl', size: UPRIGHT, screen: 'answered-greenlandic-people' },
  { language: 'da', size: '1920x1080', screen: 'answered-danish-last-times-drinks-1' },
  { language: 'sv', size: '1280x800', screen: 'question-swedish-days-without' },
  { language: 'da', size: UPRIGHT, screen: 'answered-danish-call-name' },
  { language: 'sv', size: UPRIGHT, screen: 'danger' },
  { language: 'sv', size: UPRIGHT, screen: 'covered' },
  { language: 'da', size: UPRIGHT, screen: 'sheet-stop' },
  { language: 'kl', size: UPRIGHT, screen: 'code' },
  { language: 'kl', size: UPRIGHT, screen: 'read-back-1' },
  { language: 'kl', size: UPRIGHT, screen: 'sent' },
];

/** What docs/centre.md shows: the centre's page of those who wait. */
export const REPORT = 'report-da.png';
const REPORT_SIZE = { width: 880, height: 400 };

const FOLDER = inRoot('docs/pictures');
/** Of a picture in the documentation, in pixels: letters can just be read. */
const LONGER_SIDE = 600;

/** The languages and panels of the selection. */
export function selectedSettings(): readonly Setting[] {
  return PANELS.flatMap((panel) =>
    (['kl', 'da', 'sv'] as const)
      .filter((language) => SELECTION.some((each) => each.language === language && each.size === panel.size))
      .map((language) => ({ language, panel, look: 'light' as const, text: 'usual' as const })),
  );
}

/** The screens that docs/screens.md shows in this language and size. */
export function selectedScreens({ language, panel }: Setting): Wanted {
  const here = SELECTION.filter((each) => each.language === language && each.size === panel.size);
  return theseScreens(here.map(({ screen }) => screen));
}

/** What a picture is called in docs/pictures. */
export function selectedName({ screen, language, size }: Selected): string {
  return `${screen}-${language}-${size}.png`;
}

/** Puts the selection, made small, into docs/pictures, and takes everything else out. */
export async function writeSelection(out: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const names = [...SELECTION.map(selectedName), REPORT, ...TEXTS_PICTURES.map(textsPictureName)];
  for (const name of readdirSync(FOLDER)) if (!names.includes(name)) rmSync(join(FOLDER, name));
  await withBareElectron(async (app) => {
    for (const each of SELECTION) {
      const file = join(out, each.language, each.size, `${each.screen}.png`);
      const small = await app.evaluate(
        ({ nativeImage }, { from, side }) => {
          const picture = nativeImage.createFromPath(from);
          const { width, height } = picture.getSize();
          const size = width > height ? { width: side } : { height: side };
          return picture
            .resize({ ...size, quality: 'best' })
            .toPNG()
            .toString('base64');
        },
        { from: file, side: LONGER_SIDE },
      );
      writeFileSync(join(FOLDER, selectedName(each)), Buffer.from(small, 'base64'));
    }
    writeFileSync(join(FOLDER, REPORT), await pictureOfReport(app));
  });
}

async function pictureOfReport(app: ElectronApplication): Promise<Buffer> {
  const page = await app.firstWindow();
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, REPORT_SIZE);
  const html = Buffer.from(exampleReport('da'), 'utf8').toString('base64');
  await page.goto(`data:text/html;charset=utf-8;base64,${html}`);
  return page.screenshot({ fullPage: true });
}
