import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readReviews } from '../../tools/locales/locale-files.ts';
import { temporaryFolder } from '../temporary-folder.ts';

test('The check of texts refuses an approval without two people, and names the file and the text', () => {
  const root = temporaryFolder();
  mkdirSync(join(root, 'locales/kl'), { recursive: true });
  const state = { status: 'approved', source: '0'.repeat(16), text: '0'.repeat(16) };
  writeFileSync(join(root, 'locales/kl/review.json'), JSON.stringify({ texts: { 'kiosk.hide': state } }));
  expect(() => readReviews(root, 'kl')).toThrow(/locales\/kl\/review\.json.*texts\.kiosk\.hide\.reviews/);
});
