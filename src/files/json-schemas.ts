/**
 * Schemas for editors, which complete and check scenario files while they are written. Made from the same schemas as
 * the reading.
 */
import { z } from 'zod';
import { leverSchema } from '../core/model/policy.ts';
import { durationSchema, idSchema, shareSchema, spreadSchema } from '../core/model/quantities.ts';
import { accessSchema, incidentFileSchema } from '../core/model/scenario.ts';
import { arrangementSchema } from './arrangement-files.ts';
import { coalitionFileSchema } from './coalition-files.ts';
import type { Schema } from './expectations.ts';
import { expectationOf } from './expectations.ts';
import { policyFileSchema } from './policy-files.ts';
import { scenarioFileSchema } from './scenario-files.ts';

const files = {
  scenario: scenarioFileSchema,
  incident: incidentFileSchema,
  access: accessSchema,
  coalition: coalitionFileSchema,
  arrangement: arrangementSchema,
  policy: policyFileSchema,
  lever: leverSchema,
};

/** What is written once under `$defs` and referred to from everywhere else. */
const shared = { duration: durationSchema, id: idSchema, spread: spreadSchema, share: shareSchema };

/** As `parseDuration` reads it; that a text is not empty is said by its least length. */
const DURATION = '^(\\d+w)?(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?$';

function schemaText(name: keyof typeof files): string {
  const names = z.registry<{ id: string; description: string }>();
  for (const [id, schema] of Object.entries<z.ZodType>(shared))
    names.add(schema, { id, description: expectationOf(schema) });
  const schema = z.toJSONSchema(files[name] as z.ZodType, {
    io: 'input',
    metadata: names,
    override: ({ zodSchema, jsonSchema }) => {
      if ((zodSchema as Schema) === durationSchema) Object.assign(jsonSchema, { minLength: 2, pattern: DURATION });
    },
  });
  return `${JSON.stringify({ title: `Say-Do ${name} file`, ...schema }, null, 2)}\n`;
}

/** The text of each schema file by its name in scenarios/schema/. */
export function schemaTexts(): Readonly<Record<string, string>> {
  const kinds = Object.keys(files) as (keyof typeof files)[];
  return Object.fromEntries(kinds.map((name) => [`${name}.schema.json`, schemaText(name)]));
}
