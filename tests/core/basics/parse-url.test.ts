import { expect, test } from 'vitest';
import { parseUrl } from '../../../core/basics/parse-url.ts';

test.each([
  ['https://server/folder/', '/folder/'],
  ['sftp://kiosk@server:2222/in', '/in'],
  ['https://', undefined],
  ['folder', undefined],
  ['', undefined],
])('An address is read, and anything else is none: %s', (text, path) => {
  expect(parseUrl(text)?.pathname).toBe(path);
});
