import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What keeps somebody out: a rule of axe, and where it is broken. */
export interface Violation {
  readonly rule: string;
  readonly selector: string;
}

/**
 * Lets axe look at the screen that stands.
 *
 * @param tags which rules; all of axe's when nothing is named
 */
export async function violationsOn(page: Page, tags?: readonly string[]): Promise<readonly Violation[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (tags !== undefined) axe.withTags([...tags]);
  const putBack = await withoutSheet(page);
  try {
    const { violations } = await axe.analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ rule: id, selector: target.join(' ') })));
  } finally {
    await putBack();
  }
}

/**
 * Takes the hidden sheet of drawings out of the page. Nobody meets anything on it, and with it axe looks at fifteen
 * times as many elements and takes five times as long.
 */
async function withoutSheet(page: Page): Promise<() => Promise<void>> {
  const sheet = await page.evaluateHandle(() => {
    const found = document.getElementById('pictograms');
    found?.remove();
    return found;
  });
  return async () => {
    await sheet.evaluate((found) => {
      if (found !== null) document.body.append(found);
    });
    await sheet.dispose();
  };
}
