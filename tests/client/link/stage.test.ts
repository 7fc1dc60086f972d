import { expect, test } from 'vitest';
import { stageOf } from '../../../src/client/link/stage.ts';
import { beginExercise } from '../../../src/exercise/exercise.ts';
import { wholeDefinition } from '../../support/whole-library.ts';

test.each(['american', 'japanese', 'red'])('the stage before a run is what the %s seat sees as it begins', (seat) => {
  const definition = wholeDefinition();
  const exercise = beginExercise(definition, { seed: '1', held: [seat], standIn: 'by-the-book' });
  expect(stageOf(definition, seat)).toEqual(exercise.viewFor(seat).theatre);
});
