import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AUDIT_EVENTS } from '../../core/audit/events.ts';
import { auditEventsPage } from '../../tools/audit/audit-events-page.ts';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = join(ROOT, 'docs', 'audit-events.md');

test('docs/audit-events.md is the catalogue of today: run npm run docs:audit', async () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(await auditEventsPage(PAGE));
});

test.each(Object.entries(AUDIT_EVENTS))('"%s" is written where the catalogue says', (code, { writer }) => {
  const source = readFileSync(join(ROOT, writer), 'utf8');
  expect(source).toContain(`'${code}'`);
});
