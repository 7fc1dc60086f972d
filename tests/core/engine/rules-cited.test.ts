import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const rules = new Set(
  [...readFileSync(`${root}docs/model/RULES.md`, 'utf8').matchAll(/^- \*\*([RVM]\d+)\*\*/gm)].map(
    ([, rule]) => rule as string,
  ),
);
const tests = readdirSync(`${root}tests`, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.test.ts'),
);
/** Rules cited at the beginning of a test's name. */
const cited = new Set(
  tests.flatMap((path) =>
    [...readFileSync(`${root}tests/${path}`, 'utf8').matchAll(/['"`]\[([RVM]\d+)\] /g)].map(
      ([, rule]) => rule as string,
    ),
  ),
);
const byNumber = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });

test('every rule of RULES.md is cited by a test', () => {
  expect(rules.size).toBeGreaterThan(50);
  expect([...rules].filter((rule) => !cited.has(rule)).sort(byNumber)).toEqual([]);
});

test('every rule that a test cites stands in RULES.md', () => {
  expect([...cited].filter((rule) => !rules.has(rule)).sort(byNumber)).toEqual([]);
});
