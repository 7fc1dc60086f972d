import { expect, test } from 'vitest';
import { beginExercise } from '../../../src/exercise/exercise.ts';
import { act, build, exactly, HOUR, incident } from '../../support/build.ts';

/** Nothing sees it, so it counts from its beginning, the second hour; what would end it takes longer than there is. */
function reviewed(lasts: number) {
  const endless = act('goal', { takes: exactly(20 * HOUR) });
  const definition = build({ incidents: [incident('storm', [endless], { begins: 2 * HOUR })], scenario: { lasts } });
  const exercise = beginExercise(definition, { seed: 'lively-otter-42', held: [], standIn: 'by-the-book' });
  exercise.advance(lasts);
  return exercise.review().incidents[0];
}

test('the review says how long an answer could have counted: to the horizon, or to the end of the exercise', () => {
  expect(reviewed(12 * HOUR)).toMatchObject({ horizonSeconds: 6 * HOUR, elapsedSeconds: 6 * HOUR });
  expect(reviewed(5 * HOUR)).toMatchObject({ horizonSeconds: 3 * HOUR, elapsedSeconds: 3 * HOUR });
});
