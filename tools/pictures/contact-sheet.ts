import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withBareElectron } from './bare-electron.ts';
import type { Series } from './take-series.ts';

/** Makes a page of small pictures for each language and size, `contact-LANGUAGE-SIZE.html`, and prints it as PNG. */
export async function makeContactSheets(out: string, all: readonly Series[]): Promise<void> {
  await withBareElectron(async (app) => {
    const page = await app.firstWindow();
    for (const series of all) {
      const name = `contact-${series.setting.language}-${series.setting.panel.size}`;
      writeFileSync(join(out, `${name}.html`), sheetHtml(series));
      await page.goto(pathToFileURL(join(out, `${name}.html`)).href);
      await page.screenshot({ path: join(out, `${name}.png`), fullPage: true });
    }
  });
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
