import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { centreCardSchema } from '../../core/bundle/centre-card.ts';
import { sha256Field } from '../../core/bundle/fields.ts';
import { kioskCardSchema } from '../../core/bundle/kiosk-card.ts';
import { manifestSchema } from '../../core/bundle/manifest.ts';
import { intakeSchema } from '../../core/intake/intake.ts';
import { ledgerHeadSchema } from '../../core/outbox/ledger-head.ts';

/** The files of docs/schemas, by the schema that each is made from. */
export const BUNDLE_SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  'intake.schema.json': intakeSchema,
  'manifest.schema.json': manifestSchema,
  'centre.schema.json': centreCardSchema,
  'kiosk.schema.json': kioskCardSchema,
  'head.schema.json': ledgerHeadSchema,
};

/** Writes one schema as JSON Schema 2020-12. Rules between fields do not fit into it: docs/bundle-format.md has them. */
export async function schemaText(schema: z.ZodType, path: string): Promise<string> {
  const json = z.toJSONSchema(schema, {
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === sha256Field) Object.assign(jsonSchema, { type: 'string', pattern: '^[0-9a-f]{64}$' });
      // zod's own name for a check that JSON Schema does not know; the pattern beside it says the same.
      if (jsonSchema.format === 'lowercase') delete jsonSchema.format;
    },
  });
  return format(JSON.stringify(json), { ...(await resolveConfig(path)), filepath: path });
}
