/** Letting time pass until somebody is asked. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { beginExercise } from '../../src/exercise/exercise.ts';
import { definitionOf } from '../../src/files/bundle.ts';
import { loadLibrary } from '../../src/files/library.ts';
import { nodeReader } from '../../src/files/node-reader.ts';

const library = loadLibrary(nodeReader(fileURLToPath(new URL('../../scenarios', import.meta.url)), 'scenarios'));
const definition = definitionOf(library, 'first-evening', 'as-is-2023');
const seats = definition.scenario.seats.map(({ id }) => id);

const begun = (): Exercise =>
  beginExercise(definition, { seed: 'lively-otter-42', held: seats, standIn: 'by-the-book' });
const asked = (exercise: Exercise): number =>
  seats.reduce((sum, seat) => sum + exercise.viewFor(seat).decisions.length, 0);

test('time stops when a held seat is asked, though the hour is not over', () => {
  const exercise = begun();
  exercise.advanceToNextDecision(exercise.now + 3_600);
  expect(exercise.now).toBeLessThan(3_600);
  expect(asked(exercise)).toBeGreaterThan(0);
});

test('time stops at the moment given when nobody is asked before it', () => {
  const exercise = begun();
  exercise.advanceToNextDecision(60);
  expect(exercise.now).toBe(60);
  expect(asked(exercise)).toBe(0);
});

test('however time was let pass, the same inputs lead to the same digest', () => {
  const exercise = begun();
  while (!exercise.ended) exercise.advanceToNextDecision(exercise.now + 3_600);
  const again = beginExercise(definition, exercise.choice, exercise.inputs);
  expect(again.digest).toBe(exercise.digest);
});
