import { expect, test } from '@playwright/test';
import { LANGUAGES, type Culture, type Language } from '../../core/basics/language.ts';
import { findingsOf } from '../../tools/pictures/findings.ts';
import { PANELS } from '../../tools/pictures/panels.ts';
import { takeSeries, type SeriesRequest } from '../../tools/pictures/take-series.ts';
import { screensLike, theseScreens } from '../../tools/pictures/wanted.ts';

/**
 * The same states and measures as `npm run pictures`, which looks at every screen in every language on every panel. Here:
 * on the upright panel the screens of a language with the culture version that goes with it, and on the others those
 * that have the most on them.
 */
const [UPRIGHT, ...OTHERS] = PANELS;
const FULLEST = [
  'who-can-see',
  'sheet-change',
  'sheet-stop',
  'sheet-person-called',
  'danger',
  'danger-note',
  'danger-unheard',
  'code',
  'keyboard-letters',
  'read-back-1',
  'sent',
  'keep-letter',
];
const OTHER_VERSIONS: Readonly<Record<Language, readonly Culture[]>> = {
  kl: ['danish', 'swedish'],
  da: ['greenlandic', 'swedish'],
  sv: ['greenlandic', 'danish'],
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

for (const language of LANGUAGES) {
  if (UPRIGHT === undefined) throw new Error('There is an upright panel');
  test(`every screen in ${language} is whole and large enough on the upright panel`, async () => {
    test.setTimeout(900_000);
    const setting = { language, panel: UPRIGHT, look: 'light', text: 'usual' } as const;
    const others = OTHER_VERSIONS[language].join('|');
    expect(await faults({ setting, wanted: screensLike(new RegExp(`^(?!(question|answered)-(${others}))`)) })).toEqual(
      [],
    );
  });
  for (const panel of OTHERS)
    test(`the fullest screens in ${language} are whole and large enough at ${panel.size}`, async () => {
      test.setTimeout(600_000);
      const setting = { language, panel, look: 'light', text: 'usual' } as const;
      expect(await faults({ setting, wanted: theseScreens(FULLEST) })).toEqual([]);
    });
}
