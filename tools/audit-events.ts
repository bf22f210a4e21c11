// Writes docs/audit-events.md anew from the catalogue of audit events.
//   npm run docs:audit
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditEventsPage } from './audit/audit-events-page.ts';

const page = join(import.meta.dirname, '..', 'docs', 'audit-events.md');
writeFileSync(page, await auditEventsPage(page));
console.log(`Wrote ${page}`);
