/** Writes scenarios/schema/*.schema.json. Run it with `npx tsx scripts/make-schemas.ts` after the model's schemas have changed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { schemaTexts } from '../src/files/json-schemas.ts';

const folder = fileURLToPath(new URL('../scenarios/schema/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(schemaTexts())) {
  writeFileSync(folder + name, text);
  console.log(`scenarios/schema/${name}`);
}
