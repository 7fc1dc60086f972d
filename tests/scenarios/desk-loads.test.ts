/** What is not the exercise's, at the desks of the coalition as shipped: neither idle nor ever more behind. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadOf } from '../../scripts/plausibility-desks.ts';
import { loadDefinition } from '../../src/files/library.ts';
import { nodeReader } from '../../src/files/node-reader.ts';

const reader = nodeReader(fileURLToPath(new URL('../../scenarios', import.meta.url)), 'scenarios');
const { organisations } = loadDefinition(reader, 'first-evening', 'as-is-2023').coalition;

it('is between a fifth and four fifths of what its people can do while it is open, at every desk', () => {
  const loads = organisations.flatMap(({ id, desks }) =>
    desks.map((desk) => [`${id} ${desk.role}`, loadOf(desk)] as const),
  );
  expect(loads.length).toBeGreaterThan(80);
  expect(loads.filter(([, load]) => !(load > 0.2 && load < 0.8))).toEqual([]);
});
