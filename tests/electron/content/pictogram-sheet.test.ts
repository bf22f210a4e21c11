import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toUtf8 } from '../../../core/basics/utf8.ts';
import { pictogramSheet } from '../../../electron/content/pictogram-sheet.ts';

const FOLDER = join(import.meta.dirname, '../../../assets/pictograms');
const ROOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 150 150" stroke="#0A3442" stroke-width="5">';
const sheetOf = (files: Readonly<Record<string, string>>): string =>
  pictogramSheet(new Map(Object.entries(files).map(([path, text]) => [path, toUtf8(text)])));

test('A drawing becomes a symbol of its name, whose colour and width are left to the window', () => {
  const sheet = sheetOf({ 'assets/pictograms/back-home.svg': `${ROOT}\n  <path d="M97 20"/>\n</svg>\n` });
  expect(sheet).toContain('<symbol id="pictogram-back-home" viewBox="0 0 150 150">\n  <path d="M97 20"/>\n</symbol>');
  expect(sheet).not.toContain('stroke');
});

test('What is no drawing of that size, or stands elsewhere, is left out', () => {
  const files = {
    'assets/pictograms/empty.svg': '<svg/>',
    'assets/pictograms/other.svg': '<svg viewBox="0 0 24 24"><path d="M1 1"/></svg>',
    'assets/pictograms/Big.svg': `${ROOT}</svg>`,
    'assets/content/intake/drawing.svg': `${ROOT}</svg>`,
  };
  expect(sheetOf(files)).not.toContain('<symbol');
});

test('Every drawing that ships comes onto the sheet', () => {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.svg'));
  const files = names.map((name) => [`assets/pictograms/${name}`, readFileSync(join(FOLDER, name), 'utf8')]);
  const sheet = sheetOf(Object.fromEntries(files) as Record<string, string>);
  expect(sheet.match(/<symbol /g)).toHaveLength(names.length);
});
