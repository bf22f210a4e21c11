import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { contentVersionId, readContentFiles } from '../../electron/content/content-files.ts';
import { contentOn } from '../../electron/content/content-on.ts';
import { parseContent, type ContentVersion } from '../../electron/content/content-version.ts';
import { contentFolders, copyContent } from '../../tools/building/content.mjs';
import { loadInstrument } from '../../tools/instruments/load-instrument.ts';
import { expectOk } from '../expect-ok.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { inventedFiles } from './invented-files.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const TODAY = '2026-03-01';

let root = '';
beforeEach(() => {
  root = temporaryFolder();
  for (const path of ['locales', 'assets/content', 'assets/pictograms'])
    cpSync(join(PROJECT, path), join(root, path), { recursive: true });
});

/** What a kiosk would be asking from, built out of the folder. */
function built(): ContentVersion {
  const target = join(temporaryFolder(), 'content');
  copyContent(root, target);
  const files = expectOk(readContentFiles(target));
  return contentOn(expectOk(parseContent(contentVersionId(files), files)), TODAY);
}

/** The languages in which a version asks the invented instrument today; null where it does not. */
function askedIn({ pack }: ContentVersion): readonly string[] | null {
  return pack.danish.byLinkId.get('invented-example-q1')?.instrument?.languages ?? null;
}

describe('The content that a program is built with', () => {
  test('asks an instrument that was loaded', () => {
    expect(askedIn(built())).toBeNull();
    const folder = join(root, 'assets/instruments');
    expectOk(loadInstrument(inventedFiles('da'), { folder, today: TODAY, slots: ['invented-example'] }));
    const content = built();
    expect(askedIn(content)).toEqual(['da']);
    expect(content.catalogue.da['instrument.invented-example-q1.title']).toBe('Hvor tit gik du en tur i sol?');
  });

  test('names what is missing', () => {
    rmSync(join(root, 'assets/pictograms'), { recursive: true });
    expect(() => contentFolders(root)).toThrow('assets/pictograms/ is missing');
  });

  test('has instruments only where there are any', () => {
    expect(contentFolders(root)).not.toContain('assets/instruments');
    mkdirSync(join(root, 'assets/instruments'));
    writeFileSync(join(root, 'assets/instruments/x.da.json'), '{}');
    expect(contentFolders(root)).toContain('assets/instruments');
  });
});
