/** What a table for one person is made of in a real page. */
import { beginExercise } from '../../exercise/exercise.ts';
import { builtIn } from './library.ts';
import { createSavedRuns } from './saved-runs.ts';
import type { SoloTableParts } from './solo-table.ts';

export const soloParts = (): SoloTableParts => ({
  shelf: builtIn,
  runs: createSavedRuns(),
  begin: beginExercise,
  wallClock: () => Date.now(),
});
