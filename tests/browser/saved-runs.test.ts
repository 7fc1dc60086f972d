/** Runs in the browser's own store. */
import { deleteDB } from 'idb';
import { afterAll, expect, test } from 'vitest';
import type { SavedRun } from '../../src/client/link/saved-runs.ts';
import { createSavedRuns } from '../../src/client/link/saved-runs.ts';

const NAME = 'say-do-test';
afterAll(() => deleteDB(NAME, { blocked: () => {} }));

const run = (id: string, savedAt: number): SavedRun => ({
  id,
  savedAt,
  scenario: 'first-evening',
  policy: 'as-is-2023',
  definition: 'd',
  seed: 'lively-otter-42',
  held: ['gb-watch'],
  seat: 'gb-watch',
  curtain: false,
  inputs: [{ type: 'advance', to: 3_600 }],
  now: 3_600,
  ended: false,
  digest: 'x',
});

test('what was put is there when the store is opened again, the latest first', async () => {
  const runs = createSavedRuns(NAME);
  await runs.put(run('a', 1));
  await runs.put(run('b', 2));
  const again = createSavedRuns(NAME);
  expect((await again.all()).map(({ id }) => id)).toEqual(['b', 'a']);
  expect(await again.get('a')).toEqual(run('a', 1));
});

test('what was removed is gone, and what never was is not found', async () => {
  const runs = createSavedRuns(NAME);
  await runs.remove('a');
  expect(await runs.get('a')).toBeUndefined();
  expect(await runs.get('never')).toBeUndefined();
});
