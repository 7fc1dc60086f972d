import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDuration } from '../../src/core/kernel/units.ts';
import { schemaTexts } from '../../src/files/json-schemas.ts';

describe('the schemas for editors', () => {
  it.each(Object.entries(schemaTexts()))(
    '%s is as the model has it now (npx tsx scripts/make-schemas.ts writes it)',
    (name, text) => {
      expect(readFileSync(`scenarios/schema/${name}`, 'utf8')).toBe(text);
    },
  );

  it('take the durations that the reading takes', () => {
    const { $defs } = JSON.parse(schemaTexts()['access.schema.json'] ?? '');
    const { pattern, minLength } = $defs.duration;
    for (const text of ['45s', '15m', '1h30m', '2d', '1w2d3h4m5s', '', 'x', '15', '1.5h', '30m1h', '1h 30m', '-1h']) {
      expect([text, new RegExp(pattern).test(text) && text.length >= minLength]).toEqual([
        text,
        parseDuration(text) !== undefined,
      ]);
    }
  });
});
