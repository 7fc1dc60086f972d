/** Every seat's view at a row of moments. */
import type { Definition } from '../../src/core/model/scenario.ts';
import { beginExercise } from '../../src/exercise/exercise.ts';
import { nobody } from './generate.ts';
import { seatIds } from './generate-tasks.ts';

/** As text; of those seats only. */
export function bytes(
  definition: Definition,
  seed: string,
  held: readonly string[] = [],
  seats: readonly string[] = seatIds,
): string[] {
  const exercise = beginExercise(definition, { ...nobody(seed), held });
  const { lasts } = definition.scenario;
  const seen: string[] = [];
  for (let i = 0; i <= 24; i++) {
    exercise.advance(Math.floor((lasts * i) / 24));
    for (const seat of seats) seen.push(JSON.stringify(exercise.viewFor(seat)));
  }
  return seen;
}
