import { expect, test } from '@playwright/test';
import type { Language } from '../../core/basics/language.ts';
import { findingsOf } from '../../tools/pictures/findings.ts';
import { PANELS } from '../../tools/pictures/panels.ts';
import { takeSeries, type SeriesRequest } from '../../tools/pictures/take-series.ts';
import { theseScreens } from '../../tools/pictures/wanted.ts';

/**
 * The same states and measures as `npm run pictures`, which looks at every screen in every language on every panel and
 * takes its time. Here: the screens that have the most on them, on every panel in the language with the longest words, and
 * each of the other languages on one.
 */
const FULLEST = [
  'who-can-see',
  'sheet-change',
  'sheet-stop',
  'sheet-person-called',
  'danger',
  'danger-note',
  'danger-unheard',
  'call-numbers-staff',
  'listen-private',
  'code',
  'keyboard-letters',
  'read-back-1',
  'read-back-2',
  'sent',
  'keep-letter',
];
const LANGUAGES_OF: Readonly<Record<string, readonly Language[]>> = {
  '1080x1920': ['kl'],
  '1920x1080': ['kl', 'da'],
  '1280x800': ['kl', 'sv'],
};

/** Everything that is not as it has to be. */
async function faults(request: Pick<SeriesRequest, 'setting' | 'wanted'>): Promise<readonly string[]> {
  const said: string[] = [];
  const { pictured, failed } = await takeSeries({
    ...request,
    folder: null,
    axe: 'newParts',
    say: (line) => void said.push(line),
  });
  expect(failed, said.join('\n')).toEqual([]);
  expect(pictured.length).toBeGreaterThan(10);
  const found = pictured.flatMap(findingsOf);
  return found.map(({ screen, kind, selector, is }) => `${screen}: ${kind} ${is ?? ''} ${selector}`);
}

for (const panel of PANELS)
  for (const language of LANGUAGES_OF[panel.size] ?? [])
    test(`the fullest screens in ${language} are whole and large enough at ${panel.size}`, async () => {
      test.setTimeout(600_000);
      const setting = { language, panel, look: 'light', text: 'usual' } as const;
      expect(await faults({ setting, wanted: theseScreens(FULLEST) })).toEqual([]);
    });
