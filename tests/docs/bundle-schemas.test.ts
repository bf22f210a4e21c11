import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { BUNDLE_SCHEMAS, schemaText } from '../../tools/schemas/bundle-schemas.ts';
import { exampleCentreCard, exampleKioskCard, exampleManifest } from '../core/bundle/example-bundle.ts';
import { answerTo, chosen, intakeOf, left } from '../core/intake/example-intake.ts';
import { hashOf } from '../core/outbox/ledger-lines.ts';

const FOLDER = join(import.meta.dirname, '../../docs/schemas');
const HEAD = {
  format: 3,
  kioskId: exampleKioskCard.kioskId,
  lines: 1,
  lastLineHash: hashOf(1),
  lastSealed: { seq: 1, sha256: hashOf(1) },
  withdrawn: [{ seq: 1, sha256: hashOf(1), at: '2026-03-04T06:00:00.000Z', preimage: hashOf(2) }],
  audit: { lines: 3, lastLineHash: hashOf(3), unwritten: 0 },
  exportedAt: '2026-03-04T06:00:00.000Z',
};

const textOf = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

test('docs/schemas holds the schemas of today and no others: run npm run docs:schemas', async () => {
  expect(readdirSync(FOLDER).toSorted()).toEqual(Object.keys(BUNDLE_SCHEMAS).toSorted());
  for (const [name, schema] of Object.entries(BUNDLE_SCHEMAS)) {
    expect(textOf(name)).toBe(await schemaText(schema, join(FOLDER, name)));
  }
});

test.each([
  ['intake.schema.json', intakeOf([answerTo('a', chosen('x')), answerTo('b', left('notNow'))])],
  ['manifest.schema.json', exampleManifest],
  ['centre.schema.json', exampleCentreCard],
  ['kiosk.schema.json', exampleKioskCard],
  ['head.schema.json', HEAD],
] as const)('%s takes what is right, by another program than ours, and nothing beside it', (name, example) => {
  const validate = new Ajv2020({ formats: { uuid: true, 'date-time': true, date: true } }).compile(
    JSON.parse(textOf(name)) as object,
  );
  expect(validate(example), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...example, more: 1 })).toBe(false);
  expect(validate({ ...example, format: 99 })).toBe(false);
});
